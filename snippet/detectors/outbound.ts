import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { watchLinks } from "../links"
import { dropMissing, readText } from "../product"

/** GA4's `click`: a link that leads to another site. */
export const outbound = defineDetector({
  name: "outbound",
  start(report, _signal, { listen }) {
    watchLinks("outbound", listen, ({ url, link }, cause) => {
      const props = dropMissing({
        link_domain: url.hostname,
        link_text: readText(link.textContent),
        link_url: cleanUrl(url.href),
        outbound: true,
      })
      report({ name: "click", source: "url", props, cause })
    })
  },
})
