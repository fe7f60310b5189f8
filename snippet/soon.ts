/** In a task of its own, which follows; at once where nobody sees the page, whose timers wait. */
export function soon(run: () => void): void {
  if (document.visibilityState === "hidden") run()
  else setTimeout(run)
}
