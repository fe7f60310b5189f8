import type { RecordedEvent, Sighting } from "./detector"
import type { RecorderHost } from "./recorder"
import { scrub } from "./scrub"

/** How long other sources are waited for, and how long after that they still tell the same thing. */
const HOLD_MS = 800
/** A page view waits only for its title. */
const PAGE_HOLD_MS = 300
const SAME_THING_MS = 3_000
/** The word of the site itself, then of its data, then of its markup, then what it looked like. */
const trust = "api,site-rule,data-layer,json-ld,microdata,opengraph,form,button,page"
/** What a page is about for as long as it is there. */
const lasting = /^(view_item|purchase)$/

type Props = Record<string, unknown>
type Finisher = Pick<RecorderHost, "settleProduct">

export interface Happening {
  event: RecordedEvent
  /** What was told of it; who tells again knows better. */
  parts: Sighting[]
  sources: string[]
  turn: number
  visit: number
  released?: boolean
}

export interface Combiner {
  add(sighting: Sighting, event: RecordedEvent, turn: number, visit: number): void
  /** Lets go of everything that is held: the page may be about to go. */
  settle(): void
}

/**
 * How several sources are known to tell one thing of one name, visit and time, and what is told then: those of one
 * gesture, until somebody who looks closer takes over (`combine-closely.ts`).
 */
export const combining: {
  isSame(one: Happening, other: Happening): boolean
  /** What the more trusted source says counts; what it leaves out, the other adds. */
  merge(better: Props, other: Props): Props
  /** What the others know of it; lets go of what must come first. */
  complete?(happening: Happening, all: readonly Happening[], letGo: (one: Happening) => void): void
} = { isSame: isSameMoment, merge: layOver }

/** The last word on an event: of a page its title, of a product what the page shows. */
export function finish(event: RecordedEvent, parts: readonly Sighting[], host: Finisher): void {
  if (event.name === "page_view" && !parts[0]?.isOver)
    event.page = { ...event.page, title: scrub(document.title) }
  if (event.name === "view_item") host.settleProduct?.(event, parts)
}

export function isSameMoment(one: Happening, { turn, sources }: Happening): boolean {
  return one.turn === turn && !one.sources.includes(sources[0]!)
}

export function layOver(better: Props, other: Props): Props {
  return { ...other, ...better }
}

function rank(source: string): number {
  return trust.indexOf(source.split("+")[0]!)
}

function join({ event, parts, sources }: Happening): void {
  event.props = parts
    .sort((one, other) => rank(one.source) - rank(other.source))
    .map(({ props = {} }) => props)
    .reduce((better, other) => combining.merge(better, other))
  event.source = [...new Set(sources)].sort((one, other) => rank(one) - rank(other)).join("+")
}

/**
 * One thing that happened is one event, however many sources tell it. The first sighting is held (and written ahead
 * where the host can), later ones of the same thing join it; after its release they are known to be told already.
 */
export function createCombiner(
  release: (event: RecordedEvent) => void,
  hold: (event: RecordedEvent) => void,
  finish: (event: RecordedEvent, parts: readonly Sighting[]) => void,
  isReady: (event: RecordedEvent) => boolean,
  guard: (run: () => void) => () => void,
): Combiner {
  let happenings: Happening[] = []

  const letGo = (happening: Happening) => {
    if (happening.released) return
    happening.released = true
    const { event, parts } = happening
    join(happening)
    combining.complete?.(happening, happenings, letGo)
    finish(event, parts)
    release(event)
  }

  const arm = (happening: Happening) =>
    setTimeout(
      guard(() => (isReady(happening.event) ? letGo(happening) : arm(happening))),
      happening.event.name === "page_view" ? PAGE_HOLD_MS : HOLD_MS,
    )

  return {
    add(sighting, event, turn, visit) {
      const { source, cause } = sighting
      const happening = { event, parts: [sighting], sources: source.split("+"), turn, visit }
      const isOver = (one: Happening) =>
        lasting.test(one.event.name) ? one.visit !== visit : event.at - one.event.at >= SAME_THING_MS
      happenings = happenings.filter((one) => !one.released || !isOver(one))
      let found = happenings.find(
        (one) =>
          one.event.name === event.name &&
          one.visit === visit &&
          !isOver(one) &&
          combining.isSame(one, happening),
      )
      if (found) found.sources.push(...happening.sources)
      else {
        found = happening
        happenings.push(found)
        if (source !== "api") arm(found)
      }
      if (found.released) return
      if (found !== happening) found.parts.unshift(sighting)
      found.event.gesture ??= event.gesture
      if (source === "api") letGo(found)
      else {
        join(found)
        hold(found.event)
        if (cause) setTimeout(guard(() => takesPageAway(cause) && letGo(found)))
      }
    },
    settle: () => happenings.forEach(letGo),
  }
}

/** Asked after the page's own listeners have run: a form that is sent, a link that is followed. */
function takesPageAway({ type, defaultPrevented, target }: Event): boolean {
  return (
    !defaultPrevented &&
    (type === "submit" ||
      !!(target as Element | null)?.closest?.('a[href]:not([href^="#"],[href^="javascript"])'))
  )
}
