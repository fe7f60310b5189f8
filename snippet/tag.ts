import { version } from "../shared/version"
import { hear } from "./hear"
import type { Call, Fields } from "./inside"
import { copyPlain } from "./plain-copy"
import { type Recording, startRecording } from "./recording"
import { soon } from "./soon"

/** What the page finds at `cuelight`: the stub, until this file has come. */
interface Stub extends Fields {
  q?: Call[] | { push(call: Call): unknown }
}

const page = globalThis as { cuelight?: Stub }
const earlier = page.cuelight
const script = document.currentScript as HTMLScriptElement | null
const methods = "track page identify consent reset forget flush history on problems"

// The script is in the theme and in the tag manager: the first copy records, and says that there was a second.
if (typeof earlier?.version === "string") earlier.q?.push(["problem", ["second-copy", script?.src]])
else
  stand(
    // In a bundle there is no tag: `module.ts` has left what it would say.
    script?.dataset ?? (earlier?.options as DOMStringMap | undefined) ?? {},
    earlier ?? {},
  )

/**
 * What the page waits for: that there is somebody to tell. The recording begins in the task after that, and so does what
 * becomes of a call; sooner only where the page asks for an answer, or goes.
 */
function stand(options: DOMStringMap, stub: Stub): void {
  const told: Call[] = []
  let recording: Recording | undefined

  /** The recording, with all that the page has told so far. */
  const catchUp = (): Recording => {
    recording ??= startRecording(options, script, () => recording && catchUp())
    for (const call of told.splice(0)) recording.call(call)
    return recording
  }
  const keep = ([name, values, resolve, at = Date.now()]: Call) => {
    try {
      // What the page makes of its objects afterwards is not what it told.
      told.push([name, isTelling(name) ? (copyPlain(values) as unknown[]) : values, resolve, at])
    } catch (error) {
      told.push(["problem", ["call-refused", `${name}: ${error}`]])
    }
  }
  const call = (one: Call): unknown => {
    if (!isTelling(one[0])) return catchUp().call(one)
    keep(one)
    if (!told[1]) soon(catchUp)
  }

  const { q: early = [] } = stub
  page.cuelight = Object.assign(stub, {
    version,
    site: options.site,
    map: options.map && new URL(options.map, document.baseURI).href,
    // The stub's list: a copy of the stub's methods that the page kept goes on working.
    q: { push: call },
  })
  for (const name of methods.split(" ")) stub[name] = (...values: unknown[]) => call([name, values])
  Object.defineProperty(stub, "consentState", { get: () => call(["consentState", []]) })
  if (Array.isArray(early)) early.forEach(keep)
  // A page that goes before has been seen, and may have told something.
  hear("pagehide visibilitychange", () => recording || catchUp().leave())
  soon(catchUp)
}

function isTelling(name: string): boolean {
  return /^(track|page)$/.test(name)
}
