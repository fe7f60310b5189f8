import type { TouchpointEvent } from "../shared/event"
import { campaignMarks } from "./campaign-marks"
import { cleanUrl, recordedParams } from "./clean-url"
import { presumeConsent, readChoices, readConsentMode } from "./consent"
import { mailLike, takeContacts } from "./contacts"
import { watchDataLayers } from "./data-layer"
import type { ProblemCode, RecordedEvent, Sighting } from "./detector"
import { createEnding } from "./ending"
import { forwardMark } from "./forward-mark"
import { hear } from "./hear"
import {
  type Consents,
  continueSession,
  createId,
  type Identity,
  readIdentity,
  writeIdentity,
} from "./identity"
import type { Call, Extension, Fields, Inside, Remembered } from "./inside"
import { lateName, type Note, openJournal } from "./journal"
import { kit } from "./kit"
import { loadBeside, whenIdle } from "./load-more"
import { readMarkup } from "./markup-facts"
import { copyPlain, toJson } from "./plain-copy"
import { type RecorderHost, startRecorder } from "./recorder"
import { coreDetectors } from "./registry"
import { scrub } from "./scrub"
import { bearWitness } from "./witness"

type Listener = (value: unknown) => void

/** What the tag has of the recorder once it has begun. */
export interface Recording {
  /** Does what the page asks for; never throws. */
  call(call: Call): unknown
  /** Writes what is not written: the page goes. */
  leave(): void
}

/** Memory holds this many events: all there is of a page that waits for consent. */
const MOST_IN_MEMORY = 500
const MOST_PROBLEMS = 100
const LONGEST_NAME = 100
/** Of what tells campaigns apart this much is remembered. */
const LONGEST_CAMPAIGN = 400

/** A promise and what keeps it; browsers have this by themselves too lately. */
function promise() {
  let keep!: () => void
  return { promise: new Promise<void>((resolve) => (keep = resolve)), keep: () => keep() }
}

/** Of the build: `vite.config.ts`. */
declare const STAMP: string

/** Begins to record. `catchUp` has the page's own calls told first, which wait for the end of its task. */
export function startRecording(
  options: DOMStringMap,
  script: HTMLScriptElement | null,
  catchUp: () => void,
): Recording {
  const { endpoint, params, consent: asked } = options
  const problems: { code: ProblemCode; detail: string }[] = []
  const listeners = new Set<{ name: unknown; listener: Listener }>()

  const announce = (told: string, value: unknown) => {
    for (const { name, listener } of listeners)
      try {
        if (name === told) listener(value)
      } catch (error) {
        // The listener's own error is its page's to see, but not in the middle of our work.
        reportError(error)
      }
  }
  const problem = (code: ProblemCode, detail: string) => {
    const found = { code, detail }
    if (problems[MOST_PROBLEMS - 1] || problems.some((one) => toJson(one) === toJson(found))) return
    problems.push(found)
    announce("problem", found)
  }

  recordedParams.names = params?.split(",")
  const { consents: chosen, ...stored } = readIdentity()
  const consents: Consents = { ...presumeConsent(asked), ...chosen }
  const beNew = (): Identity => ({ person: createId(), session: "", seenAt: 0, consents })
  const memory: Inside["memory"] = new Map()
  /** The page that is viewed, and what was told of it. */
  let viewed: { event: RecordedEvent; note: Note; markup?: RecordedEvent; told: Sighting[] } | undefined

  /** Where something may be stored, something may be there from an earlier page. */
  const open = () => {
    if (consents.analytics === "granted")
      inside.journal ??= openJournal((error) => problem("journal-unreadable", String(error)))
    return inside.journal
  }
  /** What this page has noted it will read by itself: others wait until it is gone. */
  const lock = () => {
    if (inside.letRead) return
    const { promise: gone, keep } = promise()
    inside.letRead = keep
    navigator.locks?.request(inside.load, () => gone).catch(() => {})
  }
  const store = ({ event, note }: Remembered) => {
    if (consents.analytics !== "granted") return
    if (note) lock()
    open()!.put(event, !!endpoint, note)
    inside.written?.(event, note)
  }
  const keep: Inside["keep"] = (event, note) => {
    const one = { event, note }
    memory.set(event.id, one)
    if (memory.size > MOST_IN_MEMORY) memory.delete(memory.keys().next().value!)
    store(one)
  }

  const save = () => {
    if (consents.analytics === "granted") writeIdentity(inside.visitor)
  }

  /** One browser, another person: what came before stays with the first. */
  const renew = () => {
    inside.settle?.()
    inside.visitor = beNew()
    save()
  }

  const add: RecorderHost["add"] = (sighting, recorded, turn, visit) => {
    const { source, name, at } = recorded
    if (consents.analytics === "denied") return
    inside.lookAround?.(at)
    inside.visitor = continueSession(
      inside.visitor,
      at,
      [...new URL(cleanUrl(location.href)).searchParams]
        .filter(([mark]) => campaignMarks.test(mark))
        .join()
        .slice(0, LONGEST_CAMPAIGN),
    )
    const { person, user, session } = inside.visitor
    const event: TouchpointEvent = Object.assign(recorded, { person, user, session })
    save()
    const note: Note = { load: inside.load, turn, place: visit }
    if (name === "page_view" && source === "page") {
      for (const told of viewed?.told ?? []) told.isOver = true
      viewed = { event, note, told: [sighting] }
    }
    if (name === "markup" && !source && viewed) {
      viewed.markup = event
      viewed.told.push(sighting)
    }
    if (source && inside.combine) return inside.combine(sighting, event, turn, visit)
    keep(event, note)
    if (inside.isAlone && source) announce("event", event)
    return true
  }

  /** What the page says by now of itself. */
  const describePage = () => {
    if (!viewed || inside.isRead) return
    const { event, note, markup } = viewed
    if (!inside.combine) {
      event.page!.title = scrub(document.title)
      keep(event as TouchpointEvent, note)
    }
    const props = readMarkup() as Fields | undefined
    if (!props) return
    if (markup) keep(Object.assign(markup, { props: scrub(props) }) as TouchpointEvent, note)
    else inside.recorder.tell({ name: "markup", source: "", props })
  }

  const erase = () => {
    inside.settle?.()
    inside.recorder.early = []
    viewed = undefined
    memory.clear()
    inside.erased?.()
    // It may be there from an earlier page; where storage is refused nothing is.
    inside.journal?.erase()
    try {
      localStorage.removeItem(lateName)
      if (!inside.journal) indexedDB.deleteDatabase("cuelight")
    } catch {}
    inside.visitor = beNew()
  }

  const decide = (told: Consents, at?: number) => {
    catchUp()
    if (!Object.keys(told).some((name) => consents[name] !== told[name])) return
    if (told.analytics === "denied") {
      erase()
      // A refusal is remembered, and nothing of who refused.
      writeIdentity({ consents: Object.assign(consents, told) })
    }
    Object.assign(consents, told)
    if (told.analytics === "granted") memory.forEach(store)
    tell("consent", told, at)
  }

  let loadMore: (() => void) | undefined
  /** The second file has come, or will not. */
  const { promise: more, keep: moreIsHere } = promise()
  const inside = {
    script,
    options,
    consents,
    memory,
    visitor: { ...beNew(), ...stored, consents },
    load: createId(),
    erasures: 0,
    keep,
    open,
    announce,
    come: moreIsHere,
    kit: [({ join }: Extension) => join(inside), ...kit],
    save,
    decide,
    erase,
    problem,
    host: {
      keepsEarly: true,
      begin(begun) {
        inside.recorder = begun
        for (const { start } of coreDetectors) start(begun.tell, undefined as never, begun as never)
        bearWitness(inside, begun)
      },
      add,
      settle() {
        describePage()
        inside.settle?.()
      },
      problem,
      pushes(listener) {
        const hear = (push: unknown, at: number) => {
          if ((push as Fields | null)?.[forwardMark]) return
          const mode = readConsentMode(push)
          if (!mode) listener(push, at)
          else if (!mode.isDefault) decide(mode.told, at)
          // Until the visitor answers, nothing is stored.
          else if (mode.told.analytics === "denied" && !chosen?.analytics) delete consents.analytics
        }
        watchDataLayers(hear, problem, createEnding().signal)
        try {
          // Segment's library tells its calls itself, also those that its stub has kept.
          ;(globalThis as { analytics?: { on?(...values: unknown[]): void } }).analytics?.on?.(
            "track",
            (...call: unknown[]) => hear(["on", ...call], Date.now()),
          )
        } catch {}
        // The tag never ends.
        return () => {}
      },
      catchUp,
      departed() {
        inside.journal?.leave()
        if (!inside.letRead) return
        // Who comes back finds it told by another page.
        for (const [id, { note }] of memory) if (note) memory.delete(id)
        viewed = undefined
        inside.letRead()
        inside.letRead = undefined
        inside.load = createId()
        return true
      },
    },
    methods: {
      track([name, props], at) {
        if (typeof name !== "string" || !name) throw new TypeError("name")
        tell(name.slice(0, LONGEST_NAME), props, at)
      },
      page: ([props], at) => tell("page_view", props, at),
      identify([user, traits], at = Date.now()) {
        if (!user || !/^(string|number)$/.test(typeof user)) throw new TypeError("user")
        const isPlain = options.identify === "plain"
        const plain = { ...(copyPlain(traits) as Fields) }
        const id = `${user}`
        if (!isPlain && mailLike.test(id)) return more.then(() => inside.identifyHidden!(id, plain, at))
        if (inside.visitor.user && inside.visitor.user !== id) renew()
        inside.visitor.user = id
        save()
        const contacts = isPlain ? undefined : takeContacts(plain)
        tell("identify", plain, at, contacts)
      },
      consent: ([choices], at) => decide(readChoices(copyPlain(choices)), at),
      reset: renew,
      forget() {
        erase()
        for (const name in consents) delete consents[name]
        Object.assign(consents, presumeConsent(asked))
        writeIdentity(undefined)
      },
      history() {
        open()
        // What nobody has read is no event yet.
        return [...memory.values()].map(({ event }) => event).filter(({ source }) => source)
      },
      on([name, listener]) {
        if (typeof listener !== "function") throw new TypeError("listener")
        const one = { name, listener: listener as Listener }
        listeners.add(one)
        return () => listeners.delete(one)
      },
      problems: () => [...problems],
      consentState: () => consents.analytics ?? "pending",
      problem: ([code, detail]) => problem(code as ProblemCode, String(detail)),
      /** How the second file gets in. */
      more([stamp, begin]) {
        if (stamp !== STAMP) throw new TypeError("of another build")
        ;(begin as (kit: unknown[]) => void)(inside.kit)
      },
    },
  } as Omit<Inside, "recorder" | "drop" | "extend" | "held"> as Inside
  startRecorder(inside.host)
  hear("DOMContentLoaded load", describePage)

  const tell = (name: string, props: unknown, at?: number, contacts?: Fields) =>
    inside.recorder.tell({
      name,
      source: "api",
      props: { ...(props as Fields) },
      contacts,
      ...(at && { at }),
    })

  const call = ([name, values, resolve, at]: Call) => {
    const run = () => inside.methods[name]?.([...(values as unknown[])], at)
    const refuse = (error: unknown) => problem("call-refused", `${name}: ${error}`)
    try {
      // What an earlier page has left is known to the second file.
      const isLater = /^(flush|history)$/.test(name)
      if (isLater) loadMore?.()
      const result = isLater ? more.then(run) : run()
      resolve?.(result)
      if (result instanceof Promise) result.catch(refuse)
      return result
    } catch (error) {
      refuse(error)
    }
  }

  const beAlone = () => {
    inside.isAlone = true
    moreIsHere()
  }
  // In a bundle the other chunk comes by itself.
  if (script?.src && options.more !== "off") {
    loadMore = () => {
      loadMore = undefined
      loadBeside("more", script, options.more)
        .catch((error) => problem("more-missing", String(error.message ?? error.type)))
        .finally(() => inside.isComing || beAlone())
    }
    whenIdle(() => loadMore?.())
  } else if (script) beAlone()

  return {
    call,
    leave() {
      inside.host.settle()
      inside.journal?.leave()
    },
  }
}
