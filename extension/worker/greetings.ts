/** From where a page has greeted, as the browser says. */
interface Greeted {
  site: string
  tabId: number
}

/** More pages than are opened while one of them waits for its orders. */
const MOST_KEPT = 100
/** Of what a page has made up for itself. */
const LONGEST_KEY = 100

/**
 * Whose pages are that have greeted and may go before they get their orders: what they leave names the key that they have
 * greeted with, which no other page knows. In memory alone: a greeting that this worker has not heard is repeated.
 */
export interface Greetings {
  /** `isWelcome`: whether what is done on it is recorded at all. To be called before anything is awaited. */
  note(key: unknown, from: Greeted, isWelcome: Promise<boolean>): void
  find(key: unknown): Promise<Greeted | undefined>
}

export function keepGreetings(): Greetings {
  const kept = new Map<string, Promise<Greeted | undefined>>()
  return {
    note(key, from, isWelcome) {
      if (typeof key !== "string" || key.length > LONGEST_KEY) return
      kept.set(
        key,
        isWelcome.then((is) => (is ? from : undefined)),
      )
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    },
    find: async (key) => kept.get(String(key)),
  }
}
