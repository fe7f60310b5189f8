/**
 * A storage area of the browser, of which what was asked or written once is not asked again: each question goes through
 * the browser, which has most to do just when a page opens. Written is at once, so that a worker that ends loses nothing.
 */
export interface KeptStorage {
  get(keys: string[]): Promise<Record<string, unknown>>
  /** What is written is read from here on; the promise is that it is kept, and throws where the browser refuses. */
  set(given: Record<string, unknown>): Promise<void>
  remove(key: string): Promise<void>
  clear(): Promise<void>
}

type Area = chrome.storage.StorageArea

/** What tests put in the place of an area is another one. */
const known = new WeakMap<Area, KeptStorage>()

/** Of the worker alone: nobody else writes there. */
export const sessionStorage = (): KeptStorage => keep(chrome.storage.session, false)

/** Pages and content scripts write there too: what they change is asked again. */
export const localStorage = (): KeptStorage => keep(chrome.storage.local, true)

function keep(area: Area, isShared: boolean): KeptStorage {
  const storage = known.get(area) ?? createKeptStorage(area, isShared)
  known.set(area, storage)
  return storage
}

// Before all others that listen: who is told of a change reads what has come.
if (typeof chrome !== "undefined" && chrome.storage) localStorage()

/** Values are kept as text, so that nobody changes what others read. */
function createKeptStorage(area: Area, isShared: boolean): KeptStorage {
  const texts = new Map<string, string | undefined>()
  /** Of changes by others: what was asked before one is not kept. */
  let changes = 0

  if (isShared)
    area.onChanged?.addListener((changed) => {
      changes++
      for (const [key, { newValue }] of Object.entries(changed))
        if (texts.get(key) !== JSON.stringify(newValue)) texts.delete(key)
    })

  /** Kept again from what the browser says: here it may be what the browser has refused. */
  function forget(keys: string[], error: unknown): never {
    for (const key of keys) texts.delete(key)
    throw error
  }

  return {
    async get(keys) {
      const before = changes
      const unknown = keys.filter((key) => !texts.has(key))
      const asked = unknown.length > 0 ? await area.get(unknown) : {}
      const found: Record<string, unknown> = {}
      for (const key of keys) {
        // It may have been written while the browser was asked.
        const text = texts.has(key) ? texts.get(key) : JSON.stringify(asked[key])
        if (before === changes) texts.set(key, text)
        if (text !== undefined) found[key] = JSON.parse(text)
      }
      return found
    },
    async set(given) {
      for (const [key, value] of Object.entries(given)) texts.set(key, JSON.stringify(value))
      await area.set(given).catch((error) => forget(Object.keys(given), error))
    },
    async remove(key) {
      texts.set(key, undefined)
      await area.remove(key).catch((error) => forget([key], error))
    },
    async clear() {
      texts.clear()
      changes++
      await area.clear()
    },
  }
}
