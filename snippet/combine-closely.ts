import { combining, type Happening } from "./combine"

type Props = Record<string, unknown>
type Item = Record<string, unknown>

/** Teaches the recorder to tell one thing from another by what it is about, and to join what is told of its items. */
export function combineClosely(): void {
  Object.assign(combining, { isSame, merge, complete } satisfies typeof combining)
}

function isSame(one: Happening, { event, parts, sources, turn }: Happening): boolean {
  const props = event.props ?? {}
  if (event.name === "purchase" && !tellOneItem(one.event.props ?? {}, props)) return false
  const toldAlready = sources.some((known) => one.sources.includes(known))
  // What a gesture does itself is never of the one before; what a push tells may be.
  if (!isView(one) && one.turn !== turn && (parts[0]!.cause || toldAlready)) return false
  // The site that calls twice means two.
  if (toldAlready)
    return !one.sources.includes("api") && one.parts.some((part) => tellOneItem(part.props ?? {}, props))
  // Markup tells only what the page is about; a push may tell of another product on the same page.
  return (
    !one.released ||
    !isView(one) ||
    !/data-layer|api/.test(sources[0]!) ||
    tellOneItem(one.event.props ?? {}, props)
  )
}

/** What a site takes before it knows whose it is. */
const acceptable = /^sign_up|^login|_lead$/
/** How it shows then that it has: it says who this is, and what may be written to whom. */
const acceptance = /^(identify|consent)$/

/**
 * What is put in the cart is what the page shows: that comes first. What was sent has happened when the site took it, and
 * not at the press, which is its gesture: a mail that answers at once has its address by then.
 */
function complete(
  { event, parts, visit }: Happening,
  all: readonly Happening[],
  letGo: (one: Happening) => void,
): void {
  if (acceptable.test(event.name))
    for (const { event: told } of all)
      if (acceptance.test(told.name) && told.at > event.at) event.at = told.at
  if (event.name === "view_item" || !parts.some(({ aboutPage }) => aboutPage)) return
  const shown = all.filter((one) => isView(one) && one.visit === visit)
  shown.forEach(letGo)
  const view = shown.at(-1)?.event.props
  if (!view) return
  const props = merge(event.props, view)
  const [item] = itemsOf(props)
  // The page's value is that of one piece.
  const value = event.props?.value ?? Number(item?.price) * Number(item?.quantity ?? 1)
  event.props = { ...props, ...(value && { value }) }
}

function isView({ event }: Happening): boolean {
  return event.name === "view_item"
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
