/** An object of a log, whose keys and values are anybody's. */
export type Fields = Record<string, unknown>

/** The value as an object with keys; `undefined` for lists, texts, numbers and nothing. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

/** The first of the values that is a text with something in it. */
export function firstText(...values: readonly unknown[]): string | undefined {
  for (const value of values) if (typeof value === "string" && value.trim() !== "") return value
  return undefined
}

/**
 * The first of the values that can be an id: a text with something in it, or a whole number. A number above 2^53 has
 * lost digits while the line was read, and two persons might be one: it is no id.
 */
export function firstId(...values: readonly unknown[]): string | undefined {
  for (const value of values) {
    if (typeof value === "string" && value.trim() !== "") return value
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value)
  }
  return undefined
}

/** Those of the named fields that are texts with something in them, under new names; `undefined` where there is none. */
export function pickTexts<Name extends string>(
  fields: Fields | undefined,
  names: Readonly<Record<string, Name>>,
): Partial<Record<Name, string>> | undefined {
  if (!fields) return undefined
  let picked: Partial<Record<Name, string>> | undefined
  for (const key in names) {
    const value = fields[key]
    if (typeof value !== "string" || value === "") continue
    picked ??= {}
    picked[names[key]!] ??= value
  }
  return picked
}

/** The campaign of an address, as `utm_` parameters that a row has beside its own fields; by Segment's names. */
export function readUtm(fields: Fields): Fields {
  return {
    source: fields.utm_source,
    medium: fields.utm_medium,
    name: fields.utm_campaign,
    term: fields.utm_term,
    content: fields.utm_content,
  }
}
