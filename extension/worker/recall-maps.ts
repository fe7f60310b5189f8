import { type CommunicationMap, parseMap } from "../domain"
import { sessionStorage } from "./kept-storage"

/** The map that a text says; null where it is no good. */
export type ReadMap = (text: string) => CommunicationMap | null

interface ReadBefore {
  text: string
  map: CommunicationMap
}

const key = "read-maps"
const MOST_KEPT = 3
/** The browser has 10 MB for all that is kept until it ends. */
const LONGEST_TEXT = 100_000

export const readMap: ReadMap = (text) => parseMap(text).map

/**
 * Reads maps, those that were read before from what is kept until the browser ends: to read one takes longer than all
 * else that a worker does as it wakes. Only the worker writes there, and an update of the extension, to which a map may
 * mean something else, empties it.
 */
export async function recallMaps(): Promise<ReadMap> {
  const storage = sessionStorage()
  const kept = ((await storage.get([key]))[key] ?? []) as ReadBefore[]
  return (text) => {
    const before = kept.find((each) => each.text === text)
    if (before) return before.map
    const map = readMap(text)
    if (map && text.length <= LONGEST_TEXT)
      void storage.set({ [key]: [{ text, map }, ...kept].slice(0, MOST_KEPT) }).catch(noRoom)
    return map
  }
}

/** It is read again the next time. */
function noRoom(): void {}
