import { findHostile } from "./hostile-value"

/** What is no text or number stands in a column as JSON in text: products. Any other value is given back as it is. */
export function readJsonColumn(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value
  try {
    const read: unknown = JSON.parse(value)
    return findHostile(read) ? value : read
  } catch {
    return value
  }
}
