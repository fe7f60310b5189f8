import * as z from "zod"
import type { Language } from "../../language"
import { CommunicationMap } from "../communication-map"
import { COMPARISONS, NUMBER_COMPARISONS } from "../matcher"
import { TOUCHPOINT_NEEDS } from "../touchpoint"
import { conditionWords } from "./condition-words"
import type { GuideWords } from "./key-words"
import { mapWords } from "./map-words"
import { schemaNames } from "./named-schemas"
import { scenarioWords } from "./scenario-words"
import { valueWords } from "./value-words"

/** A part of the JSON Schema (draft 7), as far as this project reads it. */
export interface JsonSchema {
  $ref?: string
  title?: string
  description?: string
  default?: unknown
  examples?: unknown[]
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  pattern?: string
  minProperties?: number
  required?: string[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
  definitions?: Record<string, JsonSchema>
  [keyword: string]: unknown
}

/** What every object of the language says, by its name. */
export const guideWords: GuideWords = { ...mapWords, ...scenarioWords, ...conditionWords }

/** The name of the whole map among the objects. */
export const ROOT = "CommunicationMap"

/**
 * The JSON Schema (draft 7, which every editor reads) of the map language, generated from the schema that reads maps,
 * with a description for every key. It lets through whatever `parseMap` takes; what no JSON Schema can say (unknown
 * ids, circles, order) `parseMap` finds.
 */
export function writeJsonSchema(language: Language = "en"): JsonSchema {
  const schema = z.toJSONSchema(CommunicationMap, {
    target: "draft-7",
    io: "input",
    reused: "inline",
    metadata: schemaNames,
  }) as JsonSchema
  const definitions = schema.definitions ?? {}
  for (const [name, words] of Object.entries(guideWords)) {
    const part = name === ROOT ? schema : definitions[name]
    if (!part) continue
    part.description = words[language]
    for (const [key, says] of Object.entries(words.keys)) {
      const property = part.properties?.[key]
      if (!property) continue
      // What the key says comes before what its kind of value says in general.
      property.description = says[language]
      if ("default" in says) property.default = says.default
    }
  }
  for (const [name, { pattern, examples, ...words }] of Object.entries(valueWords)) {
    const part = definitions[name]
    if (!part) continue
    Object.assign(part, {
      description: words[language],
      ...(pattern && { pattern }),
      ...(examples && { examples }),
    })
  }
  addRefinements(definitions)
  schema.title = "Cuelight communication map"
  return schema
}

/** What the schema checks by program, said in the words of JSON Schema. */
function addRefinements(definitions: Record<string, JsonSchema>): void {
  for (const name of ["Comparison", "NumberComparison", "MessageMatch"]) {
    if (definitions[name]) definitions[name].minProperties = 1
  }
  const oneOf = (keys: readonly string[]) => keys.map((key) => ({ required: [key] }))
  if (definitions.SumCondition) definitions.SumCondition.anyOf = oneOf(NUMBER_COMPARISONS)
  if (definitions.TraitCondition) definitions.TraitCondition.anyOf = oneOf(COMPARISONS)
  if (definitions.Touchpoint) {
    definitions.Touchpoint.allOf = Object.entries(TOUCHPOINT_NEEDS).map(([on, needs]) => ({
      if: { properties: { on: { const: on } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: [needs] },
    }))
  }
}
