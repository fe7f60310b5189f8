import { readFileSync } from "node:fs"
import { writeAuditFile } from "../../shared/export/audit-file"

const map = readFileSync(new URL("../../shared/starter-maps/online-shop.yaml", import.meta.url), "utf8")
const begin = Date.UTC(2026, 10, 22, 12)
const hourMs = 60 * 60 * 1000

/** A saved audit: a cart of yesterday, and nobody who was reminded of it. */
export function auditText(): string {
  const told = (id: string, name: string, at: number, props: Record<string, unknown> = {}) => ({
    id,
    name,
    at,
    person: "a-visitor",
    props,
    gesture: { type: "click", target: "button.buy", at: at - 40 },
    source: "data-layer",
  })
  const vase = { item_id: "vase-blue", item_name: "Blue vase", price: 39, quantity: 1 }
  return writeAuditFile({
    savedAt: begin + 3 * hourMs,
    now: begin + 3 * hourMs,
    site: "shop.example",
    map: { text: map, from: null },
    coverage: [{ channel: "email", from: begin, to: begin + 3 * hourMs }],
    settings: { recordedFrom: begin },
    masked: 3,
    events: [
      told("1", "page_view", begin),
      told("2", "view_item", begin + 1000, { items: [vase], currency: "EUR", value: 39 }),
      told("3", "add_to_cart", begin + 60_000, { items: [vase], currency: "EUR", value: 39 }),
    ],
  })
}
