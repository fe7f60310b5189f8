import type { BridgeMessage } from "../messages"

/** Of the communication map's "Bad input". */
const MOST_MAP_BYTES = 1024 * 1024

/** The page's own map, fetched as the page could: the extension lends no rights to an address that the page names. */
export async function fetchPageMap(url: string): Promise<BridgeMessage> {
  try {
    const response = await fetch(url, { credentials: "same-origin" })
    if (!response.ok) return { type: "page-map-failed", url, reason: `HTTP ${response.status}` }
    const bytes = await response.arrayBuffer()
    if (bytes.byteLength > MOST_MAP_BYTES)
      return { type: "page-map-failed", url, reason: "larger than 1 MiB" }
    return { type: "page-map", url, text: new TextDecoder().decode(bytes) }
  } catch (error) {
    return { type: "page-map-failed", url, reason: error instanceof Error ? error.message : String(error) }
  }
}
