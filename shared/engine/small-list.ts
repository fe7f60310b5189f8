/** From here on a list grows by itself: copying it for each element would cost its square. */
const GROWS_FROM = 8

/**
 * The list with one more at its end: a new one while it is short (`concat` gives it exactly the room that it needs, a
 * spread does not), else the same. The engines of browsers give a list
 * that grows by `push` room for 17 at once; people have millions of lists of one or two.
 */
export function withLast<T>(list: T[], item: T): T[] {
  if (list.length < GROWS_FROM) return list.concat([item])
  list.push(item)
  return list
}
