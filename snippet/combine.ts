import type { RecordedEvent, Sighting } from "./detector"

/** How long other sources are waited for, and how long after that they still tell the same thing. */
const HOLD_MS = 800
/** A page view waits only for its title. */
const PAGE_HOLD_MS = 300
const SAME_THING_MS = 3_000
/** What a page is about for as long as it is there. */
const lasting = /^(view_item|purchase)$/

/** The word of the site itself, then of its data, then of its markup, then what it looked like. */
const trust = "api,site-rule,data-layer,json-ld,microdata,opengraph,form,button,page"

type Props = Record<string, unknown>
type Item = Record<string, unknown>

interface Happening {
  event: RecordedEvent
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
 * One thing that happened is one event, however many sources tell it. The first sighting is held (and written ahead
 * where the host can), later ones of the same thing join it; after its release they are known to be told already.
 */
export function createCombiner(
  release: (event: RecordedEvent) => void,
  hold: (event: RecordedEvent) => void,
  finish: (event: RecordedEvent, parts: readonly Sighting[]) => void,
  isReady: (event: RecordedEvent) => boolean,
): Combiner {
  let happenings: Happening[] = []
  let shown: Happening | undefined

  const letGo = (happening: Happening) => {
    if (happening.released) return
    happening.released = true
    const { event, parts, visit } = happening
    const isAboutPage = parts.some(({ aboutPage }) => aboutPage)
    // What is put in the cart is what the page shows: that comes first.
    if (isAboutPage) for (const one of happenings) if (isView(one) && one.visit === visit) letGo(one)
    finish(event, parts)
    if (isView(happening)) shown = happening
    else if (isAboutPage && shown?.visit === visit) {
      const props = merge(event.props, shown.event.props)
      const [item] = itemsOf(props)
      // The page's value is that of one piece.
      const value = event.props?.value ?? Number(item?.price) * Number(item?.quantity ?? 1)
      event.props = { ...props, ...(value && { value }) }
    }
    release(event)
  }

  const arm = (happening: Happening) =>
    setTimeout(
      () => (isReady(happening.event) ? letGo(happening) : arm(happening)),
      happening.event.name === "page_view" ? PAGE_HOLD_MS : HOLD_MS,
    )

  return {
    add(sighting, event, turn, visit) {
      const { source, cause } = sighting
      const { props = {}, name, at } = event
      const sources = source.split("+")
      const isApi = source === "api"
      const isLate = (one: Happening) => at - one.event.at >= SAME_THING_MS
      happenings = happenings.filter(
        (one) => !one.released || (lasting.test(one.event.name) ? one.visit === visit : !isLate(one)),
      )
      let found = happenings.find((one) => {
        if (one.event.name !== name || one.visit !== visit) return false
        if (!lasting.test(name) && isLate(one)) return false
        if (name === "purchase" && !tellOneItem(one.event.props!, props)) return false
        const toldAlready = sources.some((known) => one.sources.includes(known))
        // What a gesture does itself is never of the one before; what a push tells may be.
        if (!isView(one) && one.turn !== turn && (cause || toldAlready)) return false
        // The site that calls twice means two.
        if (toldAlready)
          return !one.sources.includes("api") && one.parts.some((part) => tellOneItem(part.props!, props))
        // Markup tells only what the page is about; a push may tell of another product on the same page.
        return (
          !one.released ||
          !isView(one) ||
          !/data-layer|api/.test(source) ||
          tellOneItem(one.event.props!, props)
        )
      })
      if (found) found.sources.push(...sources)
      else {
        found = { event, parts: [], sources, turn, visit }
        happenings.push(found)
        if (!isApi) arm(found)
      }
      if (found.released) return
      // Who tells again knows better.
      found.parts.unshift({ ...sighting, props })
      found.parts.sort((one, other) => rank(one.source) - rank(other.source))
      found.event.gesture ??= event.gesture
      event = found.event
      event.props = found.parts.map((part) => part.props!).reduce(merge)
      event.source = [...new Set(found.sources)].sort((one, other) => rank(one) - rank(other)).join("+")
      if (isApi) letGo(found)
      else {
        hold(event)
        if (cause) setTimeout(() => takesPageAway(cause) && letGo(found))
      }
    },
    settle: () => happenings.forEach(letGo),
  }
}

function isView({ event }: Happening): boolean {
  return event.name === "view_item"
}

/** Asked after the page's own listeners have run: a form that is sent, a link that is followed. */
function takesPageAway({ type, defaultPrevented, target }: Event): boolean {
  return (
    !defaultPrevented &&
    (type === "submit" ||
      !!(target as Element | null)?.closest?.('a[href]:not([href^="#"],[href^="javascript"])'))
  )
}

function rank(source: string): number {
  return trust.indexOf(source.split("+")[0]!)
}

function itemsOf({ items }: Props): Item[] {
  return Array.isArray(items) ? items : []
}

/** Whether two tellings can be of one item: they share an id or a name, or one of them does not say. */
function tellOneItem(one: Props, other: Props): boolean {
  const order = one.transaction_id
  if (order && other.transaction_id) return order === other.transaction_id
  const [first] = itemsOf(one)
  const [second] = itemsOf(other)
  return (
    !first ||
    !second ||
    ["item_id", "item_name"].some((field) => first[field] !== undefined && first[field] === second[field])
  )
}

/** What the more trusted source says counts; what it leaves out, the other adds. */
function merge(better: Props = {}, other: Props = {}): Props {
  const own = itemsOf(better)
  const theirs = itemsOf(other)
  const items =
    own.length === 1 && theirs.length === 1 ? [{ ...theirs[0], ...own[0] }] : own[0] ? own : theirs
  return { ...other, ...better, ...(items[0] && { items }) }
}
