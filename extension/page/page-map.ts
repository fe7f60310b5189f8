import type { BridgeMessage } from "../messages"

/** Of the communication map's "Bad input". */
const MOST_MAP_BYTES = 1024 * 1024

/** The page's own map, fetched as the page could: the extension lends no rights to an address that the page names. */
export async function fetchPageMap(url: string): Promise<BridgeMessage> {
  const failed = (status: number): BridgeMessage => ({ type: "page-map-failed", url, status })
  try {
    const response = await fetch(url, { credentials: "same-origin" })
    const bytes = await response.arrayBuffer()
    if (!response.ok) return failed(response.status)
    if (bytes.byteLength > MOST_MAP_BYTES) return failed(413)
    return { type: "page-map", url, text: new TextDecoder().decode(bytes) }
  } catch {
    return failed(0)
  }
}
