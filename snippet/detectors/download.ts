import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { watchLinks } from "../links"
import { dropMissing, readText } from "../product"

/** GA4's `file_download`. */
export const download = defineDetector({
  name: "download",
  start(report, _signal, { listen }) {
    watchLinks("download", listen, ({ detail, url, link }, cause) => {
      const link_url = cleanUrl(url.href)
      const props = dropMissing({
        file_extension: detail,
        file_name: /[^/?#]*(?=$|[?#])/.exec(link_url)?.[0],
        link_text: readText(link.textContent),
        link_url,
      })
      report({ name: "file_download", source: "url", props, cause })
    })
  },
})
