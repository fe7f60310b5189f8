import { type RefObject, useLayoutEffect, useRef } from "react"
import type { Act } from "./hooks"

/** The open overlay's width in CSS pixels, unless the window is narrower. */
const openWidth = 320

/**
 * Asks for a frame that is exactly as large as the content of `root`, whenever that changes.
 *
 * A child of `root` with `data-scrolls` counts with the full height of its own content: the frame may be lower than
 * that (the bridge limits it), and must not limit what is asked for.
 */
export function useOwnSize(root: RefObject<HTMLElement | null>, mode: "pill" | "open", act: Act): void {
  const asked = useRef("")

  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    function ask(): void {
      if (!element) return
      const width = mode === "open" ? openWidth : Math.ceil(element.getBoundingClientRect().width)
      const height = Math.ceil(measureHeight(element))
      const size = `${mode} ${width} ${height}`
      if (size === asked.current || height === 0) return
      asked.current = size
      act({ type: "size", width, height })
    }
    const observer = new ResizeObserver(ask)
    observer.observe(element)
    for (const child of element.children) {
      observer.observe(child)
      if (isScroller(child) && child.firstElementChild) observer.observe(child.firstElementChild)
    }
    ask()
    return () => observer.disconnect()
  }, [root, mode, act])
}

function isScroller(element: Element): boolean {
  return element.hasAttribute("data-scrolls")
}

function measureHeight(element: HTMLElement): number {
  if (![...element.children].some(isScroller)) return element.getBoundingClientRect().height
  const border = element.offsetHeight - element.clientHeight
  let height = border
  for (const child of element.children) {
    const measured = isScroller(child) ? (child.firstElementChild ?? child) : child
    height += measured.getBoundingClientRect().height
  }
  return height
}

/**
 * The width that the content may have: the frame's, once the bridge has answered to the size asked for; until then
 * (the frame is still as small as the pill) the full one.
 */
export function useGrantedWidth(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    function take(): void {
      root.current?.style.setProperty("--cue-width", `${Math.min(openWidth, innerWidth)}px`)
    }
    addEventListener("resize", take)
    return () => removeEventListener("resize", take)
  }, [root])
}
