import { makeLine, type TapLine } from "./tap-line"

/**
 * The part of the extension that lives in the page's own world: hands data-layer pushes, and what the page's own
 * snippet tells, to the isolated world. Wraps no built-in, leaves no global, and ends when it is told to.
 *
 * In the page's own task it only begins to hear what nobody could tell it later. The rest follows in tasks of its own;
 * at once where the page throws or goes.
 */

const leaving = /page|before/

let made: TapLine | undefined
const line = (): TapLine => {
  made ??= makeLine()
  return made
}

function goOn(): void {
  const [parts] = line()
  const part = parts.shift()
  if (!part) return
  part()
  setTimeout(goOn)
}

/** What is left to be done waits no longer: the page goes, or has thrown, which is told to no other world. */
function hurry(event: Event): void {
  const [parts, leave, tellError] = line()
  const goes = leaving.test(event.type)
  // Before the last look at a data layer, which is taken then.
  if (goes) leave()
  for (const part of parts.splice(0)) part()
  if (!goes) tellError(event)
}

// Not by a function of ours, which would first have to be compiled.
for (const type of ["error", "unhandledrejection", "beforeunload", "pagehide"])
  addEventListener(type, hurry, true)
setTimeout(goOn)
