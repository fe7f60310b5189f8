/** Without what is not known. */
export function dropMissing<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** Text as a person reads it: one line, bounded. */
export function readText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value)
  if (typeof value !== "string") return
  return value.replace(/\s+/g, " ").trim().slice(0, 300) || undefined
}
