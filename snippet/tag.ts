import type { TouchpointEvent } from "../shared/event"
import { readArrival } from "./campaign"
import { recordedParams } from "./clean-url"
import { presumeConsent, readChoices, readConsentMode } from "./consent"
import { hashContact, hideContacts } from "./contacts"
import { watchDataLayers } from "./data-layer"
import type { ProblemCode, RecordedEvent } from "./detector"
import { forwardMark, forwardTo } from "./forward"
import {
  type Consents,
  continueSession,
  createId,
  type Identity,
  readIdentity,
  writeIdentity,
} from "./identity"
import { type Journal, openJournal } from "./journal"
import { type Extension, kit } from "./kit"
import { loadMore } from "./load-more"
import { copyPlain, toJson } from "./plain-copy"
import { type RecorderHost, startRecorder } from "./recorder"
import { coreDetectors } from "./registry"
import { type Sender, startSender } from "./sender"
import { version } from "./version"

type Listener = (value: unknown) => void
/** What the stub keeps of a call: the method, its arguments, how to answer, and when it was made. */
type Call = [method: string, values: ArrayLike<unknown>, resolve?: (value: unknown) => void, at?: number]
type Fields = Record<string, unknown>
interface Stub extends Fields {
  q?: Call[] | { push(call: Call): unknown }
}

/** Memory holds this many events: all there is of a page that waits for consent. */
const MOST_IN_MEMORY = 500
const MOST_PROBLEMS = 100
const LONGEST_NAME = 100
/** A shop that is sent a form tells its data layer of it on the next page. */
const TOLD_AGAIN_MS = 10_000
/** On a slow line the second file is waited for no longer. */
const MORE_COMES_WITHIN_MS = 5_000

/** Of the build: `vite.config.ts`. */
declare const STAMP: string

const page = globalThis as { cuelight?: Stub }
const earlier = page.cuelight
const script = document.currentScript as HTMLScriptElement | null

// The script is in the theme and in the tag manager: the first copy records, and says that there was a second.
if (typeof earlier?.version === "string") earlier.q?.push(["problem", ["second-copy", script?.src]])
else
  start(
    // In a bundle there is no tag: `module.ts` has left what it would say.
    script?.dataset ?? (earlier?.options as DOMStringMap | undefined) ?? {},
    Array.isArray(earlier?.q) ? (earlier as Stub & { q: Call[] }) : undefined,
  )

function start(options: DOMStringMap, stub: (Stub & { q: Call[] }) | undefined): void {
  const { site, map, endpoint, consent: asked, more, params, identify, forward } = options
  const problems: { code: ProblemCode; detail: string }[] = []
  const listeners: Record<string, Set<Listener>> = { event: new Set(), problem: new Set() }

  const announce = (name: string, value: unknown) => {
    for (const listener of listeners[name]!)
      try {
        listener(value)
      } catch (error) {
        // The listener's own error is its page's to see, but not in the middle of our work.
        reportError(error)
      }
  }
  const problem = (code: ProblemCode, detail: string) => {
    if (problems.length >= MOST_PROBLEMS || problems.some((one) => one.code + one.detail === code + detail))
      return
    problems.push({ code, detail })
    announce("problem", { code, detail })
  }

  if (params !== undefined) recordedParams.names = params.split(",")
  const forwarder = forward ? forwardTo(forward) : undefined
  const { consents: chosen, ...stored } = readIdentity()
  const consents: Consents = { ...presumeConsent(asked), ...chosen }
  const beNew = (): Identity => ({ person: createId(), session: "", seenAt: 0, campaign: "", consents })
  let identity: Identity = { ...beNew(), ...stored, consents }
  let memory = new Map<string, TouchpointEvent>()
  /** Of these the last word is not spoken. */
  const held = new Set<string>()
  let journal: Journal | undefined
  let sender: Sender | undefined
  /** What becomes of the identify that is told just now. */
  let hashing: Promise<Fields> | undefined

  const store = (event: TouchpointEvent) => {
    if (consents.analytics !== "granted") return
    if (!journal) {
      journal = openJournal(
        (detail) => problem("journal-unreadable", detail),
        (count) => problem("events-dropped", `${count} that no collector took`),
      )
      if (endpoint)
        sender = startSender(endpoint, site, journal, (detail) => problem("endpoint-refused", detail))
    }
    journal.put(event, Boolean(endpoint))
    if (held.has(event.id)) return
    sender?.add(event)
    forwarder?.(event)
  }

  const openedAt = Date.now()
  /** Whether the page before has told this already. */
  const isToldAgain = ({ name, source, at, gesture }: RecordedEvent) =>
    name === "add_to_cart" &&
    source === "data-layer" &&
    !gesture &&
    identity.cartAt !== undefined &&
    identity.cartAt < openedAt &&
    at - identity.cartAt < TOLD_AGAIN_MS

  const save = () => {
    if (consents.analytics === "granted") writeIdentity(identity)
  }

  const keep = (recorded: RecordedEvent, isFinal: boolean) => {
    if (consents.analytics === "denied" || isToldAgain(recorded)) return
    const before = memory.get(recorded.id)
    if (!before) {
      // Another tab, or another host below the domain, may have gone on in the meantime.
      const other = readIdentity()
      if (other.person && identity.session) identity = { ...beNew(), ...other, consents }
      const { campaign, ids } = readArrival(location.href)
      identity = continueSession(identity, recorded.at, campaign || ids ? toJson([campaign, ids]) : "")
    }
    if (recorded.name === "add_to_cart" && /form|button/.test(recorded.source)) identity.cartAt = recorded.at
    const { person, user, session } = before ?? identity
    const event: TouchpointEvent = { ...recorded, person, ...(user && { user }), ...(session && { session }) }
    if (isFinal) held.delete(event.id)
    else held.add(event.id)
    memory.set(event.id, event)
    if (memory.size > MOST_IN_MEMORY) memory = new Map([...memory].slice(-MOST_IN_MEMORY))
    save()
    store(event)
    if (isFinal) announce("event", event)
  }

  /** Nothing that was recorded is left, here and in the journal; what comes is of somebody new. */
  const erase = () => {
    recorder.settle()
    memory.clear()
    sender?.forget()
    if (journal) journal.erase()
    else
      try {
        indexedDB.deleteDatabase("cuelight")
      } catch {
        // Storage is refused: so nothing is there.
      }
    for (const name of Object.keys(consents)) delete consents[name]
    identity = beNew()
  }

  const decide = (told: Consents, at?: number) => {
    if (!Object.entries(told).some(([name, choice]) => consents[name] !== choice)) return
    if (told.analytics === "denied") {
      const others = { ...consents }
      erase()
      // A refusal is remembered, and nothing of who refused.
      Object.assign(consents, others, told)
      writeIdentity({ consents })
    }
    Object.assign(consents, told)
    if (told.analytics === "granted") for (const event of memory.values()) store(event)
    tell("consent", told, at)
  }

  const host: RecorderHost = {
    report(event) {
      const wait = event.name === "identify" ? hashing : undefined
      keep(event, !wait)
      wait?.then((props) => keep({ ...event, props }, true))
    },
    hold: (event) => keep(event, false),
    problem,
    pushes(listener) {
      const ending = new AbortController()
      const hear = (push: unknown, at: number) => {
        if ((push as Fields | null)?.[forwardMark]) return
        const mode = readConsentMode(push)
        if (!mode) listener(push, at)
        else if (!mode.isDefault) decide(mode.told, at)
        // Until the visitor answers, nothing is stored.
        else if (mode.told.analytics === "denied" && !chosen?.analytics) delete consents.analytics
      }
      watchDataLayers(hear, problem, ending.signal)
      return () => ending.abort()
    },
    isReady: ({ name, at }) => !awaitsMore || name !== "view_item" || Date.now() - at > MORE_COMES_WITHIN_MS,
  }
  /** What the page shows is told when the second file is there: it hears older data layers tell the same product. */
  let awaitsMore = Boolean(script?.src && more !== "off")
  const recorder = startRecorder(coreDetectors, host)
  if (script && awaitsMore)
    loadMore(script)
      .catch((error) => problem("more-missing", String(error.message ?? error.type)))
      .finally(() => {
        awaitsMore = false
      })

  const tell = (name: string, props: unknown, at?: number) =>
    recorder.tell({ name, source: "api", props: { ...(copyPlain(props) as Fields) }, ...(at && { at }) })

  /** One browser, another person: what came before stays with the first. */
  const renew = () => {
    recorder.settle()
    identity = beNew()
    save()
  }

  const methods: Record<string, (values: unknown[], at?: number) => unknown> = {
    track([name, props], at) {
      if (typeof name !== "string" || !name) throw new TypeError("a name is missing")
      tell(name.slice(0, LONGEST_NAME), props, at)
    },
    page: ([props], at) => tell("page_view", props, at),
    identify([user, traits], at = Date.now()) {
      if (!user || !/^(string|number)$/.test(typeof user)) throw new TypeError("a user id is missing")
      const id = String(user)
      const plain = { ...(copyPlain(traits) as Fields) }
      const isPlain = identify === "plain"
      if (!isPlain && /\S@\S/.test(id))
        return hashContact(id).then((hash) => void methods.identify!([hash, traits], at))
      if (identity.user && identity.user !== id) renew()
      identity.user = id
      save()
      const { hidden, hashed } = isPlain ? { hidden: plain } : hideContacts(plain)
      hashing = hashed
      tell("identify", hidden, at)
      hashing = undefined
    },
    consent: ([choices], at) => decide(readChoices(copyPlain(choices)), at),
    reset: renew,
    forget() {
      erase()
      Object.assign(consents, presumeConsent(asked))
      writeIdentity(undefined)
    },
    async flush() {
      recorder.settle()
      await journal?.written()
      await sender?.flush()
      await journal?.written()
    },
    on([name, listener]) {
      const wanted = listeners[String(name)]
      if (typeof listener !== "function") throw new TypeError("a listener is missing")
      wanted?.add(listener as Listener)
      return () => wanted?.delete(listener as Listener)
    },
    problem: ([code, detail]) => problem(code as ProblemCode, String(detail)),
    /** How the second file gets in. */
    more([stamp, begin]) {
      if (stamp !== STAMP) throw new TypeError("of another build")
      const extend = ({ detectors, join }: Extension) => {
        const isComplete = join({
          script,
          options,
          methods,
          consents,
          who: () => identity,
          decide,
          problem,
          host,
        })
        recorder.extend(detectors, isComplete)
      }
      ;(begin as (core: unknown[]) => void)([extend, ...kit])
    },
  }

  const call = ([name, values, resolve, at]: Call) => {
    const refuse = (error: unknown) => problem("call-refused", `${name}: ${error}`)
    try {
      const result = methods[name]?.([...Array.from(values)], at)
      resolve?.(result)
      if (result instanceof Promise) result.catch(refuse)
      return result
    } catch (error) {
      refuse(error)
    }
  }

  // What another tab has decided: the visitor is forgotten, or has agreed or refused.
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== "cuelight") return
    const { analytics } = readIdentity().consents ?? {}
    if (!newValue || (analytics === "denied" && consents.analytics !== "denied")) {
      erase()
      Object.assign(consents, newValue ? { analytics } : presumeConsent(asked))
    } else if (analytics === "granted" && !consents.analytics) decide({ analytics })
  })

  const api: Stub = {
    version,
    site,
    map: map && new URL(map, document.baseURI).href,
    problems: () => [...problems],
    async history() {
      await journal?.written()
      const events = new Map<string, TouchpointEvent>()
      for (const event of (await journal?.readAll().catch(() => [])) ?? []) events.set(event.id, event)
      for (const event of memory.values()) events.set(event.id, event)
      return [...events.values()].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    },
    // The stub's list: a copy of the stub's methods that the page kept goes on working.
    q: { push: call },
  }
  for (const name of Object.keys(methods))
    if (!/^(problem|more)$/.test(name)) api[name] = (...values: unknown[]) => call([name, values])
  const early = stub?.q ?? []
  page.cuelight = Object.assign(stub ?? {}, api)
  Object.defineProperty(page.cuelight, "consentState", { get: () => consents.analytics ?? "pending" })
  for (const one of early) call(one)
}
