import type { TouchpointEvent } from "../shared/event"
import { readArrival } from "./campaign"
import { watchDataLayers } from "./data-layer"
import type { ProblemCode, RecordedEvent } from "./detector"
import {
  type Choice,
  type Consents,
  continueSession,
  createId,
  type Identity,
  readIdentity,
  writeIdentity,
} from "./identity"
import { type Journal, openJournal } from "./journal"
import { copyPlain } from "./plain-copy"
import { startRecorder } from "./recorder"
import { commonDetectors } from "./registry"
import { type Sender, startSender } from "./sender"
import { version } from "./version"

type Listener = (value: unknown) => void
type Call = [method: string, values: ArrayLike<unknown>, resolve?: (value: unknown) => void, at?: number]
type Global = { cuelight?: Record<string, unknown> & { q?: { push(call: Call): unknown } | Call[] } }

/** Memory holds this many events of a page that waits for consent. */
const MOST_IN_MEMORY = 500
const LONGEST_NAME = 100

const script = document.currentScript as HTMLScriptElement | null
const page = globalThis as Global
const earlier = page.cuelight

// The script is in the theme and in the tag manager: the first copy records, and says that there was a second.
if (typeof earlier?.version === "string")
  earlier.q?.push(["problem", ["second-copy", script?.src ?? ""]] as Call)
else start()

function start(): void {
  const { site, map, endpoint, consent: asked } = script?.dataset ?? {}
  const problems: { code: ProblemCode; detail: string }[] = []
  const listeners: Record<string, Set<Listener>> = { event: new Set(), problem: new Set() }

  const announce = (name: "event" | "problem", value: unknown) => {
    for (const listener of listeners[name]!)
      try {
        listener(value)
      } catch (error) {
        // A listener's own error is the page's to see, but not in the middle of our work.
        setTimeout(() => {
          throw error
        })
      }
  }
  const problem = (code: ProblemCode, detail: string) => {
    if (problems.length >= 100 || problems.some((one) => one.code === code && one.detail === detail)) return
    problems.push({ code, detail })
    announce("problem", { code, detail })
  }

  const stored = readIdentity()
  const consents: Consents = {
    ...(asked === "pending" ? {} : { analytics: asked === "denied" ? "denied" : "granted" }),
    ...stored.consents,
  }
  let identity: Identity = {
    person: stored.person ?? createId(),
    user: stored.user,
    session: stored.session ?? "",
    seenAt: stored.seenAt ?? 0,
    campaign: stored.campaign ?? "",
    consents,
  }
  let memory: TouchpointEvent[] = []
  let journal: Journal | undefined
  let sender: Sender | undefined

  const isGranted = () => consents.analytics === "granted"

  const beginStoring = () => {
    if (journal) return
    journal = openJournal((detail) => problem("journal-unreadable", detail))
    if (endpoint)
      sender = startSender(endpoint, site, journal, (detail) => problem("endpoint-refused", detail))
  }

  const stamp = (event: RecordedEvent): TouchpointEvent => {
    const { campaign, ids } = readArrival(location.href)
    // Another tab may have gone on in the meantime.
    const other = isGranted() ? readIdentity() : {}
    identity = continueSession(
      { ...identity, ...(other.person === identity.person && other), consents },
      event.at,
      campaign || ids ? JSON.stringify([campaign, ids]) : "",
    )
    return {
      ...event,
      person: identity.person,
      ...(identity.user && { user: identity.user }),
      session: identity.session,
    }
  }

  const stamped = new Map<string, TouchpointEvent>()
  const keep = (recorded: RecordedEvent, isFinal: boolean) => {
    if (consents.analytics === "denied") return
    const before = stamped.get(recorded.id)
    const event = before ? { ...before, ...recorded } : stamp(recorded)
    stamped.set(event.id, event)
    memory = [...memory.filter(({ id }) => id !== event.id), event].slice(-MOST_IN_MEMORY)
    if (isGranted()) {
      beginStoring()
      writeIdentity(identity)
      journal?.put(event, Boolean(endpoint))
      if (isFinal) sender?.add(event)
    }
    if (!isFinal) return
    stamped.delete(event.id)
    announce("event", event)
  }

  const recorder = startRecorder(commonDetectors, {
    report: (event) => keep(event, true),
    hold: (event) => keep(event, false),
    problem,
    pushes(listener) {
      const ending = new AbortController()
      watchDataLayers(listener, problem, ending.signal)
      return () => ending.abort()
    },
  })

  const tell = (name: string, props: unknown, at = Date.now()) => {
    const copy = copyPlain(props)
    recorder.tell({
      name,
      source: "api",
      at,
      props: typeof copy === "object" && copy !== null ? (copy as Record<string, unknown>) : {},
    })
  }

  const methods: Record<string, (values: unknown[], at?: number) => unknown> = {
    track([name, props], at) {
      if (typeof name !== "string" || !name) return problem("call-refused", "track: a name is missing")
      tell(name.slice(0, LONGEST_NAME), props, at)
    },
    page([props], at) {
      tell("page_view", props, at)
    },
    identify([user, traits], at) {
      if ((typeof user !== "string" && typeof user !== "number") || user === "")
        return problem("call-refused", "identify: a user id is missing")
      // One browser, another person: what came before stays with the first.
      if (identity.user && identity.user !== String(user)) renew()
      identity.user = String(user)
      tell("identify", traits, at)
    },
    consent([choices], at) {
      const told: Record<string, Choice> = {}
      for (const [name, choice] of Object.entries((copyPlain(choices) ?? {}) as Record<string, unknown>))
        if (["granted", "denied", true, false].includes(choice as string))
          told[name] = choice === true || choice === "granted" ? "granted" : "denied"
      // A refusal is remembered, and nothing else of who refused.
      if (told.analytics === "denied") recorder.settle()
      Object.assign(consents, told)
      if (isGranted()) {
        beginStoring()
        for (const event of memory) {
          journal?.put(event, Boolean(endpoint))
          sender?.add(event)
        }
      } else if (told.analytics === "denied") {
        memory = []
        sender?.forget()
        writeIdentity({ consents })
      }
      tell("consent", told, at)
    },
    reset() {
      recorder.settle()
      renew()
      if (isGranted()) writeIdentity(identity)
    },
    async flush() {
      recorder.settle()
      await journal?.written()
      await sender?.flush()
      await journal?.written()
    },
    on([name, listener]) {
      const found = listeners[name as string]
      if (!found || typeof listener !== "function") return () => {}
      found.add(listener as Listener)
      return () => found.delete(listener as Listener)
    },
    problem([code, detail]) {
      problem(code as ProblemCode, String(detail))
    },
  }

  function renew(): void {
    identity = { ...identity, person: createId(), user: undefined, session: "", consents }
  }

  const call = ([name, values, resolve, at]: Call) => {
    try {
      const result = methods[name]?.([...Array.from(values)], at)
      resolve?.(result)
      return result
    } catch (error) {
      problem("call-refused", `${name}: ${error}`)
    }
  }

  const queue = Array.isArray(earlier?.q) ? earlier.q : []
  // A page that kept the stub in a variable goes on with the same object.
  const api: Record<string, unknown> = Array.isArray(earlier?.q) ? earlier : {}
  for (const name of Object.keys(methods))
    if (name !== "problem") api[name] = (...values: unknown[]) => call([name, values])
  Object.assign(api, {
    version,
    site,
    map: map && new URL(map, document.baseURI).href,
    problems: () => [...problems],
    async history() {
      await journal?.written()
      const events = new Map((await journal?.readAll().catch(() => []))?.map((event) => [event.id, event]))
      for (const event of memory) events.set(event.id, event)
      return [...events.values()].sort((one, other) => one.at - other.at)
    },
    q: { push: call },
  })
  Object.defineProperty(api, "consentState", { get: () => consents.analytics ?? "pending" })
  page.cuelight = api as NonNullable<Global["cuelight"]>
  for (const early of queue) call(early)
}
