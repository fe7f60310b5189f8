import { proposeNearest } from "../map/nearest"
import { runAudit } from "./audit-command"
import { runLint } from "./lint-command"
import { BAD_INPUT, BadInput, type Shell } from "./shell"

/** A command: its words after the name, and the machine. Gives the exit status, or throws `BadInput`. */
type Command = (given: readonly string[], shell: Shell) => Promise<number>

const commands: Record<string, Command> = { audit: runAudit, lint: runLint }

const HELP = `cuelight audit --map FILE --events FILE [--now ISO|ms] [--coverage complete|FILE] [--person ID]
               [--evidence SOURCE=ADDRESS|FILE …] [--format NAME] [--json] [--junit FILE] [--strict]
               [--fail-on KIND,…]
cuelight lint FILE [--json] [--language en|ru] [--fail-on KIND,…]

Exit status: 0 clean, 1 when --fail-on matched, 2 for bad input. \`-\` is standard input.
`

/** Runs a command line. Never throws: what goes wrong is told on standard error. */
export async function runCommand(given: readonly string[], shell: Shell): Promise<number> {
  const [name = "", ...rest] = given
  if (name === "--help" || name === "help" || rest.includes("--help")) {
    shell.print(HELP)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    shell.complain(`unknown command \`${name}\`${proposeNearest(name, Object.keys(commands))}\n${HELP}`)
    return BAD_INPUT
  }
  try {
    return await command(rest, shell)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    shell.complain(`${error.message}\n`)
    return BAD_INPUT
  }
}
