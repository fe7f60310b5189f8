import type { Finding } from "../lint/finding"
import { lint, readForLint } from "../lint/lint"
import { lintRules } from "../lint/rules"
import { paint } from "../report/paint"
import { readArguments } from "./arguments"
import { findLog, readSmallFile, writeProblems } from "./read-input"
import { makeHarmless, readLanguage, readNames } from "./read-options"
import { BAD_INPUT, BadInput, CLEAN, FOUND, type Shell } from "./shell"

const OPTIONS = { json: "flag", language: "value", "fail-on": "value" } as const

/** What `--fail-on` may name: kinds, severities, and the codes of the rules. */
const GROUPS = [
  ...["never-can", "gap", "conflict", "error", "warning", "note"],
  ...lintRules.map(({ code }) => code),
]

/** `lint`: checks a map. A broken one is refused with all its errors, exit 2. */
export async function runLint(given: readonly string[], shell: Shell): Promise<number> {
  const { values, flags, rest } = readArguments(given, OPTIONS)
  const [path, ...more] = rest
  if (path === undefined || more.length > 0) throw new BadInput("lint needs one FILE")
  const language = readLanguage(values.get("language"), shell.language)
  const failOn = readNames("fail-on", values.get("fail-on"), GROUPS, "kind, severity or code")
  const text = await readSmallFile(shell, path)
  if (findLog(text) === "lines") throw new BadInput(`${path} is a log of events and no map: lint reads maps`)
  const opened = readForLint(text)
  if ("problems" in opened) {
    shell.complain(writeProblems(path, opened.problems))
    return BAD_INPUT
  }
  const findings = lint(opened.read, { language })
  shell.print(
    flags.has("json") ? `${JSON.stringify({ findings }, null, 2)}\n` : writeFindings(path, findings, shell),
  )
  if (findings.some(({ severity }) => severity === "error")) return BAD_INPUT
  return findings.some(({ kind, severity, code }) => [kind, severity, code].some((name) => failOn.has(name)))
    ? FOUND
    : CLEAN
}

const COLOURS = { error: "red", warning: "yellow", note: "grey" } as const

function writeFindings(path: string, findings: readonly Finding[], shell: Shell): string {
  if (findings.length === 0) return `${path}: nothing to say\n`
  const lines = findings.map(({ line, column, severity, message, proposal, code }) => {
    const where = paint(`${makeHarmless(path)}:${line}:${column}`, "bold", shell.colours)
    const said = paint(severity, COLOURS[severity], shell.colours)
    return `${where} ${said} ${makeHarmless(`${message} ${proposal}`).replaceAll("\n", " ")} [${code}]`
  })
  const counts = (["error", "warning", "note"] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return `${count} ${severity}${count === 1 ? "" : "s"}`
  })
  return `${lines.join("\n")}\n\n${counts.join(", ")}\n`
}
