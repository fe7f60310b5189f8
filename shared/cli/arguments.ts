import { findNearest } from "../map/nearest"
import { quote } from "./read-options"
import { BadInput } from "./shell"

/** The options of a command: `value` takes what follows, `list` does each time it is given, `flag` does not. */
export type OptionKinds = Record<string, "value" | "list" | "flag">

export interface Arguments {
  values: Map<string, string>
  lists: Map<string, string[]>
  flags: Set<string>
  /** What is no option, in order. */
  rest: string[]
}

/** Reads `--name value`, `--name=value`, `--flag`; after `--` everything is taken as it is. Throws `BadInput`. */
export function readArguments(given: readonly string[], kinds: OptionKinds): Arguments {
  const read: Arguments = { values: new Map(), lists: new Map(), flags: new Set(), rest: [] }
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? ""
    if (word === "--") {
      read.rest.push(...given.slice(index + 1))
      break
    }
    // A lone `-` is standard input.
    if (!word.startsWith("-") || word === "-") {
      read.rest.push(word)
      continue
    }
    if (!word.startsWith("--")) throw unknownOption(word.replace(/^-/, ""), word, kinds)
    const equals = word.indexOf("=")
    const name = word.slice(2, equals < 0 ? undefined : equals)
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (kind === undefined) throw unknownOption(name, `--${name}`, kinds)
    if (kind === "flag") {
      if (equals >= 0) throw new BadInput(`\`--${name}\` takes no value`)
      read.flags.add(name)
      continue
    }
    const value = equals >= 0 ? word.slice(equals + 1) : given[++index]
    // `--map --events log` forgot the map; a file of that name is told as `--map=--events`.
    const forgotten = equals < 0 && value?.startsWith("--") && Object.hasOwn(kinds, value.slice(2))
    if (value === undefined || value === "" || forgotten) throw new BadInput(`\`--${name}\` needs a value`)
    if (kind === "list") {
      read.lists.set(name, [...(read.lists.get(name) ?? []), value])
      continue
    }
    if (read.values.has(name)) throw new BadInput(`\`--${name}\` is given twice`)
    read.values.set(name, value)
  }
  return read
}

function unknownOption(name: string, written: string, kinds: OptionKinds): BadInput {
  const nearest = findNearest(name, Object.keys(kinds))
  const known = Object.keys(kinds).map((option) => `--${option}`)
  return new BadInput(
    `unknown option ${quote(written)}${nearest ? `: did you mean \`--${nearest}\`?` : `. Known are: ${known.join(", ")}`}`,
  )
}
