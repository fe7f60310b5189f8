import { defineDetector } from "../detector"
import { watchLinks } from "../links"

/** `contact`: a call, a mail or a messenger begun from the page. The number or address itself is not told. */
export const contact = defineDetector({
  name: "contact",
  start(report, _signal, { listen }) {
    watchLinks("contact", listen, ({ detail }, cause) =>
      report({ name: "contact", source: "url", props: { method: detail }, cause }),
    )
  },
})
