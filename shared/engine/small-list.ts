/** From here on a list grows by itself: copying it for each element would cost its square. */
const GROWS_FROM = 8

/**
 * The list with one more at its end: a new one while it is short (`concat` gives it exactly the room that it needs, a
 * spread does not), else the same. The engines of browsers give a list
 * that grows by `push` room for 17 at once; people have millions of lists of one or two.
 */
export function withLast<T>(list: T[], item: T): T[] {
  // Most are of one. A number is left to `concat`, which keeps a list of nothing but numbers dense.
  if (list.length === 0 && typeof item !== "number") return [item]
  if (list.length < GROWS_FROM) return list.concat([item])
  list.push(item)
  return list
}

/** More than any real map has; of a hostile one, people hold only what they use. */
const MOST_AT_ONCE = 100

/** Full lists of undefined, by their length, to copy from. */
const rooms = Array.from({ length: MOST_AT_ONCE + 1 }, (_, length): undefined[] => Array.from({ length }))

/**
 * A list with room for so many, all undefined. A copy of one that is full: a list that grows by itself takes up to four
 * times the room, and one that once had holes, or held nothing but numbers, is another shape to the engines of browsers,
 * which give up compiled code for each shape that they meet.
 */
export function makeRoom<T>(count: number): (T | undefined)[] {
  return rooms[count]?.slice() ?? []
}
