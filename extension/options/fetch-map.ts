/** As the specification limits a map; a larger file is not even read. */
export const MOST_MAP_BYTES = 1024 * 1024
const WITHIN_MS = 15_000

export type FetchedMap =
  | { text: string }
  | { trouble: "no-address" | "not-allowed" | "too-long" | "web-page" }
  | { trouble: "status"; status: number }

/** The address of a map as somebody pastes it; null for none that can be fetched. A name and password stay behind. */
export function readMapAddress(given: string): URL | null {
  try {
    const url = new URL(given.trim())
    if (url.protocol !== "https:" && url.protocol !== "http:") return null
    url.username = ""
    url.password = ""
    url.hash = ""
    return url
  } catch {
    return null
  }
}

/**
 * Fetches a map, with none of the person's cookies. Never throws: where the browser does not let us read the answer,
 * that is `not-allowed`, which is also all it says of a server that is not there.
 */
export async function fetchMap(given: string): Promise<FetchedMap> {
  const url = readMapAddress(given)
  if (!url) return { trouble: "no-address" }
  try {
    const signal = AbortSignal.timeout(WITHIN_MS)
    const answer = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", signal })
    if (!answer.ok) return { trouble: "status", status: answer.status }
    const text = await readBounded(answer)
    if (text === null) return { trouble: "too-long" }
    return /^\s*<(!doctype|html)/i.test(text) ? { trouble: "web-page" } : { text }
  } catch {
    return { trouble: "not-allowed" }
  }
}

/** Null for more than a map may have; the rest is not waited for. */
async function readBounded(answer: Response): Promise<string | null> {
  const reader = answer.body?.getReader()
  if (!reader) return ""
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length
    if (bytes > MOST_MAP_BYTES) {
      await reader.cancel()
      return null
    }
    parts.push(part.value)
  }
  return new Blob(parts).text()
}

/** With the browser's leave for this one address, which it has back afterwards. Null where the person said no. */
export async function fetchWithLeave(given: string): Promise<FetchedMap | null> {
  const url = readMapAddress(given)
  if (!url) return { trouble: "no-address" }
  // As Firefox knows them: a host, whatever its port.
  const origins = [`${url.protocol}//${url.hostname}/*`]
  // At once: the browser may be asked only while the press is fresh.
  const asked = chrome.permissions.request({ origins })
  const had = await chrome.permissions.contains({ origins })
  if (!(await asked)) return null
  const fetched = await fetchMap(given)
  if (!had) await chrome.permissions.remove({ origins }).catch(() => false)
  return fetched
}
