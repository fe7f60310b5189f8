/** A page with more elements is not begun with: one snapshot would hold it up. */
export const MOST_ELEMENTS = 15_000
/** Added in one task: serialising them would hold the page up, so replay ends before it does. */
const MOST_ADDED_AT_ONCE = 3_000
const WINDOW_MS = 10_000
/** Mutations in one window: an animation by script, or a page that renders itself anew all the time. */
const MOST_MUTATIONS = 20_000
/** Of one window: a tenth of the main thread would be felt. */
const MOST_BUSY_MS = 1_000
const MOST_BUSY_AT_ONCE_MS = 500
const MOST_CHARACTERS = 2 * 1024 * 1024

export interface Weight {
  /** Mutations that are about to be recorded, with the nodes they add. */
  mutations(count: number, added: number): void
  /** Time that recording has taken just now. */
  busy(ms: number): void
  recorded(characters: number): void
}

/** Weighs what replay costs the page, window after window, and says once when that is too much. */
export function createWeight(now: () => number, onTooHeavy: (why: string) => void): Weight {
  let from = now()
  let seen = { mutations: 0, busyMs: 0, characters: 0 }
  let isOver = false
  const judge = (isTooMuch: boolean, why: string) => {
    if (isOver || !isTooMuch) return
    isOver = true
    onTooHeavy(why)
  }
  const turn = () => {
    if (now() - from < WINDOW_MS) return
    from = now()
    seen = { mutations: 0, busyMs: 0, characters: 0 }
  }
  return {
    mutations(count, added) {
      turn()
      seen.mutations += count
      judge(added > MOST_ADDED_AT_ONCE, `${added} nodes were added at once`)
      judge(seen.mutations > MOST_MUTATIONS, `more than ${MOST_MUTATIONS} mutations in ${WINDOW_MS / 1000} s`)
    },
    busy(ms) {
      turn()
      seen.busyMs += ms
      judge(ms > MOST_BUSY_AT_ONCE_MS, `one change took ${Math.round(ms)} ms`)
      judge(
        seen.busyMs > MOST_BUSY_MS,
        `recording took more than ${MOST_BUSY_MS} ms in ${WINDOW_MS / 1000} s`,
      )
    },
    recorded(characters) {
      turn()
      seen.characters += characters
      judge(seen.characters > MOST_CHARACTERS, `more than ${MOST_CHARACTERS} bytes in ${WINDOW_MS / 1000} s`)
    },
  }
}

/** Elements in added nodes. Counts no further than it matters. */
export function countAdded(records: readonly MutationRecord[]): number {
  let added = 0
  for (const { addedNodes } of records)
    for (const node of addedNodes) {
      added++
      if (node.nodeType === node.ELEMENT_NODE) added += (node as Element).getElementsByTagName("*").length
    }
  return added
}
