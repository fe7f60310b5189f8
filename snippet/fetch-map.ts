/** Of the communication map's "Bad input". */
const MOST_MAP_BYTES = 1024 * 1024

/** What came: the text, or the status of HTTP; 413 where it is larger than a map may be, 0 where nothing came. */
export type FetchedMap = { text: string } | { status: number }

/** A map that the page names, fetched as the page could: the extension lends no rights to an address of the page. */
export async function fetchMap(url: string): Promise<FetchedMap> {
  try {
    const response = await fetch(url, { credentials: "same-origin" })
    const bytes = await response.arrayBuffer()
    if (!response.ok) return { status: response.status }
    if (bytes.byteLength > MOST_MAP_BYTES) return { status: 413 }
    return { text: new TextDecoder().decode(bytes) }
  } catch {
    return { status: 0 }
  }
}
