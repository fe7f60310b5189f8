// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest"
import { completeEvent } from "../../snippet/complete-event"
import type { RecordedEvent } from "../../snippet/detector"
import { openPage } from "./watch-detector"

afterEach(() => {
  vi.restoreAllMocks()
})

const origin = "https://shop.example"

/** An event of a page that was opened at 1,000,000, as the first file leaves it. */
function complete(given: Partial<RecordedEvent>, url = `${origin}/`, referrer = ""): RecordedEvent {
  openPage("/", "")
  const event = {
    id: "e1",
    name: "add_to_cart",
    at: 1_000_000,
    source: "button",
    props: {},
    gesture: null,
    page: { url, title: "Shop", referrer },
    ...given,
  } as RecordedEvent
  completeEvent(event, 1_000_000)
  return event
}

/** As the browser says how the visitor came here. */
function arriveBy(type: "navigate" | "reload"): void {
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type } as PerformanceNavigationTiming])
}

test("a view carries the click ids of the address, and no others of its parameters", () => {
  const address = `${origin}/a?gclid=g1&yclid=y2&utm_id=7&color=red&mail=removed&ttclid=removed`
  const view = { name: "page_view", source: "page" }
  expect(complete(view, address).props).toEqual({ gclid: "g1", yclid: "y2", utm_id: "7" })
  expect(complete({}, address).props).toEqual({})
  expect(complete({ ...view, source: "api" }, address).props).toEqual({})
})

test("the campaign is that of the address; what was taken out of it is none", () => {
  expect(complete({}, `${origin}/?utm_source=mail&utm_campaign=spring&utm_term=removed`).campaign).toEqual({
    source: "mail",
    name: "spring",
  })
  expect(complete({}).campaign).toBeUndefined()
})

test("what is told before a page is on view has no address, and that of the page where it is known", () => {
  const event = complete({}, "")
  expect(event.campaign).toBeUndefined()
  completeEvent(event, 1_000_000, `${origin}/?utm_source=mail`)
  expect(event.campaign).toEqual({ source: "mail" })
})

test("where a link or form of this site brought the visitor, the gesture may lie in the document before", () => {
  arriveBy("navigate")
  expect(complete({ at: 1_001_999 }, `${origin}/`, `${origin}/before`)).not.toHaveProperty("gesture")
  expect(complete({ at: 1_002_000 }, `${origin}/`, `${origin}/before`).gesture).toBeNull()
  const gesture = { type: "click", target: "button", at: 1_000_500 }
  expect(complete({ at: 1_001_000, gesture }, `${origin}/`, `${origin}/before`).gesture).toEqual(gesture)
})

test("a reload and another site's link are no gesture here", () => {
  arriveBy("reload")
  expect(complete({}, `${origin}/`, `${origin}/before`).gesture).toBeNull()
  arriveBy("navigate")
  expect(complete({}, `${origin}/`, "https://search.example/").gesture).toBeNull()
})

test("behind what pages tell by themselves nobody's gesture is looked for", () => {
  for (const name of ["page_view", "view_item", "message_shown", "identify", "consent"])
    expect(complete({ name })).not.toHaveProperty("gesture")
})
