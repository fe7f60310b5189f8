/** Of the journey engine's "Bad input": nesting 32, and an event 64 KiB. */
const DEEPEST = 32
const MOST_CHARACTERS = 64 * 1024
const MOST_NODES = 4_000

/**
 * A copy of a page's value as plain JSON data: no functions, nodes, circles or prototypes; bounded in depth and size.
 * `undefined` where nothing can be kept. A property whose getter throws is left out and told to `onThrow`; the page's
 * proxies may throw out of here.
 */
export function copyPlain(value: unknown, onThrow: (error: unknown) => void = () => {}): unknown {
  let room = MOST_CHARACTERS
  let nodes = MOST_NODES
  const path: object[] = []

  /** Some frameworks make every property an accessor, so they are run, and may fail. */
  const read = (from: object, name: string): unknown => {
    try {
      return (from as Record<string, unknown>)[name]
    } catch (error) {
      onThrow(error)
    }
  }

  const copy = (from: unknown): unknown => {
    if (typeof from === "string") {
      room -= from.length
      return room < 0 ? undefined : from
    }
    if (typeof from === "number") return Number.isFinite(from) ? from : undefined
    if (from === null || typeof from === "boolean") return from
    if (typeof from !== "object" || path.length >= DEEPEST || path.includes(from) || --nodes < 0) return
    if ("nodeType" in from || from === globalThis) return
    if (from instanceof Date) return Number.isNaN(+from) ? undefined : from.toISOString()
    path.push(from)
    const list = Array.isArray(from) || {}.toString.call(from) === "[object Arguments]"
    const made: unknown[] | Record<string, unknown> = list ? [] : {}
    for (const name of Object.keys(from).slice(0, MOST_NODES)) {
      if (/^(__proto__|constructor|prototype)$/.test(name) || (list && !/^\d+$/.test(name))) continue
      const inner = copy(read(from, name))
      if (list) (made as unknown[]).push(inner ?? null)
      else if (inner !== undefined) (made as Record<string, unknown>)[name] = inner
      room -= name.length
    }
    path.pop()
    return made
  }
  return copy(value)
}

/** JSON of plain data, also on pages whose Prototype.js has given lists and objects a `toJSON` of their own. */
export function toJson(value: unknown): string {
  // What is taken from its holder is the value itself, whatever its `toJSON` has made of it.
  return JSON.stringify(value, function (this: Record<string, unknown>, name) {
    return this[name]
  })
}
