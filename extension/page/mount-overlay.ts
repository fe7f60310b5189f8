import type { Layout, OverlayMove, Place } from "../messages"
import { chooseSide } from "./choose-side"
import { followHand } from "./drag"
import { keepPatience, PEACE_MS } from "./patience"
import { tellTroubles } from "./tell-troubles"
import { followModals } from "./top-modal"

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
const FADE_MS = 120

/** Where all else is inert, the backdrop feels the pointer leave us. */
const sheetText = `
:host { all: initial !important; }
dialog, div {
  display: block; position: fixed; inset: auto; margin: 0; border: 0; padding: 0; overflow: visible; background: none;
  max-width: none; max-height: none; z-index: 2147483647;
}
dialog { width: 0; height: 0; }
dialog::backdrop { display: none; }
dialog.pointed::backdrop { display: block; background: none; }
.asleep { opacity: .6; }
iframe {
  display: block; border: 0; margin: 0; padding: 0; width: 100%; height: 100%;
  box-shadow: 0 1px 2px rgb(15 23 42 / .12), 0 8px 28px rgb(15 23 42 / .22);
  transition: opacity ${FADE_MS}ms;
}
.waiting { pointer-events: none; }
.waiting iframe { opacity: 0; pointer-events: none; }
@media (prefers-reduced-motion: reduce) { iframe { transition: none; } }
@media print { dialog { display: none !important; } }
`

export function mountOverlay(source: string, first: Layout): MountedOverlay {
  let layout = first
  const removals = keepPatience()
  const covers = keepPatience()
  let nextTry: ReturnType<typeof setTimeout> | undefined
  let tryAgainMs = PEACE_MS
  const modals = followModals()
  const troubles = tellTroubles()
  /** The pointer is where we lie, and a film or a picture fills the screen. */
  let pointed = false
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

  // Opened only where all that is not in it is inert: a dialog takes the focus, also one that is shown as a popover.
  const dialog = document.createElement("dialog")
  dialog.setAttribute("closedby", "none")
  const box = document.createElement("div")
  box.popover = "manual"
  const frame = document.createElement("iframe")
  frame.title = "Cuelight"
  // Without this a page with COEP blocks the frame.
  ;(frame as HTMLIFrameElement & { credentialless: boolean }).credentialless = true
  frame.src = source
  box.append(frame)
  dialog.append(box)
  shadow.append(dialog)

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
    // A page that is enlarged as a whole (CSS zoom) enlarges what lies in it: what we show has its own size.
    const zoom = (host as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1
    const right = clamp(rightOf(width), MARGIN, innerWidth - width - MARGIN)
    const bottom = clamp(layout.bottom, MARGIN, innerHeight - height - MARGIN)
    Object.assign(box.style, {
      width: `${width}px`,
      height: `${height}px`,
      right: `${right}px`,
      bottom: `${bottom}px`,
      zoom: String(1 / zoom),
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

  /** Into the open modal dialog, if there is one; else beside all that is the page's, where it lets us be. */
  function home(): Element | ShadowRoot {
    const { body, documentElement } = document
    return modals.find() ?? (removals.isThin() && body ? body : documentElement)
  }

  function attach(): void {
    const parent = home()
    troubles.set("overlay-removed", false)
    if (host.parentNode === parent && host.isConnected) return
    // moveBefore keeps the frame's document alive; a plain append would load it anew.
    if (host.isConnected && "moveBefore" in parent)
      (parent as Node & { moveBefore(node: Node, before: Node | null): void }).moveBefore(host, null)
    else parent.append(host)
    raise()
  }

  /** To the top of the top layer. */
  function raise(): void {
    try {
      if (box.matches(":popover-open")) box.hidePopover()
      if (dialog.open) dialog.close()
      // A modal dialog alone is not inert then. Of an inert page it takes nothing, of what fills the screen only what the
      // pointer has turned away from.
      const { documentElement } = document
      if (pointed || (documentElement.inert && host.parentNode === documentElement)) dialog.showModal()
      box.showPopover()
    } catch {
      // No popover here (an old browser, a document that is going): the z-index has to do.
    }
    place()
  }

  /** Only what can concern us is watched: observing a whole busy page has frozen browsers. */
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) modals.meet(target)
    if (changes.some(({ attributeName }) => attributeName === "inert")) raise()
    repair()
  })
  function repair(): void {
    if (!document.documentElement || (!host.isConnected && !mayReturn())) return
    attach()
    follow()
  }
  function mayReturn(): boolean {
    const may = removals.spend()
    if (!may) troubles.set("overlay-removed", true)
    return may
  }
  /** What covers us or makes us dead is answered for as long as patience lasts; then tried again, ever more rarely. */
  function mayRise(): boolean {
    const may = covers.spend()
    troubles.set("overlay-covered", !may)
    clearTimeout(nextTry)
    nextTry = may ? undefined : setTimeout(riseAgain, tryAgainMs)
    return may
  }
  function riseAgain(): void {
    tryAgainMs *= 2
    uncovered()
    cleanAttributes(host)
    raise()
  }
  function uncovered(): void {
    clearTimeout(nextTry)
    nextTry = undefined
    troubles.set("overlay-covered", false)
  }
  function follow(): void {
    const root = document.documentElement
    const tree = host.getRootNode()
    const opened = { subtree: true, attributes: true, attributeFilter: ["open"] }
    watch.disconnect()
    // A dialog that holds us may be taken away as a whole, by any of its ancestors.
    watch.observe(document, { ...opened, childList: host.parentNode !== root })
    if (tree instanceof ShadowRoot) watch.observe(tree, { ...opened, childList: true })
    if (root) watch.observe(root, { childList: true, attributes: true, attributeFilter: ["inert", "open"] })
  }
  /** Pages that are made anew in one piece bring another root. */
  const watchRoot = new MutationObserver(repair)

  /** Pages that keep the focus to themselves (dialogs, sign-in forms) would take it out of the overlay again. */
  const keepFocus = (event: Event) => {
    if (event.target === host) event.stopImmediatePropagation()
    else if (event.type === "focusin" && modals.meetAround(event.target)) repair()
  }

  /** Over us lies what the page has opened since. Its own layers may lie on each other as they like. */
  const onToggle = ({ target, newState }: Event & { newState?: string }) => {
    if (newState !== "open" || !(target instanceof Element) || !target.matches(":popover-open")) return
    if (meets(target) && mayRise()) raise()
  }
  /** The pointer is where we lie, and the page feels it: whatever has come over us, or made us inert. */
  const onPointer = ({ clientX, clientY, buttons, target }: PointerEvent) => {
    if (buttons !== 0 || box.classList.contains("waiting")) return
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const isOver = clientX > left && clientX < right && clientY > top && clientY < bottom
    if (modals.findShut()) return point(isOver && !document.pointerLockElement)
    if (!isOver) return
    if (target === host) return uncovered()
    const tree = host.getRootNode() as Document | ShadowRoot
    if (tree.elementFromPoint?.(clientX, clientY) === host || !mayRise()) return
    modals.meetAround(target)
    repair()
    raise()
  }
  function point(isOver: boolean): void {
    if (pointed === isOver) return
    pointed = isOver
    dialog.classList.toggle("pointed", pointed)
    raise()
  }
  function meets(other: Element): boolean {
    const [own, its] = [box.getBoundingClientRect(), other.getBoundingClientRect()]
    return own.left < its.right && its.left < own.right && own.top < its.bottom && its.top < own.bottom
  }
  const listening = new AbortController()
  const caught = { capture: true, passive: true, signal: listening.signal }
  for (const type of ["focus", "focusin", "focusout", "blur"]) addEventListener(type, keepFocus, caught)
  addEventListener("toggle", onToggle, caught)
  addEventListener("pointerover", onPointer, caught)

  attach()
  follow()
  watchRoot.observe(document, { childList: true })
  const own = new MutationObserver(() => {
    if (host.attributes.length > 0 && mayRise()) cleanAttributes(host)
  })
  own.observe(host, { attributes: true })
  // Of all that tells of sizes this alone hears of another zoom. A size changed at once would be an error of the page's.
  const ownSize = new ResizeObserver(() => requestAnimationFrame(place))
  ownSize.observe(box, { box: "device-pixel-content-box" })
  addEventListener("resize", place, caught)
  addEventListener("load", place, caught)
  const onFullscreen = () => {
    const shut = modals.findShut()
    // The pointer comes over us within one element, and of a frame's the page hears nothing at all.
    if (shut) addEventListener("pointermove", onPointer, caught)
    else removeEventListener("pointermove", onPointer, caught)
    const asleep = shut !== null && "contentWindow" in shut
    box.classList.toggle("asleep", asleep)
    troubles.set("overlay-asleep", asleep)
    repair()
    point(false)
    raise()
  }
  addEventListener("fullscreenchange", onFullscreen, caught)

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
      ownSize.disconnect()
      listening.abort()
      clearTimeout(nextTry)
      troubles.end()
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
