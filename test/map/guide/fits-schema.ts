import type { JsonSchema } from "../../../shared/map/guide/json-schema"

/** Keywords that say something to people and nothing to a validator. */
const SAYINGS = new Set(["$schema", "title", "description", "default", "examples", "definitions"])

/**
 * Why a value does not fit a JSON Schema (draft 7), or null where it does. Knows the keywords that ours uses and throws
 * on any other, so that nothing passes by not being looked at.
 */
export function explainMisfit(value: unknown, schema: JsonSchema, root = schema, at = ""): string | null {
  for (const [keyword, wanted] of Object.entries(schema)) {
    if (SAYINGS.has(keyword)) continue
    const check = Object.hasOwn(checks, keyword) ? checks[keyword] : undefined
    if (!check) throw new Error(`${at}: the test does not know the keyword ${keyword}`)
    const why = check(wanted as never, value, { schema, root, at })
    if (why !== null) return why
  }
  return null
}

interface Place {
  schema: JsonSchema
  root: JsonSchema
  at: string
}

type Check = (wanted: never, value: unknown, place: Place) => string | null

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const typeOf = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value)

function firstOf(reasons: Iterable<string | null>): string | null {
  for (const reason of reasons) if (reason !== null) return reason
  return null
}

const checks: Record<string, Check> = {
  $ref: (name: string, value, { root, at }) => {
    const target = root.definitions?.[name.replace("#/definitions/", "")]
    if (!target) throw new Error(`${at}: ${name} leads nowhere`)
    return explainMisfit(value, target, root, at)
  },
  type: (wanted: string | string[], value, { at }) => {
    const types = [wanted].flat()
    const fits = types.includes(typeOf(value)) || (types.includes("integer") && Number.isInteger(value))
    return fits ? null : `${at}: ${typeOf(value)} is no ${types.join(" or ")}`
  },
  const: (wanted: unknown, value, { at }) => (value === wanted ? null : `${at}: not ${wanted}`),
  enum: (wanted: unknown[], value, { at }) => (wanted.includes(value) ? null : `${at}: none of ${wanted}`),
  pattern: (wanted: string, value, { at }) =>
    typeof value !== "string" || new RegExp(wanted, "u").test(value) ? null : `${at}: not like ${wanted}`,
  minLength: (wanted: number, value, { at }) =>
    typeof value !== "string" || value.length >= wanted ? null : `${at}: too short`,
  maxLength: (wanted: number, value, { at }) =>
    typeof value !== "string" || value.length <= wanted ? null : `${at}: too long`,
  minimum: (wanted: number, value, { at }) =>
    typeof value !== "number" || value >= wanted ? null : `${at}: below ${wanted}`,
  maximum: (wanted: number, value, { at }) =>
    typeof value !== "number" || value <= wanted ? null : `${at}: above ${wanted}`,
  minItems: (wanted: number, value, { at }) =>
    !Array.isArray(value) || value.length >= wanted ? null : `${at}: too few`,
  minProperties: (wanted: number, value, { at }) =>
    !isObject(value) || Object.keys(value).length >= wanted ? null : `${at}: too few keys`,
  required: (wanted: string[], value, { at }) =>
    isObject(value)
      ? firstOf(wanted.map((key) => (Object.hasOwn(value, key) ? null : `${at}: no ${key}`)))
      : null,
  properties: (wanted: Record<string, JsonSchema>, value, { root, at }) =>
    isObject(value)
      ? firstOf(
          Object.entries(wanted).map(([key, inner]) =>
            Object.hasOwn(value, key) ? explainMisfit(value[key], inner, root, `${at}/${key}`) : null,
          ),
        )
      : null,
  propertyNames: (wanted: JsonSchema, value, { root, at }) =>
    isObject(value)
      ? firstOf(Object.keys(value).map((key) => explainMisfit(key, wanted, root, `${at}/${key}`)))
      : null,
  additionalProperties: (wanted: boolean | JsonSchema, value, { schema, root, at }) => {
    if (!isObject(value) || wanted === true) return null
    const others = Object.keys(value).filter((key) => !Object.hasOwn(schema.properties ?? {}, key))
    return firstOf(
      others.map((key) =>
        wanted === false ? `${at}: unknown ${key}` : explainMisfit(value[key], wanted, root, `${at}/${key}`),
      ),
    )
  },
  items: (wanted: JsonSchema, value, { root, at }) =>
    Array.isArray(value)
      ? firstOf(value.map((item, index) => explainMisfit(item, wanted, root, `${at}/${index}`)))
      : null,
  allOf: (wanted: JsonSchema[], value, { root, at }) =>
    firstOf(wanted.map((inner) => explainMisfit(value, inner, root, at))),
  anyOf: (wanted: JsonSchema[], value, { root, at }) => {
    const reasons = wanted.map((inner) => explainMisfit(value, inner, root, at))
    return reasons.includes(null) ? null : `${at}: no form fits (${reasons.join("; ")})`
  },
  if: (wanted: JsonSchema, value, { schema, root, at }) =>
    explainMisfit(value, wanted, root, at) === null
      ? explainMisfit(value, schema.then as JsonSchema, root, at)
      : null,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: () => null,
}
