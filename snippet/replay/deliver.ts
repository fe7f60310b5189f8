import { version } from "../../shared/version"
import { toJson } from "../plain-copy"
import type { Chunk, Outbox } from "./outbox"

/** Segment and its like take 32 KB a message. */
const MOST_CHARACTERS_A_MESSAGE = 24_000
const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 300_000

type Encoded = { encoding: "gzip+base64" | "json"; data: string }

/** Off the main thread where the browser can; its own text where it cannot. */
async function encode(frames: string): Promise<Encoded> {
  if (typeof CompressionStream === "undefined") return { encoding: "json", data: frames }
  const stream = new Blob([frames]).stream().pipeThrough(new CompressionStream("gzip"))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let text = ""
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192))
  return { encoding: "gzip+base64", data: btoa(text) }
}

/** A chunk as Segment messages of their own: parts that a collector joins by `replay`, `chunk` and `part`. */
export async function toMessages(chunk: Chunk): Promise<Record<string, unknown>[]> {
  const { id, replay, number, from, to, why, person, user, session, url, frames } = chunk
  const { encoding, data } = await encode(frames)
  const parts = Math.max(1, Math.ceil(data.length / MOST_CHARACTERS_A_MESSAGE))
  return Array.from({ length: parts }, (_, part) => ({
    type: "track",
    event: "replay_chunk",
    // The same each time it is sent, so that a collector knows it again.
    messageId: `${id}-${part}`,
    timestamp: new Date(from).toISOString(),
    anonymousId: person,
    ...(user && { userId: user }),
    properties: {
      replay,
      chunk: number,
      part,
      parts,
      from,
      to,
      why,
      encoding,
      data: data.slice(part * MOST_CHARACTERS_A_MESSAGE, (part + 1) * MOST_CHARACTERS_A_MESSAGE),
    },
    context: { page: { url }, library: { name: "cuelight", version }, cuelight: { session } },
  }))
}

export interface Delivery {
  /** Brings what the outbox holds; resolves when that is done or this attempt has failed. */
  deliver(): Promise<void>
}

/**
 * Brings chunks to the collector, one after the other, one tab at a time; a chunk is removed when it is acknowledged.
 * Not as keepalive requests: those share 64 KiB with the events of the page, which matter more. What a page that goes
 * could not send, the next one does.
 */
export function startDelivery(
  endpoint: string,
  site: string | undefined,
  outbox: Outbox,
  problem: (detail: string) => void,
  signal: AbortSignal,
): Delivery {
  let retryMs = FIRST_RETRY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  async function post(message: Record<string, unknown>): Promise<void> {
    const body = toJson({ batch: [message], sentAt: new Date().toISOString(), writeKey: site ?? "" })
    const response = await fetch(endpoint, {
      method: "POST",
      body,
      credentials: "omit",
      priority: "low",
      signal,
    })
    await response.text()
    const { ok, status } = response
    if (status === 429 || status === 408 || status >= 500) throw new Error(`HTTP ${status}`)
    // What the collector calls wrong will be wrong again.
    if (!ok) problem(`replay: HTTP ${status}`)
  }

  async function postAll(): Promise<void> {
    for (const id of await outbox.list()) {
      const chunk = await outbox.get(id)
      if (!chunk) continue
      for (const message of await toMessages(chunk)) await post(message)
      await outbox.remove(id)
    }
    retryMs = FIRST_RETRY_MS
  }

  function deliver(): Promise<void> {
    clearTimeout(timer)
    if (signal.aborted) return Promise.resolve()
    running ??= (async () =>
      navigator.locks ? navigator.locks.request("cuelight-replay", postAll) : postAll())()
      .catch((error) => {
        if (signal.aborted) return
        problem(`replay: ${error}`)
        timer = setTimeout(deliver, retryMs * (0.5 + Math.random()))
        retryMs = Math.min(LAST_RETRY_MS, retryMs * 2)
      })
      .finally(() => {
        running = undefined
      })
    return running
  }
  addEventListener("online", () => void deliver(), { signal })
  signal.addEventListener("abort", () => clearTimeout(timer))
  return { deliver }
}
