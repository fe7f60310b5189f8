import type { TouchpointEvent } from "../../shared/event"
import type { ViewId } from "../panel/state"
import { minuteMs, type TourPage } from "./tour-page-kinds"

/** One stop of the tour: what has happened by then, which page the shop shows, and where to look. */
export interface TourStep {
  id: "arrives" | "looks" | "cart" | "waits" | "missed" | "buys"
  /** How many events of the story have happened. */
  events: number
  /** The clock, after the beginning of the story, ms. */
  afterMs: number
  page: TourPage
  view: ViewId
}

export const tourSteps: readonly TourStep[] = [
  { id: "arrives", events: 1, afterMs: minuteMs, page: "home", view: "now" },
  { id: "looks", events: 3, afterMs: 3 * minuteMs, page: "product", view: "now" },
  { id: "cart", events: 4, afterMs: 4 * minuteMs, page: "cart", view: "events" },
  { id: "waits", events: 4, afterMs: 66 * minuteMs, page: "cart", view: "scenarios" },
  { id: "missed", events: 4, afterMs: 120 * minuteMs, page: "cart", view: "follow-ups" },
  { id: "buys", events: 5, afterMs: 125 * minuteMs, page: "order", view: "now" },
]

/** The story, as a recorder would have told it; `begin` in ms. `product`: as the made-up shop calls it. */
export function tellStory(begin: number, product: string): TouchpointEvent[] {
  const vase = { item_id: "vase-blue", item_name: product, price: 39, quantity: 1 }
  const money = { currency: "EUR", value: 39, items: [vase] }
  const click = (target: string, at: number) => ({ type: "click", target, at })
  const told = (
    name: string,
    afterMs: number,
    more: Partial<TouchpointEvent>,
    source = "json-ld",
  ): TouchpointEvent => ({
    id: `tour-${name}-${afterMs}`,
    name,
    at: begin + afterMs,
    person: "a-visitor",
    source,
    ...more,
  })
  const cartAt = 3.5 * minuteMs
  return [
    told("page_view", 0, { page: { url: "https://shop.example/", title: "Kiln & Linen" } }, "page"),
    told("view_item", minuteMs + 1, { props: money }),
    told("view_item", 2 * minuteMs, { props: money }),
    told(
      "add_to_cart",
      cartAt,
      { props: money, gesture: click("button.buy", begin + cartAt - 40) },
      "button+data-layer",
    ),
    told("purchase", 123 * minuteMs, { props: { ...money, transaction_id: "T-1001" } }, "data-layer"),
  ]
}
