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
    const copied: unknown[] = new Array(value.length)
    done.set(value, copied)
    for (let index = 0; index < value.length; index++) copied[index] = copy(value[index], done)
    return copied
  }
  if (value instanceof Kept) {
    const before = done.get(value)
    if (before) return before
    const copied = Object.create(Object.getPrototypeOf(value))
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
