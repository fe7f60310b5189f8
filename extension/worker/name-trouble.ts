import type { BridgeMessage } from "../messages"

/** What kept the page's map or its snippet from coming, as far as the browser says: the notice's code and its detail. */
type Trouble = [code: string, detail: string]

/** Asked for without encryption by a page that is encrypted: the browser asks for nothing. */
const isMixed = (page: string | undefined, address: string) =>
  address.startsWith("http:") && page?.startsWith("https:") === true

/** `page`: the address of the page, from the browser. */
export function nameMapTrouble(
  { url, status }: Extract<BridgeMessage, { type: "page-map-failed" }>,
  page: string | undefined,
): Trouble {
  if (status === 413) return ["map-too-large", url]
  if (status > 0) return ["map-unreachable", `HTTP ${status}, ${url}`]
  if (isMixed(page, url)) return ["map-mixed", url]
  // The browser does not say which: another origin must allow it, this one does not answer.
  return [originOf(url) === originOf(page) ? "map-unreachable" : "map-not-shared", url]
}

export function nameSilence(
  { src, blocked, refused, status }: Extract<BridgeMessage, { type: "snippet-silent" }>,
  page: string | undefined,
): Trouble {
  if (blocked) return ["snippet-blocked", src]
  if (isMixed(page, src)) return ["snippet-mixed", src]
  if (status >= 400) return ["snippet-missing", `HTTP ${status}, ${src}`]
  // It came, and was not taken for a script: its content type, or its hash in the tag.
  return [status > 0 && refused ? "snippet-refused" : "snippet-silent", src]
}

/** A document for people, as a server sends it that knows no such file: its page that says so, or its log-in. */
export const isWebPage = (text: string) =>
  /^\uFEFF?\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text)

function originOf(address: string | undefined): string | null {
  return URL.canParse(address ?? "") ? new URL(address ?? "").origin : null
}
