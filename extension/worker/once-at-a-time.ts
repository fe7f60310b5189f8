/**
 * Runs `task` for one thing (a tab) at a time: who asks while it runs is served by one more run after it, however many
 * asked. Resolves when what was asked for has been done.
 */
export function onceAtATime<T>(task: (of: T) => Promise<void>): (of: T) => Promise<void> {
  const running = new Map<T, { now: Promise<void>; next: Promise<void> | null }>()

  function run(of: T): Promise<void> {
    const now = task(of).finally(() => {
      if (!running.get(of)?.next) running.delete(of)
    })
    running.set(of, { now, next: null })
    return now
  }

  return (of) => {
    const turn = running.get(of)
    if (!turn) return run(of)
    turn.next ??= turn.now.catch(() => {}).then(() => run(of))
    return turn.next
  }
}
