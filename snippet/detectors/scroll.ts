import { defineDetector } from "../detector"

/** A smaller box that scrolls is a part of the page and not the page. */
const LEAST_SHARE = 0.7

/** GA4's `scroll` by a person, at four depths of a page that is longer than the window; of those reached at once the deepest. */
export const scroll = defineDetector({
  name: "scroll",
  start(report, _signal, { listen, onVisit }) {
    let told = 0
    let isMoved = false
    onVisit(() => {
      told = 0
      isMoved = false
    })
    // A page that scrolls by itself has been read by nobody.
    for (const type of ["wheel", "touchmove", "keydown", "pointerdown"])
      listen(type, () => {
        isMoved = true
      })
    listen("scroll", ({ target }) => {
      const box = target instanceof Element ? target : document.scrollingElement
      if (!isMoved || !box || box.clientHeight < innerHeight * LEAST_SHARE || box.scrollTop <= 0) return
      const depth = (100 * (box.scrollTop + box.clientHeight)) / box.scrollHeight
      const percent_scrolled = [90, 75, 50, 25].find((mark) => depth >= mark) ?? 0
      if (percent_scrolled <= told) return
      told = percent_scrolled
      report({ name: "scroll", source: "page", props: { percent_scrolled } })
    })
  },
})
