import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { dropMissing, readText } from "../text"

/** Files of GA4's enhanced measurement, and what shops and makers offer besides. */
const file =
  /\.(pdf|xlsx?|docx?|txt|rtf|csv|exe|key|pp(s|tx?)|7z|pkg|rar|g?z(ip)?|avi|mov|mp[34]|mpe?g|wmv|midi?|wav|wma|dmg|apk|epub)$/i
/** Ways to a person. Passing a page on to friends, which names nobody, is no contact with the shop. */
const contact =
  /^(?:(tel|mailto|sms|skype|viber|tg|line):(?!\?)|(wa|t|m|telegram|viber|vk|line|signal)\.me\/(?!share|\?|$)|(?:\w+\.)?(whatsapp)\W.*phone=)/
const methods: Record<string, string> = {
  tel: "phone",
  mailto: "email",
  wa: "whatsapp",
  t: "telegram",
  tg: "telegram",
  m: "messenger",
}

/** `shop.example`, `shop.example.co.uk`: without sub-domains as far as names alone can tell. */
const siteOf = (host: string) => /[^.]+\.([^.]{1,3}\.)?[^.]+$/.exec(host.replace(/^www\./, ""))?.[0]

/**
 * Links by whichever button of the mouse they are followed: `contact` (a call, a mail or a messenger, without number or
 * address), GA4's `file_download`, and its `click` on what leads to another site.
 */
export const link = defineDetector({
  name: "link",
  start(report, _signal, { listen }) {
    const look = (cause: Event) => {
      const found = findTarget(cause)?.closest("a[href],area[href]")
      const { hostname, pathname, href } = (found ?? {}) as HTMLAnchorElement
      // A link in a drawing has no address of its own.
      if (!found || typeof href !== "string" || (cause as MouseEvent).button > 1) return
      const tell = (name: string, props: Record<string, unknown>) =>
        report({ name, source: "url", props: dropMissing(props), cause })
      const link_url = cleanUrl(href)
      const told = { link_text: readText(found.textContent), link_url }
      const way = contact
        .exec(href.replace(/^https?:\/\/(www\.)?/, ""))
        ?.slice(1)
        .find(Boolean)
      const extension = file.exec(pathname)?.[1]
      if (way) tell("contact", { method: methods[way] ?? way })
      else if (!hostname) return
      else if (extension || found.hasAttribute("download"))
        tell("file_download", {
          file_extension: extension?.toLowerCase(),
          file_name: /[^/?]*(?=$|\?)/.exec(link_url)?.[0],
          ...told,
        })
      // What is left in a frame is left by the page around it.
      else if (self === top && siteOf(hostname) !== siteOf(location.hostname))
        tell("click", { outbound: true, link_domain: hostname, ...told })
    }
    listen("click auxclick", look)
  },
})
