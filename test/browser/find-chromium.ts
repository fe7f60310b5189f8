import { accessSync, constants, existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { chromium } from "playwright"
import { type CommandLimits, type CommandResult, runCommand } from "./run-command"

/** What finding and installing need of the machine; a test hands in another one. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  isRoot: boolean
  /** Where Playwright puts its own Chromium, there or not. */
  managedPath: string
  isExecutable(path: string): boolean
  run(command: string, args: string[], limits: CommandLimits): Promise<CommandResult>
  say(line: string): void
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  get managedPath() {
    return chromium.executablePath()
  },
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK)
      return existsSync(path)
    } catch {
      return false
    }
  },
  run: runCommand,
  say: (line) => console.error(line),
}

/** Thrown when there is no Chromium that starts; the message lists every place looked at and says what to do. */
export class ChromiumMissing extends Error {
  override name = "ChromiumMissing"
}

export type Trial = { path: string; ok: true; version: string } | { path: string; ok: false; reason: string }

const names = ["chromium", "chromium-browser"]

/** The places looked at, in order, after the one that `CUELIGHT_CHROMIUM` names. */
export function listCandidates(machine: Machine): string[] {
  const directories = (machine.env.PATH ?? "").split(delimiter).filter(Boolean)
  const suffix = machine.platform === "win32" ? ".exe" : ""
  const system = directories.flatMap((directory) => names.map((name) => join(directory, name + suffix)))
  if (machine.platform === "darwin") system.push("/Applications/Chromium.app/Contents/MacOS/Chromium")
  if (machine.platform === "win32" && machine.env.LOCALAPPDATA)
    system.push(join(machine.env.LOCALAPPDATA, "Chromium", "Application", "chrome.exe"))
  return [machine.managedPath, ...system].filter((path) => machine.isExecutable(path))
}

/**
 * Starts the browser as far as its version, which is enough to see a missing shared library. Branded Chrome and
 * Edge are refused: since version 137 they ignore `--load-extension`, so every test would run without the extension.
 */
export async function tryChromium(path: string, machine: Machine): Promise<Trial> {
  // On Windows `--version` opens a window instead of answering.
  if (machine.platform === "win32") return { path, ok: true, version: "unknown" }
  const result = await machine.run(path, ["--version"], { timeLimitMs: 30_000 })
  const version = /^(.*\b\d+\.\d+\.\d+\.\d+\b.*)$/m.exec(result.output)?.[1]?.trim()
  if (!result.ok || !version) {
    const library = /(\S+\.so[.\d]*): cannot open shared object file/.exec(result.output)?.[1]
    const reason = library
      ? `the shared library ${library} is missing`
      : (result.reason ?? "it does not tell its version")
    return { path, ok: false, reason }
  }
  if (/^(Google Chrome(?! for Testing)|Microsoft Edge|Brave)/.test(version))
    return { path, ok: false, reason: `${version} ignores --load-extension: a Chromium is needed` }
  return { path, ok: true, version }
}

/** All trials until the first that succeeds. */
export async function tryCandidates(machine: Machine): Promise<Trial[]> {
  const named = machine.env.CUELIGHT_CHROMIUM
  const trials: Trial[] = []
  for (const path of named ? [named] : listCandidates(machine)) {
    const trial = await tryChromium(path, machine)
    trials.push(trial)
    if (trial.ok) break
  }
  return trials
}

/**
 * The path of a Chromium that starts: what `CUELIGHT_CHROMIUM` names (and then nothing else), Playwright's own, the
 * system's.
 * @throws ChromiumMissing with every place and its reason.
 */
export async function findChromium(machine: Machine = thisMachine): Promise<string> {
  const trials = await tryCandidates(machine)
  const found = trials.find((trial) => trial.ok)
  if (found) return found.path
  throw new ChromiumMissing(explainMissing(trials, machine))
}

export function explainMissing(trials: Trial[], machine: Machine): string {
  const tried = trials.map((trial) => (trial.ok ? "" : `  ${trial.path}: ${trial.reason}`)).filter(Boolean)
  const heading = machine.env.CUELIGHT_CHROMIUM
    ? "The Chromium named by CUELIGHT_CHROMIUM does not start:"
    : tried.length > 0
      ? "No Chromium on this machine starts:"
      : "There is no Chromium on this machine."
  return [
    heading,
    ...tried,
    'Install one ("npx playwright install --with-deps chromium", or the package "chromium" of your system), or set CUELIGHT_CHROMIUM to the path of one.',
  ].join("\n")
}
