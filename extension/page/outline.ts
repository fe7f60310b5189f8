/**
 * Draws a frame around the element that caused an event, for as long as the person points at that event. Drawn on top
 * of the page in a closed shadow root: nothing of the page is changed, and no click is caught.
 */
export interface Outline {
  /** False when the element is not on the page now, or cannot be told from others: better none than a wrong one. */
  show(gesture: Pointed): boolean
  hide(): void
  stop(): void
}

/** What is pointed at. */
export interface Pointed {
  /** As the recorder describes it. */
  target: string
  /** When the gesture was, ms. */
  at: number
  /** Address of the document in which it was. */
  page?: string | undefined
}

const MOST_CANDIDATES = 5_000
const MOST_REMEMBERED = 50
/** The recorder and we hear of one gesture within this. */
const SAME_GESTURE_MS = 50
const GAP = 3
const gestures = ["click", "keydown"]

const sheetText = `
:host { all: initial !important; }
div {
  position: fixed; inset: auto; margin: 0; padding: 0; overflow: visible; background: none; pointer-events: none;
  box-sizing: border-box; border: 2px solid #0f766e; border-radius: 6px; outline: 2px solid #fff;
  box-shadow: 0 0 0 4px rgb(15 118 110 / .25); z-index: 2147483647;
}
@media print { div { display: none !important; } }
`

export function createOutline(): Outline {
  let host: HTMLElement | null = null
  let box: HTMLElement | null = null
  let element: Element | null = null
  /** What was clicked on this page: of ten like buttons it is known which one. */
  let remembered: { element: WeakRef<Element>; at: number }[] = []

  const remember = (event: Event) => {
    const [target] = event.composedPath()
    if (!event.isTrusted || !(target instanceof Element)) return
    remembered = [...remembered, { element: new WeakRef(target), at: Date.now() }].slice(-MOST_REMEMBERED)
  }
  for (const type of gestures) addEventListener(type, remember, { capture: true, passive: true })

  function recall(target: string, at: number): Element | null {
    const found = remembered
      .filter((gesture) => Math.abs(gesture.at - at) <= SAME_GESTURE_MS)
      .map((gesture) => gesture.element.deref())
      .find((each) => each?.isConnected && isShown(each) && describe(each) === target)
    return found ?? null
  }

  function draw(): void {
    if (!element || !box) return
    const { left, top, width, height } = element.getBoundingClientRect()
    // A page that is enlarged as a whole (CSS zoom) enlarges what lies in it.
    const zoom = (host as (Element & { currentCSSZoom?: number }) | null)?.currentCSSZoom ?? 1
    Object.assign(box.style, {
      zoom: String(1 / zoom),
      left: `${left - GAP}px`,
      top: `${top - GAP}px`,
      width: `${width + 2 * GAP}px`,
      height: `${height + 2 * GAP}px`,
    })
  }

  function hide(): void {
    host?.remove()
    host = box = element = null
    removeEventListener("scroll", draw, true)
    removeEventListener("resize", draw)
  }

  return {
    show({ target, at, page }) {
      hide()
      const found = recall(target, at) ?? findFrame(page) ?? findDescribed(target)
      if (!found) return false
      element = found
      found.scrollIntoView({ block: "nearest", inline: "nearest" })
      host = document.createElement("cue-outline")
      const shadow = host.attachShadow({ mode: "closed" })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(sheetText)
      shadow.adoptedStyleSheets = [sheet]
      box = document.createElement("div")
      box.popover = "manual"
      shadow.append(box)
      document.documentElement.append(host)
      box.showPopover?.()
      addEventListener("scroll", draw, { capture: true, passive: true })
      addEventListener("resize", draw, { passive: true })
      draw()
      return true
    },
    hide,
    stop() {
      hide()
      for (const type of gestures) removeEventListener(type, remember, true)
    },
  }
}

/** What happened in a frame is told of the frame's document: on this page only the frame itself can be pointed at. */
function findFrame(page: string | undefined): Element | null {
  if (page === undefined || stem(page) === stem(location.href)) return null
  const frames = [...document.getElementsByTagName("iframe")]
  return frames.find((frame) => stem(frame.src) === stem(page) && isShown(frame)) ?? null
}

const stem = (address: string) => address.split(/[?#]/)[0]

/**
 * The one visible element that the recorder would describe so. Compared as text and never used as a selector: class
 * names of pages hold what selectors cannot, and the description may be of another page.
 */
function findDescribed(target: string): Element | null {
  const name = /^[a-z][\w-]*/.exec(target)?.[0]
  if (!name) return null
  const candidates = document.getElementsByTagName(name)
  const found: Element[] = []
  for (let index = 0; index < Math.min(candidates.length, MOST_CANDIDATES); index++) {
    const candidate = candidates[index]
    if (candidate && describe(candidate) === target && isShown(candidate)) found.push(candidate)
  }
  return found.length === 1 ? (found[0] ?? null) : null
}

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0
}

/** As the recorder describes the target of a gesture; a test holds the two together. */
function describe(element: Element): string {
  const name = element.getAttribute("name")
  const classes = [...element.classList].slice(0, 2).map((token) => `.${token}`)
  const id = element.id ? `#${element.id}` : ""
  return `${element.localName}${id}${classes.join("")}${name ? `[name="${name}"]` : ""}`.slice(0, 120)
}
