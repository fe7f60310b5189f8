import type { TouchpointEvent } from "../shared/event"
import { readArrival } from "./campaign"
import { recordedParams } from "./clean-url"
import { presumeConsent, readChoices, readConsentMode } from "./consent"
import { hideContacts, mailLike } from "./contacts"
import { watchDataLayers } from "./data-layer"
import type { ProblemCode, RecordedEvent } from "./detector"
import { createEnding } from "./ending"
import { forwardMark } from "./forward-mark"
import {
  type Consents,
  continueSession,
  createId,
  type Identity,
  readIdentity,
  writeIdentity,
} from "./identity"
import type { Call, Extension, Fields, Inside } from "./inside"
import { lateName, openJournal } from "./journal"
import { kit } from "./kit"
import { loadMore } from "./load-more"
import { copyPlain, toJson } from "./plain-copy"
import { startRecorder } from "./recorder"
import { coreDetectors } from "./registry"

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
/** A shop that is sent a form tells its data layer of it on the next page. */
const TOLD_AGAIN_MS = 10_000
/** How often it is looked at what other tabs have written: a look may be a message to another process. */
const LOOK_AGAIN_MS = 1_000
/** On a slow line the second file is waited for no longer. */
const MORE_COMES_WITHIN_MS = 5_000

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
  const problems = new Map<string, { code: ProblemCode; detail: string }>()
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
    if (problems.size >= MOST_PROBLEMS || problems.has(code + detail)) return
    problems.set(code + detail, { code, detail })
    announce("problem", { code, detail })
  }

  if (params !== undefined) recordedParams.names = params.split(",")
  const { consents: chosen, ...stored } = readIdentity()
  const consents: Consents = { ...presumeConsent(asked), ...chosen }
  const beNew = (): Identity => ({ person: createId(), session: "", seenAt: 0, campaign: "", consents })
  let identity: Identity = { ...beNew(), ...stored, consents }
  const memory: Inside["memory"] = new Map()
  const held = new Set<string>()
  /** What becomes of the identify that is told just now. */
  let hashing: Promise<Fields> | undefined

  /** Where something may be stored, something may be there from an earlier page. */
  const open = () => {
    if (consents.analytics === "granted")
      inside.journal ??= openJournal((error) => problem("journal-unreadable", String(error)))
  }
  const store = (event: TouchpointEvent) => {
    if (consents.analytics !== "granted") return
    open()
    inside.journal!.put(event, !!endpoint)
    if (!held.has(event.id)) inside.stored?.(event)
  }

  const openedAt = Date.now()
  let lookedAt = 0
  /** Whether the page before has told this already. */
  const isToldAgain = ({ name, source, at, gesture }: RecordedEvent) =>
    name === "add_to_cart" &&
    source === "data-layer" &&
    !gesture &&
    identity.cartAt! < openedAt &&
    at - identity.cartAt! < TOLD_AGAIN_MS

  const save = () => {
    if (consents.analytics === "granted") writeIdentity(identity)
  }

  const keep = (recorded: RecordedEvent, isFinal: boolean) => {
    const { id, name, source, at } = recorded
    if (consents.analytics === "denied" || isToldAgain(recorded)) return
    const before = memory.get(id)
    if (!before) {
      // Another tab, or another host below the domain, may have gone on in the meantime.
      if (Math.abs(at - lookedAt) > LOOK_AGAIN_MS) {
        lookedAt = at
        const other = readIdentity()
        if (other.person && identity.session) identity = { ...beNew(), ...other, consents }
      }
      const { campaign, ids } = readArrival(location.href)
      identity = continueSession(identity, at, campaign || ids ? toJson([campaign, ids]) : "")
    }
    if (name === "add_to_cart" && /form|button/.test(source)) identity.cartAt = at
    const { person, user, session } = before ?? identity
    const event: TouchpointEvent = { ...recorded, person, ...(user && { user }), ...(session && { session }) }
    if (isFinal) held.delete(id)
    else held.add(id)
    memory.set(id, event)
    if (memory.size > MOST_IN_MEMORY) memory.delete(memory.keys().next().value!)
    save()
    store(event)
    if (isFinal) announce("event", event)
  }

  const erase = () => {
    recorder.settle()
    memory.clear()
    inside.erased?.()
    // It may be there from an earlier page; where storage is refused nothing is.
    inside.journal?.erase()
    try {
      localStorage.removeItem(lateName)
      if (!inside.journal) indexedDB.deleteDatabase("cuelight")
    } catch {}
    for (const name in consents) delete consents[name]
    identity = beNew()
  }

  const decide = (told: Consents, at?: number) => {
    catchUp()
    if (!Object.keys(told).some((name) => consents[name] !== told[name])) return
    if (told.analytics === "denied") {
      const others = { ...consents }
      erase()
      // A refusal is remembered, and nothing of who refused.
      Object.assign(consents, others, told)
      writeIdentity({ consents })
    }
    Object.assign(consents, told)
    if (told.analytics === "granted") memory.forEach(store)
    tell("consent", told, at)
  }

  const { promise: asks, keep: askForMore } = promise()
  /** The second file has come, or will not. */
  const { promise: more, keep: moreIsHere } = promise()
  /** What the page shows is told when it has: the second file hears older data layers tell the same product. */
  let awaitsMore = true
  more.then(() => {
    awaitsMore = false
  })

  const inside: Inside = {
    script,
    options,
    consents,
    memory,
    held,
    who: () => identity,
    decide,
    erase,
    problem,
    host: {
      report(event) {
        keep(event, !hashing)
        hashing?.then((props) => keep({ ...event, props }, true))
      },
      hold: (event) => keep(event, false),
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
      departed: () => inside.journal?.leave(),
      isReady: ({ name, at }) =>
        !awaitsMore || name !== "view_item" || Date.now() - at > MORE_COMES_WITHIN_MS,
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
        if (!isPlain && mailLike.test(id))
          return more
            .then(() => inside.hash!({ id }))
            .then((hashes) => inside.methods.identify!([hashes.id, plain], at))
        if (identity.user && identity.user !== id) renew()
        identity.user = id
        save()
        const { hidden, contacts }: ReturnType<typeof hideContacts> = isPlain
          ? { hidden: plain }
          : hideContacts(plain)
        // Where nothing can hash, "removed" is all that is ever told.
        hashing =
          contacts &&
          more
            .then(() => inside.hash!(contacts))
            .then(
              (hashes) => ({ ...hidden, ...hashes }),
              () => hidden,
            )
        tell("identify", hidden, at)
        hashing = undefined
      },
      consent: ([choices], at) => decide(readChoices(copyPlain(choices)), at),
      reset: () => renew(),
      forget() {
        erase()
        Object.assign(consents, presumeConsent(asked))
        writeIdentity(undefined)
      },
      flush: () => recorder.settle(),
      history() {
        open()
        return [...memory.values()]
      },
      on([name, listener]) {
        const wanted = listeners[String(name)]
        if (typeof listener !== "function") throw new TypeError("listener")
        wanted?.add(listener as Listener)
        return () => wanted?.delete(listener as Listener)
      },
      problems: () => [...problems.values()],
      consentState: () => consents.analytics ?? "pending",
      problem: ([code, detail]) => problem(code as ProblemCode, String(detail)),
      /** How the second file gets in. */
      more([stamp, begin]) {
        if (stamp !== STAMP) throw new TypeError("of another build")
        const extend = ({ detectors, join }: Extension) => recorder.extend(detectors, join(inside))
        ;(begin as (core: unknown[]) => void)([extend, ...kit])
        moreIsHere()
      },
    },
  }
  const recorder = startRecorder(coreDetectors, inside.host)

  const tell = (name: string, props: unknown, at?: number) =>
    recorder.tell({ name, source: "api", props: { ...(props as Fields) }, ...(at && { at }) })

  /** One browser, another person: what came before stays with the first. */
  const renew = () => {
    recorder.settle()
    identity = beNew()
    save()
  }

  const call = ([name, values, resolve, at]: Call) => {
    const run = () => inside.methods[name]?.(Array.from(values), at)
    const refuse = (error: unknown) => problem("call-refused", `${name}: ${error}`)
    try {
      // What an earlier page has left is known to the second file.
      const isLater = /^(flush|history)$/.test(name)
      if (isLater) askForMore()
      const result = isLater ? more.then(run) : run()
      resolve?.(result)
      if (result instanceof Promise) result.catch(refuse)
      return result
    } catch (error) {
      refuse(error)
    }
  }

  // In a bundle the other chunk comes by itself.
  if (script?.src && options.more !== "off")
    loadMore(script, asks)
      .catch((error) => problem("more-missing", String(error.message ?? error.type)))
      .finally(moreIsHere)
  else if (script) moreIsHere()

  return {
    call,
    leave() {
      recorder.settle()
      inside.journal?.leave()
    },
  }
}
