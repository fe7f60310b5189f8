/** Readers of hostile JSON: whatever is not there, or of another kind, is null or empty. Never throws. */

/** The value at a dotted path; only own properties, and numbers reach into lists. */
export function at(value: unknown, path: string): unknown {
  let node = value
  for (const key of path === "" ? [] : path.split(".")) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined
    node = (node as Record<string, unknown>)[key]
  }
  return node
}

const MOST_TEXT = 1_000

/** Text that is not empty, cut where it is too long; numbers as text. */
export function text(value: unknown, path = ""): string | null {
  const found = at(value, path)
  if (typeof found === "number" && Number.isFinite(found)) return String(found)
  if (typeof found !== "string") return null
  const trimmed = found.trim()
  return trimmed === "" ? null : trimmed.slice(0, MOST_TEXT)
}

export function list(value: unknown, path = ""): unknown[] {
  const found = at(value, path)
  return Array.isArray(found) ? found : []
}

/** Texts of a list, or of a text alone. */
export function texts(value: unknown, path = ""): string[] {
  const found = at(value, path)
  return (Array.isArray(found) ? found.slice(0, 50) : [found]).flatMap((each) => text(each) ?? [])
}

export function numeric(value: unknown, path = ""): number | null {
  const found = at(value, path)
  if (typeof found === "number" && Number.isFinite(found)) return found
  if (typeof found !== "string" || !/^\s*-?\d+(\.\d+)?\s*$/.test(found)) return null
  return Number(found)
}

/** Years that a service may mean. What lies outside is a clock that was never set, or another unit. */
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

function inReason(ms: number): number | null {
  return Number.isFinite(ms) && ms >= EARLIEST && ms <= LATEST ? Math.floor(ms) : null
}

/** ms UTC of seconds since 1970, whole or not. */
export function epochSeconds(value: unknown, path = ""): number | null {
  const seconds = numeric(value, path)
  return seconds === null ? null : inReason(seconds * 1000)
}

/** ms UTC of ISO 8601 or RFC 2822; a time without a zone is UTC. */
export function instant(value: unknown, path = ""): number | null {
  const found = text(value, path)
  if (found === null || !/\d/.test(found)) return null
  const iso = /^\d{4}-\d{2}-\d{2}/.test(found)
  if (!iso) return inReason(Date.parse(found))
  const zoned = /(?:[zZ]|[+-]\d{2}:?\d{2})$/.test(found)
  const normal = found.replace(/^(\d{4}-\d{2}-\d{2})\s+/, "$1T").replace(/\s+(?=[+-]\d{2}:?\d{2}$)/, "")
  const whole = /T/.test(normal) ? normal : `${normal.slice(0, 10)}T00:00:00`
  return inReason(
    Date.parse(
      zoned && /T/.test(normal)
        ? whole.replace(/(\.\d{3})\d+/, "$1")
        : `${whole.replace(/(\.\d{3})\d+/, "$1")}Z`,
    ),
  )
}

export function lower(value: unknown, path = ""): string {
  return text(value, path)?.toLowerCase() ?? ""
}
