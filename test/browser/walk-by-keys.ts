import type { Frame, Page } from "playwright"

/** More stops than any page has: a walk that is longer goes round in a trap. */
const MOST_STOPS = 120
/** Roles that hold other things, and speak through them. */
const silent = ["RootWebArea", "generic", "group"]

/** One element that the Tab key came to. */
interface Stop {
  what: string
  again: boolean
  faults: string[]
}

/**
 * Walks through a document by the Tab key alone, from its beginning to its end, and says what a person without a mouse
 * would miss: what cannot be reached, what does not show that it has the focus or is out of sight, what has no name.
 */
export async function walkByKeys(page: Page, document: Page | Frame = page): Promise<string[]> {
  await document.evaluate(beginWalk)
  const faults: string[] = []
  let isOut = false
  for (let stops = 0; stops < MOST_STOPS && !isOut; stops++) {
    await page.keyboard.press("Tab")
    const stop: Stop | null = await document.evaluate(lookAtStop)
    isOut = stop === null || stop.again
    if (stop && !stop.again) faults.push(...stop.faults.map((fault) => `${fault}: ${stop.what}`))
  }
  if (!isOut) faults.push("there is no end to it")
  const missed = await document.evaluate(listUnreached)
  return [...faults, ...missed.map((what) => `not reached: ${what}`), ...(await findNameless(document))]
}

type Walk = typeof globalThis & { walked: WeakSet<Element> }

function beginWalk(): void {
  Object.assign(globalThis, { walked: new WeakSet() })
  const { body } = document
  // Where the last click or focus was, a walk would begin there.
  body.tabIndex = -1
  body.focus()
  body.removeAttribute("tabindex")
}

function lookAtStop(): Stop | null {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const { walked } = globalThis as Walk
  const again = walked.has(element)
  walked.add(element)
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const { outlineStyle, boxShadow } = getComputedStyle(element)
  const faults = []
  if (outlineStyle === "none" && boxShadow === "none") faults.push("no sign of the focus")
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) faults.push("out of sight")
  return { what: element.outerHTML.slice(0, 120), again, faults }
}

/** One of several radio buttons, and of several tabs, is a stop. */
function listUnreached(): string[] {
  const { walked } = globalThis as Walk
  const wanted = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]"
  return [...document.querySelectorAll<HTMLElement>(wanted)]
    .filter((element) => element.tabIndex >= 0 && !element.matches(":disabled, [type=radio]:not(:checked)"))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !walked.has(element))
    .map((element) => element.outerHTML.slice(0, 120))
}

/** As a screen reader is told of it. */
async function findNameless(document: Page | Frame): Promise<string[]> {
  const page = "page" in document ? document.page() : document
  const session = await page.context().newCDPSession(document)
  const { nodes } = await session.send("Accessibility.getFullAXTree")
  await session.detach()
  return nodes
    .filter(({ ignored, properties }) => !ignored && properties?.some(({ name }) => name === "focusable"))
    .filter(({ role, name }) => !silent.includes(String(role?.value)) && !name?.value)
    .map(({ role }) => `a ${String(role?.value)} without a name`)
}
