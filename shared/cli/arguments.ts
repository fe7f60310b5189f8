import { proposeNearest } from "../map/nearest"
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
    if (!word.startsWith("--")) {
      read.rest.push(word)
      continue
    }
    const equals = word.indexOf("=")
    const name = word.slice(2, equals < 0 ? undefined : equals)
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (kind === undefined) {
      throw new BadInput(`unknown option \`--${name}\`${proposeNearest(name, Object.keys(kinds))}`)
    }
    if (kind === "flag") {
      if (equals >= 0) throw new BadInput(`\`--${name}\` takes no value`)
      read.flags.add(name)
      continue
    }
    const value = equals >= 0 ? word.slice(equals + 1) : given[++index]
    if (value === undefined) throw new BadInput(`\`--${name}\` needs a value`)
    if (kind === "list") {
      read.lists.set(name, [...(read.lists.get(name) ?? []), value])
      continue
    }
    if (read.values.has(name)) throw new BadInput(`\`--${name}\` is given twice`)
    read.values.set(name, value)
  }
  return read
}
