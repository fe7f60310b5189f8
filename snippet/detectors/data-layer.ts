import { asFields, readGa4 } from "../../shared/log/ga4-push"
import { amounts } from "../amounts"
import { defineDetector } from "../detector"

/** Pushes of the older dialects are told by `enhanced-layer`. */
const enhanced = /"(impressions|click|detail|add|remove|checkout|purchase|refund|promo(View|Click))":[{[]/

/** The event's name and its fields, as `gtag` or the data layer of a tag manager is given them. */
export function readPushedEvent(push: unknown): unknown[] {
  const { event, ecommerce, ...rest } = asFields(push) ?? {}
  return Array.isArray(push) && push[0] === "event" ? push.slice(1) : [event, asFields(ecommerce) ?? rest]
}

/** GA4's recommended events that the site pushes to its data layer. */
export const dataLayer = defineDetector({
  name: "data-layer",
  start(report, _signal, { pushes }) {
    pushes?.((push, at) => {
      const inner = asFields(asFields(push)?.ecommerce)
      if (inner && enhanced.test(JSON.stringify(inner))) return
      const [name, fields] = readPushedEvent(push)
      for (const told of readGa4(name, asFields(fields) ?? {}, amounts.read))
        report({ ...told, at, source: "data-layer" })
    })
  },
})
