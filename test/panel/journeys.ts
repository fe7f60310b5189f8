import { hostileTexts } from "../overlay/harness/hostile-fixtures"
import { dayMs, type GivenJourney, hourMs, minuteMs, noon, tell } from "./journey"

/** Journeys to show, by name: the same in unit tests and in pictures. */

const vase = (price = 39) => ({
  currency: "EUR",
  value: price,
  items: [{ item_id: "vase-blue", item_name: "Blue vase", price }],
})

/** Nothing has happened yet. */
export const empty: GivenJourney = {}

/** One look at the shop. */
export const begun: GivenJourney = {
  events: [
    tell("page_view", noon - 2 * minuteMs, {}, { page: { url: "https://shop.example/", title: "Vases" } }),
  ],
}

/** Bought once, came back, left a cart behind; the reminder did not come, the e-mail before it did. */
export const full: GivenJourney = {
  watched: ["email"],
  events: [
    tell("page_view", noon - 9 * dayMs, {}, { page: { url: "https://shop.example/", title: "Vases" } }),
    tell("view_item", noon - 9 * dayMs + minuteMs, vase()),
    tell("view_item", noon - 9 * dayMs + 2 * minuteMs, vase()),
    tell("sign_up", noon - 9 * dayMs + 3 * minuteMs, {}, { user: "u-7" }),
    tell("identify", noon - 9 * dayMs + 3 * minuteMs + 1, {
      email: "anna@mail.example",
      phone: "+31205550100",
      timezone: "Europe/Berlin",
    }),
    tell("consent", noon - 9 * dayMs + 3 * minuteMs + 2, {
      email: "granted",
      sms: "granted",
      push: "denied",
    }),
    tell("message_sent", noon - 9 * dayMs + 5 * minuteMs, {
      channel: "email",
      scenario: "welcome",
      step: "email",
    }),
    tell("message_opened", noon - 9 * dayMs + hourMs, {
      channel: "email",
      scenario: "welcome",
      step: "email",
    }),
    tell("add_to_cart", noon - 8 * dayMs, vase()),
    tell("purchase", noon - 8 * dayMs + 10 * minuteMs, { ...vase(), transaction_id: "T-1" }),
    tell("view_item", noon - 3 * hourMs, vase(55)),
    tell("view_item", noon - 3 * hourMs + minuteMs, vase(55)),
    tell("add_to_cart", noon - 2 * hourMs, vase(55), { gesture: null }),
    tell("message_sent", noon - hourMs, { channel: "sms", campaign: "flash-sale" }),
  ],
}

const nasty = Object.values(hostileTexts)

/** What a page may throw at us: in names, props, traits, and a map that shouts. */
export const hostile: GivenJourney = {
  watched: ["email"],
  map: JSON.stringify({
    cuelight: 1,
    id: "m",
    name: nasty[0],
    timeZone: "UTC",
    stages: [
      { id: "a", name: nasty[1] },
      { id: "b", name: nasty[2], when: { event: "add_to_cart" } },
    ],
    segments: nasty
      .slice(0, 3)
      .map((name, index) => ({ id: `s${index}`, name, when: { event: "page_view" } })),
    channels: { email: {}, valueOf: {}, ["<b>".repeat(40)]: {} },
    messages: { m: { name: nasty[0] } },
    scenarios: nasty.slice(0, 4).map((name, index) => ({
      id: `x${index}`,
      name,
      trigger: index === 3 ? { event: "__never__<img src=x>" } : { event: "add_to_cart" },
      steps: [
        { id: "one", channel: "email", message: "m" },
        { id: "two", channel: "valueOf", after: "1h" },
      ],
    })),
  }),
  events: [
    tell(
      "page_view",
      noon - 3 * hourMs,
      {},
      { page: { url: "https://shop.example/", title: nasty[0] ?? "" } },
    ),
    ...nasty.map((text, index) =>
      tell(
        "add_to_cart",
        noon - 2 * hourMs + index,
        { items: [{ item_name: text, price: index }] },
        { gesture: null },
      ),
    ),
    ...nasty.map((text, index) =>
      tell(text.slice(0, 100) || "x", noon - hourMs + index, { search_term: text }),
    ),
  ],
}

/** Ten thousand events of a month: as many as nobody scrolls through, and a search does. */
const busy: GivenJourney = {
  events: Array.from({ length: 10_000 }, (_, index) => {
    const at = noon - 30 * dayMs + index * 4 * minuteMs
    const page = { url: `https://shop.example/p/${index % 400}?from=list`, title: `Vase ${index % 400}` }
    if (index % 10 === 0) return tell("page_view", at, {}, { page })
    return tell(index % 25 === 1 ? "add_to_cart" : "view_item", at, vase(20 + (index % 90)), { page })
  }),
}

export const journeys: Record<string, GivenJourney> = { empty, begun, full, hostile, busy }
