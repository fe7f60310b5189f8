import { gunzipSync } from "node:zlib"
import type { Site } from "./open-site"

export interface ReplayFrame {
  type: number
  timestamp: number
  data: Record<string, unknown> & { source?: number; tag?: string }
}

export interface ReplayChunk {
  replay: string
  chunk: number
  part: number
  parts: number
  from: number
  to: number
  why: string
  encoding: string
  data: string
}

const isReplay = ({ event }: Record<string, unknown>) => event === "replay_chunk"

/** Messages with a part of a replay, as they came, doubles included. */
export const listReplayMessages = (site: Site) =>
  site.batches.flatMap(({ batch }) => batch).filter(isReplay) as { properties: ReplayChunk }[]

/** What a collector makes of the parts: whole chunks in order, with their frames. */
export function readReplay(site: Site): (ReplayChunk & { frames: ReplayFrame[] })[] {
  const chunks = new Map<string, ReplayChunk[]>()
  for (const { properties } of listReplayMessages(site)) {
    const key = `${properties.replay} ${String(properties.chunk).padStart(4, "0")}`
    const parts = chunks.get(key) ?? []
    parts[properties.part] = properties
    chunks.set(key, parts)
  }
  return [...chunks]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, parts]) => parts)
    .filter((parts) => Object.keys(parts).length === parts[0]?.parts)
    .map((parts) => {
      const data = parts.map((part) => part.data).join("")
      const text = parts[0]?.encoding === "json" ? data : gunzipSync(Buffer.from(data, "base64")).toString()
      return { ...parts[0]!, frames: JSON.parse(text) as ReplayFrame[] }
    })
}
