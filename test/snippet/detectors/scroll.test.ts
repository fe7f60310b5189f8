// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { scroll } from "../../../snippet/detectors/scroll"
import { openPage, watchDetector } from "../watch-detector"

const page = (height: number, byHand = true) => {
  openPage("/vase", "<main></main>")
  const box = { clientHeight: 800, scrollHeight: height, scrollTop: 0 }
  Object.defineProperty(document, "scrollingElement", { configurable: true, value: box })
  const watched = watchDetector(scroll)
  const to = (top: number) => {
    box.scrollTop = top
    if (byHand) dispatchEvent(new Event("wheel"))
    document.dispatchEvent(new Event("scroll"))
    return watched.sightings.map(({ props }) => props?.percent_scrolled)
  }
  return { ...watched, to }
}

test("each depth once, of several the deepest", () => {
  const { to, visit, sightings } = page(4_000)
  expect(to(100)).toEqual([])
  expect(to(1_300)).toEqual([50])
  expect(to(300)).toEqual([50])
  expect(to(3_200)).toEqual([50, 90])
  visit()
  expect(to(3_200)).toEqual([50, 90, 90])
  expect(sightings[0]).toMatchObject({ name: "scroll", source: "page" })
})

test("a page that is not scrolled has no depth, nor has a small box in it", () => {
  const { to, sightings } = page(900)
  expect(to(0)).toEqual([])
  const box = document.querySelector("main")!
  Object.defineProperties(box, {
    clientHeight: { value: 100 },
    scrollHeight: { value: 900 },
    scrollTop: { value: 800 },
  })
  box.dispatchEvent(new Event("scroll"))
  expect(sightings).toEqual([])
})

test("a page that scrolls by itself is read by nobody", () => {
  expect(page(4_000, false).to(3_200)).toEqual([])
})
