/**
 * In a task of its own, which follows; at once where nobody sees the page, whose timers wait. The timer is set when the
 * caller is done: setting it is the dearest part of a call.
 */
export function soon(run: () => void): void {
  if (document.visibilityState === "hidden") run()
  else queueMicrotask(() => setTimeout(run))
}
