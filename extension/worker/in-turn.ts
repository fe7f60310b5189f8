/**
 * Runs tasks one after another. Chrome's storage has no transactions: what is read, changed and written back by two at
 * once would lose the change of one.
 */
export function takeTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const turn = last.then(task)
    last = turn.catch(() => {})
    return turn
  }
}
