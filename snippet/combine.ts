import type { RecordedEvent, Sighting } from "./detector"

/** How long other sources are waited for, and how long after that they still tell the same thing. */
const HOLD_MS = 800
/** A page view waits only for its title. */
const PAGE_HOLD_MS = 300
const SAME_THING_MS = 3_000
/** What a page is about for as long as it is there. */
const lasting = /^(view_item|purchase)$/

/** The word of the site itself, then of its data, then of its markup, then what it looked like. */
const trust = [
  "api",
  "site-rule",
  "data-layer",
  "json-ld",
  "microdata",
  "opengraph",
  "form",
  "button",
  "page",
]

type Item = Record<string, unknown>

interface Happening {
  event: RecordedEvent
  parts: Sighting[]
  sources: Set<string>
  turn: number
  visit: number
  released: boolean
  timer?: ReturnType<typeof setTimeout>
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
  let shown: { visit: number; props: Record<string, unknown> } | undefined

  const letGo = (happening: Happening) => {
    clearTimeout(happening.timer)
    if (happening.released) return
    happening.released = true
    const { event, parts } = happening
    const isAboutPage = parts.some(({ aboutPage }) => aboutPage)
    // What is put in the cart is what the page shows: that comes first.
    if (isAboutPage)
      for (const one of happenings)
        if (one.event.name === "view_item" && one.visit === happening.visit) letGo(one)
    finish(event, parts)
    if (event.name === "view_item") shown = { visit: happening.visit, props: event.props ?? {} }
    else if (shown?.visit === happening.visit && isAboutPage) {
      const props = joinProps([
        { source: "api", name: "", props: event.props ?? {} },
        { source: "page", name: "", props: shown.props },
      ])
      const [item] = itemsOf(props)
      // The page's value is that of one piece.
      const value = event.props?.value ?? Number(item?.price) * Number(item?.quantity ?? 1)
      event.props = { ...props, ...(value !== null && Number.isFinite(value) && { value }) }
    }
    release(event)
  }

  const arm = (happening: Happening) => {
    happening.timer = setTimeout(
      () => (isReady(happening.event) ? letGo(happening) : arm(happening)),
      happening.event.name === "page_view" ? PAGE_HOLD_MS : HOLD_MS,
    )
  }

  const wait = (happening: Happening, cause: Event | undefined) => {
    hold(happening.event)
    if (cause) setTimeout(() => takesPageAway(cause) && letGo(happening))
  }

  return {
    add(sighting, event, turn, visit) {
      const sources = sighting.source.split("+")
      const isView = event.name === "view_item"
      happenings = happenings.filter(
        (one) =>
          !one.released ||
          (lasting.test(one.event.name) ? one.visit === visit : event.at - one.event.at < SAME_THING_MS),
      )
      const same = happenings.find((one) => {
        if (one.event.name !== event.name || one.visit !== visit) return false
        if (!lasting.test(event.name) && event.at - one.event.at >= SAME_THING_MS) return false
        if (event.name === "purchase" && !tellOneItem(one.event.props, event.props)) return false
        const toldAlready = sources.some((source) => one.sources.has(source))
        // What a gesture does itself is never of the one before; what a push tells may be.
        if (!isView && one.turn !== turn && (sighting.cause || toldAlready)) return false
        // The site that calls twice means two.
        if (toldAlready)
          return !one.sources.has("api") && one.parts.some(({ props }) => tellOneItem(props, event.props))
        // Markup tells only what the page is about; a push may tell of another product on the same page.
        return (
          !one.released ||
          !isView ||
          !/data-layer|api/.test(sighting.source) ||
          tellOneItem(one.event.props, event.props)
        )
      })
      if (same) {
        for (const source of sources) same.sources.add(source)
        if (same.released) return
        same.parts.push({ ...sighting, props: event.props ?? {} })
        same.event.props = joinProps(same.parts)
        same.event.gesture ??= event.gesture
        same.event.source = [...same.sources].sort(byTrust).join("+")
        if (sources.includes("api")) letGo(same)
        else wait(same, sighting.cause)
        return
      }
      const happening: Happening = {
        event,
        parts: [{ ...sighting, props: event.props ?? {} }],
        sources: new Set(sources),
        turn,
        visit,
        released: false,
      }
      happenings.push(happening)
      if (sources.includes("api")) letGo(happening)
      else {
        arm(happening)
        wait(happening, sighting.cause)
      }
    },
    settle() {
      for (const happening of happenings) letGo(happening)
    },
  }
}

/** Asked after the page's own listeners have run: a form that is sent, a link that is followed. */
function takesPageAway({ type, defaultPrevented, target }: Event): boolean {
  return (
    !defaultPrevented &&
    (type === "submit" ||
      (target instanceof Element && target.closest('a[href]:not([href^="#"],[href^="javascript"])') !== null))
  )
}

function byTrust(one: string, other: string): number {
  return trust.indexOf(one) - trust.indexOf(other)
}

function itemsOf(props: Record<string, unknown> | undefined): Item[] {
  return Array.isArray(props?.items) ? (props.items as Item[]) : []
}

type Props = Record<string, unknown> | undefined

/** Whether two tellings can be of one item: they share an id or a name, or one of them does not say. */
function tellOneItem(one: Props, other: Props): boolean {
  const share = (first: Props, second: Props, field: string) => first?.[field] === second?.[field]
  if (one?.transaction_id && other?.transaction_id) return share(one, other, "transaction_id")
  const [first] = itemsOf(one)
  const [second] = itemsOf(other)
  if (!first || !second) return true
  return ["item_id", "item_name"].some((field) => first[field] !== undefined && share(first, second, field))
}

/** What the more trusted source says counts; what it leaves out, the next one adds. */
function joinProps(parts: Sighting[]): Record<string, unknown> {
  const sorted = [...parts].sort((one, other) =>
    byTrust(one.source.split("+")[0]!, other.source.split("+")[0]!),
  )
  const joined: Record<string, unknown> = {}
  for (const { props } of sorted) {
    for (const [key, value] of Object.entries(props ?? {})) if (key !== "items") joined[key] ??= value
    const items = itemsOf(props)
    const known = itemsOf(joined)
    if (known.length === 0 && items.length > 0) joined.items = items
    else if (known.length === 1 && items.length === 1) joined.items = [{ ...items[0], ...known[0] }]
  }
  return joined
}
