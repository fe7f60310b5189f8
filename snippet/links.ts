import type { Listen } from "./detector"
import { findTarget } from "./gestures"

/** Files of GA4's enhanced measurement, and what shops and makers offer besides. */
const file =
  /\.(pdf|xlsx?|docx?|txt|rtf|csv|exe|key|pp(s|t|tx)|7z|pkg|rar|gz|zip|avi|mov|mp4|mpe?g|wmv|midi?|mp3|wav|wma|dmg|msi|apk|epub|fb2|ods|odt|stl|step|dwg)$/i
const messengers: [RegExp, string][] = [
  [/^(wa\.me|(api|web|chat)\.whatsapp\.com)\/.|^whatsapp:/, "whatsapp"],
  [/^(t|telegram)\.me\/.|^tg:/, "telegram"],
  [/^(m\.me|(www\.)?messenger\.com\/t)\/.|^fb-messenger:/, "messenger"],
  [/^viber:|^(viber\.me|chats\.viber\.com)\/./, "viber"],
  [/^vk\.me\/.|^vk\.com\/(im\b|write)/, "vk"],
  [/^line\.me\/(R|ti)\/|^line:/, "line"],
  [/^signal\.me\/.|^sgnl:/, "signal"],
  [/^(tel|callto):/, "phone"],
  [/^mailto:/, "email"],
  [/^sms:/, "sms"],
  [/^skype:/, "skype"],
]
/** Passing a page on to friends is no contact with the shop. */
const sharing =
  /^(wa\.me|[a-z]+\.whatsapp\.com)\/(send\/?)?(\?(?!.*phone=)|$)|\/share\b|[?&](url|u)=|^mailto:\?/

export interface FollowedLink {
  kind: "contact" | "download" | "outbound"
  /** How one gets in contact, or the extension of the file. */
  detail?: string
  url: URL
  link: Element
}

/** Tells links that lead to a person, a file or another site, by whichever button of the mouse they are followed. */
export function watchLinks(
  kind: FollowedLink["kind"],
  listen: Listen,
  listener: (followed: FollowedLink, cause: Event) => void,
): void {
  const look = (event: Event) => {
    const link = findTarget(event)?.closest("a[href],area[href]")
    if (!link || (event.type === "auxclick" && (event as MouseEvent).button !== 1)) return
    const followed = readLink(link)
    if (followed?.kind === kind) listener(followed, event)
  }
  listen("click", look)
  listen("auxclick", look)
}

function readLink(link: Element): FollowedLink | undefined {
  let url: URL
  try {
    url = new URL(link.getAttribute("href") ?? "", document.baseURI)
  } catch {
    return
  }
  const { protocol, host, hostname, pathname, search } = url
  const isWeb = /^https?:/.test(protocol)
  const address = isWeb ? host + pathname + search : url.href
  const method = messengers.find(([pattern]) => pattern.test(address))?.[1]
  if (method) return sharing.test(address) ? undefined : { kind: "contact", detail: method, url, link }
  if (!isWeb) return
  const extension = file.exec(pathname)?.[1]?.toLowerCase()
  if (extension || link.hasAttribute("download"))
    return { kind: "download", url, link, ...(extension && { detail: extension }) }
  if (siteOf(hostname) !== siteOf(location.hostname)) return { kind: "outbound", url, link }
}

/** `shop.example`, `shop.example.co.uk`: without sub-domains as far as names alone can tell. */
function siteOf(host: string): string {
  return /[^.]+\.([^.]{1,3}\.)?[^.]+$/.exec(host.replace(/^www\./, ""))?.[0] ?? host
}
