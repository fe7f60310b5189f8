import type { Layout, OverlayMove, Place } from "../messages"
import { chooseSide } from "./choose-side"
import { followHand } from "./drag"

/**
 * The overlay's place on the page: an extension page in a frame inside a closed shadow root. The page can neither read
 * it (another origin) nor reach it (closed, address not guessable), and the frame is exactly as large as what it
 * shows, so a click beside it always belongs to the page.
 */
export interface MountedOverlay {
  setLayout(layout: Layout): void
  /** Answers with where it lies then. */
  move(step: OverlayMove): Place
  remove(): void
}

const MARGIN = 8
/** The overlay is a guest: of the window's height it takes so much at most, and scrolls inside. */
const TALLEST = 0.6
/** The page may remove the overlay; it is put back so often, then the page has its will. */
const MOST_REPAIRS = 20
const FADE_MS = 120

const sheetText = `
:host { all: initial !important; }
div {
  position: fixed; inset: auto; margin: 0; border: 0; padding: 0; overflow: visible; background: none;
  z-index: 2147483647;
}
iframe {
  display: block; border: 0; margin: 0; padding: 0; width: 100%; height: 100%;
  box-shadow: 0 1px 2px rgb(15 23 42 / .12), 0 8px 28px rgb(15 23 42 / .22);
  transition: opacity ${FADE_MS}ms;
}
div.waiting { pointer-events: none; }
div.waiting iframe { opacity: 0; pointer-events: none; }
@media (prefers-reduced-motion: reduce) { iframe { transition: none; } }
@media print { div { display: none !important; } }
`

export function mountOverlay(source: string, first: Layout): MountedOverlay {
  let layout = first
  let repairs = 0
  /** Chosen until the page has loaded: after that nothing moves by itself. */
  let side: "left" | "right" = "right"
  let settled = false
  /** When the person put it somewhere on this page, ms: orders from before that know it elsewhere. */
  let movedAt = 0

  const host = document.createElement(`cue-${randomName()}`)
  const shadow = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(sheetText)
  shadow.adoptedStyleSheets = [sheet]

  const box = document.createElement("div")
  box.popover = "manual"
  const frame = document.createElement("iframe")
  frame.title = "Cuelight"
  // Without this a page with COEP blocks the frame.
  ;(frame as HTMLIFrameElement & { credentialless: boolean }).credentialless = true
  frame.src = source
  box.append(frame)
  shadow.append(box)

  function shownSize(): { width: number; height: number } {
    const tallest = layout.mode === "open" ? innerHeight * TALLEST : innerHeight - 2 * MARGIN
    return {
      width: Math.min(layout.width, innerWidth - 2 * MARGIN),
      height: Math.min(layout.height, tallest),
    }
  }

  function lookForRoom(width: number): void {
    if (layout.placedAt !== null || settled) return
    settled = document.readyState === "complete"
    const height = layout.mode === "open" ? innerHeight * TALLEST : layout.height
    side = chooseSide({ width, height }, layout.right)
  }

  const rightOf = (width: number): number =>
    layout.placedAt !== null || side === "right" ? layout.right : innerWidth - width - layout.right

  function place(): void {
    const { width, height } = shownSize()
    lookForRoom(width)
    const right = clamp(rightOf(width), MARGIN, innerWidth - width - MARGIN)
    const bottom = clamp(layout.bottom, MARGIN, innerHeight - height - MARGIN)
    Object.assign(box.style, {
      width: `${width}px`,
      height: `${height}px`,
      right: `${right}px`,
      bottom: `${bottom}px`,
    })
    frame.style.borderRadius = layout.mode === "pill" ? "20px" : "10px"
    box.classList.toggle("waiting", !layout.measured)
  }

  const drag = followHand(
    () => ({ right: rightOf(shownSize().width), bottom: layout.bottom }),
    ({ right, bottom }) => {
      const { width, height } = shownSize()
      movedAt = Date.now()
      layout = {
        ...layout,
        placedAt: movedAt,
        right: clamp(right, MARGIN, innerWidth - width - MARGIN),
        bottom: clamp(bottom, MARGIN, innerHeight - height - MARGIN),
      }
      place()
      return { right: layout.right, bottom: layout.bottom }
    },
    (dropped) => void chrome.runtime.sendMessage({ type: "placed", ...dropped }).catch(cutOff),
  )

  /** Into the open modal dialog, if there is one: a dialog makes all outside it inert. */
  function home(): Element {
    const modals = document.querySelectorAll("dialog:modal")
    return modals[modals.length - 1] ?? document.documentElement
  }

  function attach(): void {
    const parent = home()
    if (host.parentNode === parent && host.isConnected) return
    // moveBefore keeps the frame's document alive; a plain append would load it anew.
    if (host.isConnected && "moveBefore" in parent)
      (parent as Element & { moveBefore(node: Node, before: Node | null): void }).moveBefore(host, null)
    else parent.append(host)
    raise()
  }

  /** To the top of the top layer. */
  function raise(): void {
    try {
      if (box.matches(":popover-open")) box.hidePopover()
      box.showPopover()
    } catch {
      // No popover here (an old browser, a document that is going): the z-index has to do.
    }
    place()
  }

  /** Only what can concern us is watched: observing a whole busy page has frozen browsers. */
  const watch = new MutationObserver(repair)
  function repair(): void {
    if (!document.documentElement || (!host.isConnected && repairs++ >= MOST_REPAIRS)) return
    attach()
    follow()
  }
  function follow(): void {
    const root = document.documentElement
    watch.disconnect()
    watch.observe(document, {
      subtree: true,
      attributes: true,
      attributeFilter: ["open"],
      // A dialog that holds us may be taken away as a whole, by any of its ancestors.
      childList: host.parentNode !== root,
    })
    if (root) watch.observe(root, { childList: true })
  }
  /** Pages that are made anew in one piece bring another root. */
  const watchRoot = new MutationObserver(repair)

  /** Pages that keep the focus to themselves (dialogs, sign-in forms) would take it out of the overlay again. */
  const keepFocus = (event: Event) => {
    if (event.target === host) event.stopImmediatePropagation()
  }
  for (const type of ["focus", "focusin", "focusout", "blur"]) addEventListener(type, keepFocus, true)

  attach()
  follow()
  watchRoot.observe(document, { childList: true })
  const own = new MutationObserver(() => {
    if (repairs++ < MOST_REPAIRS) cleanAttributes(host)
  })
  own.observe(host, { attributes: true })
  addEventListener("resize", place)
  addEventListener("load", place)
  document.addEventListener("fullscreenchange", raise)

  return {
    setLayout(next) {
      const { right, bottom, placedAt } = layout
      layout = movedAt > (next.placedAt ?? 0) ? { ...next, right, bottom, placedAt } : next
      place()
    },
    move: drag.move,
    remove() {
      drag.stop()
      watch.disconnect()
      watchRoot.disconnect()
      own.disconnect()
      removeEventListener("resize", place)
      removeEventListener("load", place)
      for (const type of ["focus", "focusin", "focusout", "blur"]) removeEventListener(type, keepFocus, true)
      document.removeEventListener("fullscreenchange", raise)
      host.remove()
    },
  }
}

/** The extension was updated: this copy shows nothing any more. */
function cutOff(): void {}

function cleanAttributes(element: Element): void {
  for (const name of element.getAttributeNames()) element.removeAttribute(name)
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)))
}

function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 26) + 10)
    .map((digit) => digit.toString(36))
    .join("")
}
