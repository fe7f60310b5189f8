/**
 * Whatever the fold changes while it runs. A peek at another instant works on a copy of these (see `copyKept`);
 * everything else (events, the compiled map) is shared and never changed.
 */
export abstract class Kept {}

/** A deep copy of what the fold changes: objects of `Kept` classes, arrays, maps and sets; all else is shared. */
export function copyKept<T>(value: T): T {
  return copy(value, new Map()) as T
}

function copy(value: unknown, done: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) {
    const before = done.get(value)
    if (before) return before
    return copyList(value, done)
  }
  if (value instanceof Kept) {
    const before = done.get(value)
    if (before) return before
    const copied = makeBlank(value)
    done.set(value, copied)
    for (const key of Object.keys(value)) {
      copied[key] = copy((value as unknown as Record<string, unknown>)[key], done)
    }
    return copied
  }
  if (value instanceof Map) {
    const before = done.get(value)
    if (before) return before
    const copied = new Map()
    done.set(value, copied)
    for (const [key, inner] of value) copied.set(key, copy(inner, done))
    return copied
  }
  if (value instanceof Set) return new Set(value)
  return value
}

/**
 * Piece by piece where it holds objects, for `map` and places that are filled by their index make a list that may have
 * holes, and what has been compiled for lists without is given up.
 */
function copyList(list: readonly unknown[], done: Map<object, unknown>): unknown[] {
  let holdsObjects = false
  for (const inner of list) if (typeof inner === "object" && inner !== null) holdsObjects = true
  const copied: unknown[] = holdsObjects ? [] : list.slice()
  done.set(list, copied)
  if (holdsObjects) for (const inner of list) copied.push(copy(inner, done))
  return copied
}

/**
 * An object of the same class without its fields. Made as the class itself makes one, so that what has been compiled for
 * the originals holds for copies as well: `Object.create` gives objects that only look the same.
 */
function makeBlank(value: Kept): Record<string, unknown> {
  return Reflect.construct(Kept, [], value.constructor)
}
