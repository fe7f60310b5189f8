import { FINDING_KINDS } from "../engine/findings/severity"
import { dialectNames, writtenDialectNames } from "../log/dialects"
import { proposeNearest } from "../map/nearest"
import { version } from "../version"
import { runAudit } from "./audit-command"
import { runConvert } from "./convert-command"
import { runLint } from "./lint-command"
import { makeHarmless, quote } from "./read-options"
import { runSchema } from "./schema-command"
import { BAD_INPUT, BadInput, CLEAN, type Shell } from "./shell"

interface Command {
  /** Its words, and what it does. */
  usage: string
  /** Each option in plain words. */
  options?: string
  /** Takes the words after the name. Gives the exit status, or throws `BadInput`. */
  run(given: readonly string[], shell: Shell): Promise<number>
}

const commands: Record<string, Command> = {
  audit: {
    usage: `cuelight audit --map FILE --events FILE [--now ISO|ms] [--coverage complete|FILE] [--person ID]
               [--evidence SOURCE=ADDRESS|FILE|sent.csv …] [--format NAME] [--zone NAME] [--json] [--junit FILE] [--strict]
               [--fail-on KIND,…] [--arrivals]
    what a map and a log of events come to: who is where, what was sent, what was missed`,
    options: `--map FILE         the communication map, YAML or JSON
--events FILE      the log: one JSON event a line, or a JSON list
--now TIME         audit as of this time: 2026-03-02T12:00:00Z, or ms since 1970; without it the present
--coverage FILE    what was watched, as [{ channel, from, to }]: an absence proves nothing beside it;
                   \`complete\`, which holds without it: the log is all there is
--evidence …       asks an inbox or a service for what was sent, as mailpit=http://127.0.0.1:8025
--arrivals         a visit with the campaign of a message of the map proves that it was sent and clicked
--person ID        only this person, by any id
--format NAME      the dialect of the log: ${dialectNames.join(", ")};
                   without it the log is recognised by itself
--zone NAME        the zone of times that name none, as in the Logs API of Yandex.Metrica: Europe/Moscow;
                   without it that of the map
--json             the whole result as JSON
--junit FILE       writes the findings as JUnit XML besides, for CI systems
--strict           lines that cannot be used are bad input
--fail-on KIND,…   exit 1 when one of these is found: ${wrapKinds()}`,
    run: runAudit,
  },
  lint: {
    usage: `cuelight lint FILE [--json] [--language en|ru] [--fail-on KIND,…]
    the errors of a map, and what a good strategist would say of it`,
    options: `--json             the findings as JSON
--language en|ru   the language of the sentences; without it that of the system
--fail-on KIND,…   exit 1 when one of these is found: a severity (error, warning, note), a kind (never-can, gap,
                   conflict) or a code`,
    run: runLint,
  },
  convert: {
    usage: `cuelight convert LOG --to NAME [--format NAME] [--zone NAME] [--strict]
    a log in another dialect: the names of Segment, GA4 and Yandex.Metrica, there and back`,
    options: `--to NAME          the dialect to write: ${writtenDialectNames.join(", ")}
--format NAME      the dialect of the log; without it the log is recognised by itself
--zone NAME        the zone of times that name none, as in the Logs API of Yandex.Metrica
--strict           lines that cannot be used are bad input`,
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
  .join(
    "\n\n",
  )}\n\nEach option in plain words: cuelight COMMAND --help. Which version this is: cuelight --version\n\n${EXITS}\n`

function writeHelp({ usage, options }: Command): string {
  return `${[usage, ...(options ? [options] : []), EXITS].join("\n\n")}\n`
}

/** The kinds of findings, in lines that fit a terminal. */
function wrapKinds(): string {
  const lines = [""]
  for (const kind of FINDING_KINDS) {
    const last = lines[lines.length - 1] ?? ""
    if (last.length + kind.length > 60) lines.push(kind)
    else lines[lines.length - 1] = last === "" ? kind : `${last}, ${kind}`
  }
  return lines.join(`,\n${" ".repeat(19)}`)
}

const HELP_WORDS = new Set(["--help", "-h", "help"])
const VERSION_WORDS = new Set(["--version", "-V", "-v", "version"])

/** Runs a command line. Throws only for mistakes of its own: what is wrong with the input is told on standard error. */
export async function runCommand(given: readonly string[], shell: Shell): Promise<number> {
  const [name = "", ...rest] = given
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const asked = rest.slice(0, rest.includes("--") ? rest.indexOf("--") : undefined)
  if (HELP_WORDS.has(name) || (command && asked.some((word) => word === "--help" || word === "-h"))) {
    shell.print(command ? writeHelp(command) : HELP)
    return CLEAN
  }
  if (VERSION_WORDS.has(name)) {
    shell.print(`${version}\n`)
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
