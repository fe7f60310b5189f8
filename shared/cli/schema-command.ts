import { writeJsonSchema } from "../map/guide/json-schema"
import { readArguments } from "./arguments"
import { quote, readLanguage } from "./read-options"
import { BadInput, CLEAN, type Shell } from "./shell"

const OPTIONS = { language: "value" } as const

/** `schema`: the JSON Schema of the map language, for completion and hovering in editors. */
export async function runSchema(given: readonly string[], shell: Shell): Promise<number> {
  const { values, rest } = readArguments(given, OPTIONS)
  if (rest.length > 0) throw new BadInput(`nothing is expected beside the options: ${quote(rest[0] ?? "")}`)
  shell.print(`${JSON.stringify(writeJsonSchema(readLanguage(values.get("language"), "en")), null, 2)}\n`)
  return CLEAN
}
