/**
 * The modal dialog that lies on top, else what fills the screen: either makes all outside it inert, so the overlay has
 * to be in it. The browser tells which dialogs are modal and not which of them is above: the order in which they were
 * met does.
 */
export interface TopModal {
  /** Something changed at this dialog; whether it is one, and open, is looked at here. */
  meet(dialog: Element): void
  /** The same for dialogs in shadow roots, which nothing of the document tells: they take the focus when they open. */
  meetAround(focused: EventTarget | null): boolean
  find(): Element | ShadowRoot | null
  /** What fills the screen and shows nothing that lies in it; null: nothing does. All else is inert then. */
  findShut(): Element | null
}

/** What can fill the screen and shows nothing that lies in it. */
const closedToUs = "video, iframe, frame, img, canvas, object, embed, picture, svg"

export function followModals(): TopModal {
  let open: Element[] = []

  function meet(dialog: Element): void {
    if (isModal(dialog)) open = [...open.filter((each) => each !== dialog), dialog]
  }

  return {
    meet,
    meetAround(focused) {
      const found = focused instanceof Element ? findAround(focused) : null
      if (!found || open.at(-1) === found) return false
      meet(found)
      return true
    },
    find() {
      for (const dialog of document.querySelectorAll("dialog:modal"))
        if (!open.includes(dialog)) open.push(dialog)
      open = open.filter(isModal)
      return open.at(-1) ?? findFullscreen()
    },
    findShut() {
      const filling = innermostFullscreen()
      return filling?.matches(closedToUs) ? filling : null
    },
  }
}

const isModal = (element: Element): boolean => element.isConnected && element.matches("dialog:modal")

function innermostFullscreen(): Element | null {
  let filling = document.fullscreenElement
  for (let inner = filling; inner; inner = rootOf(inner)?.fullscreenElement ?? null) filling = inner
  return filling
}

function findFullscreen(): Element | ShadowRoot | null {
  const filling = innermostFullscreen()
  if (!filling || filling.matches(closedToUs)) return null
  // What has a root of its own shows only what lies in that.
  return rootOf(filling) ?? filling
}

/** Upwards from the innermost element that has the focus; what fills a slot has its dialog in a root beside it. */
function findAround(focused: Element): Element | null {
  let node: Node | null = focused
  for (let inner = rootOf(focused)?.activeElement; inner; inner = rootOf(inner)?.activeElement) node = inner
  for (; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (!(node instanceof Element)) continue
    if (isModal(node)) return node
    const beside = rootOf(node)?.querySelector("dialog:modal")
    if (beside) return beside
  }
  return null
}

/** Also closed ones: a content script is shown them. */
function rootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null
  return chrome.dom?.openOrClosedShadowRoot(element) ?? null
}
