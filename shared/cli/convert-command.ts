import { dialectNames, writeEvent, writtenDialectNames } from "../log/dialects"
import { startLog } from "../log/read-log"
import { readArguments } from "./arguments"
import { readPortions } from "./read-input"
import { makeHarmless, readOneName, readZone } from "./read-options"
import { BAD_INPUT, BadInput, CLEAN, type Shell } from "./shell"

const OPTIONS = { to: "value", format: "value", zone: "value", strict: "flag" } as const

/** Lines that are named one by one; of more than these only their number is told. */
const MOST_TOLD = 20

/**
 * `convert`: a log in another dialect, one value a line, while it is read. What cannot be used is told on standard error
 * with its line and left out; with `--strict` that is exit 2.
 */
export async function runConvert(given: readonly string[], shell: Shell): Promise<number> {
  const { values, flags, rest } = readArguments(given, OPTIONS)
  const [path, ...more] = rest
  if (path === undefined || more.length > 0) throw new BadInput("convert needs one LOG")
  const to = readOneName("to", values.get("to"), writtenDialectNames)
  if (to === undefined) throw new BadInput(`convert needs --to NAME: ${writtenDialectNames.join(", ")}`)
  const format = readOneName("format", values.get("format"), dialectNames)
  const zone = readZone(values.get("zone"))
  const reader = startLog({ ...(format !== undefined && { format }), ...(zone !== undefined && { zone }) })
  let left = 0
  const write = (entries: ReturnType<typeof reader.push>) => {
    let text = ""
    for (const entry of entries) {
      if ("event" in entry) text += `${JSON.stringify(writeEvent(entry.event, to))}\n`
      else if (++left <= MOST_TOLD) shell.complain(makeHarmless(`${path}:${entry.line}: ${entry.reason}\n`))
    }
    if (text !== "") shell.print(text)
  }
  for await (const portion of readPortions(shell, path)) write(reader.push(portion))
  write(reader.end())
  if (left > MOST_TOLD) shell.complain(`${path}: and ${left - MOST_TOLD} more\n`)
  return left > 0 && flags.has("strict") ? BAD_INPUT : CLEAN
}
