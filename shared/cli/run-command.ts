import { proposeNearest } from "../map/nearest"
import { runAudit } from "./audit-command"
import { runConvert } from "./convert-command"
import { runLint } from "./lint-command"
import { makeHarmless, quote } from "./read-options"
import { runSchema } from "./schema-command"
import { BAD_INPUT, BadInput, CLEAN, type Shell } from "./shell"

interface Command {
  /** Its words, and what it does. */
  usage: string
  /** Takes the words after the name. Gives the exit status, or throws `BadInput`. */
  run(given: readonly string[], shell: Shell): Promise<number>
}

const commands: Record<string, Command> = {
  audit: {
    usage: `cuelight audit --map FILE --events FILE [--now ISO|ms] [--coverage complete|FILE] [--person ID]
               [--evidence SOURCE=ADDRESS|FILE|sent.csv …] [--format NAME] [--json] [--junit FILE] [--strict]
               [--fail-on KIND,…]
    what a map and a log of events come to: who is where, what was sent, what was missed`,
    run: runAudit,
  },
  lint: {
    usage: `cuelight lint FILE [--json] [--language en|ru] [--fail-on KIND,…]
    the errors of a map, and what a good strategist would say of it`,
    run: runLint,
  },
  convert: {
    usage: `cuelight convert LOG --to NAME [--format NAME] [--strict]
    a log in another dialect: the names of Segment, GA4 and Yandex.Metrica, there and back`,
    run: runConvert,
  },
  schema: {
    usage: `cuelight schema [--language en|ru]
    the JSON Schema of maps, for completion in editors`,
    run: runSchema,
  },
}

const EXITS = `Exit status: 0 clean, 1 when --fail-on matched, 2 for bad input. \`-\` is standard input; gzip is unpacked.`

const HELP = `${Object.values(commands)
  .map(({ usage }) => usage)
  .join("\n\n")}\n\n${EXITS}\n`

const HELP_WORDS = new Set(["--help", "-h", "help"])

/** Runs a command line. Throws only for mistakes of its own: what is wrong with the input is told on standard error. */
export async function runCommand(given: readonly string[], shell: Shell): Promise<number> {
  const [name = "", ...rest] = given
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const asked = rest.slice(0, rest.includes("--") ? rest.indexOf("--") : undefined)
  if (HELP_WORDS.has(name) || (command && asked.some((word) => word === "--help" || word === "-h"))) {
    shell.print(command ? `${command.usage}\n\n${EXITS}\n` : HELP)
    return CLEAN
  }
  if (!command) {
    const said =
      name === ""
        ? "name a command"
        : `unknown command ${quote(name)}${proposeNearest(name, Object.keys(commands))}`
    shell.complain(`${said}\n\n${HELP}`)
    return BAD_INPUT
  }
  try {
    return await command.run(rest, shell)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    shell.complain(`${makeHarmless(error.message)}\n`)
    return BAD_INPUT
  }
}
