/** A storage area of the browser, as far as the worker asks for it; `refusing` is what it answers to every write. */
export function memoryStorage() {
  const kept: Record<string, unknown> = {}
  const heard = new Set<(changes: object) => void>()
  const area = {
    kept,
    /** Who listens; the test says when something has changed. */
    heard,
    onChanged: { addListener: (listener: (changes: object) => void) => void heard.add(listener) },
    bytes: 0,
    refusing: null as Error | null,
    async get(asked: string | string[] | null) {
      const keys = asked === null ? Object.keys(kept) : [asked].flat().filter((key) => key in kept)
      return Object.fromEntries(keys.map((key) => [key, structuredClone(kept[key])]))
    },
    async set(given: object) {
      if (area.refusing) throw area.refusing
      Object.assign(kept, structuredClone(given))
    },
    async remove(key: string) {
      delete kept[key]
    },
    async clear() {
      for (const key of Object.keys(kept)) delete kept[key]
    },
    getBytesInUse: async () => area.bytes,
  }
  return area
}
