import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import {
  ChromiumMissing,
  explainMissing,
  findChromium,
  type Machine,
  thisMachine,
  tryCandidates,
} from "./find-chromium"
import type { CommandResult } from "./run-command"

const minuteMs = 60_000

/** `playwright` by path and not through npx, which would ask the registry when it is not found. */
function playwrightArguments(...args: string[]): string[] {
  const home = dirname(createRequire(import.meta.url).resolve("playwright/package.json"))
  return [join(home, "cli.js"), ...args]
}

/** The last line that says something, for a message of one sentence. */
function lastWord(result: CommandResult): string {
  const error = result.output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^(E:|Error:)/.test(line))
    .at(0)
  return [result.reason, error].filter(Boolean).join("; ")
}

async function downloadFromPlaywright(machine: Machine): Promise<string | null> {
  machine.say("Chromium: downloading Playwright's own build …")
  const result = await machine.run(
    process.execPath,
    playwrightArguments("install", "--no-shell", "chromium"),
    {
      timeLimitMs: 10 * minuteMs,
      silenceLimitMs: 2 * minuteMs,
      env: { ...machine.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
    },
  )
  return result.ok ? null : lastWord(result)
}

/** How to become root without being asked for a password; null when there is no way. */
async function findRootPrefix(machine: Machine): Promise<string[] | null> {
  if (machine.isRoot) return []
  const sudo = await machine.run("sudo", ["-n", "true"], { timeLimitMs: 10_000 })
  return sudo.ok ? ["sudo", "-n"] : null
}

async function runAsRoot(
  machine: Machine,
  prefix: string[],
  command: string[],
  timeLimitMs: number,
): Promise<CommandResult> {
  // `env` and not the environment of sudo, which forgets it.
  const [first = "", ...rest] = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", ...command]
  return machine.run(first, rest, { timeLimitMs })
}

const aptGet = ["apt-get", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::http::Timeout=30"]

async function installSystemPackage(machine: Machine, prefix: string[]): Promise<string | null> {
  machine.say("Chromium: installing the system's package with apt-get …")
  const update = await runAsRoot(machine, prefix, [...aptGet, "update"], 4 * minuteMs)
  // A stale list may still be good enough, so the installation is tried all the same.
  const install = await runAsRoot(
    machine,
    prefix,
    [...aptGet, "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
    10 * minuteMs,
  )
  if (install.ok) return null
  return update.ok ? lastWord(install) : `${lastWord(install)}; apt-get update: ${lastWord(update)}`
}

async function repairLibraries(machine: Machine, prefix: string[]): Promise<string | null> {
  machine.say("Chromium: installing the shared libraries that Playwright's build needs …")
  const command = [process.execPath, ...playwrightArguments("install-deps", "chromium")]
  const result = await runAsRoot(machine, prefix, command, 10 * minuteMs)
  return result.ok ? null : lastWord(result)
}

/**
 * Installs a Chromium that starts and returns its path: Playwright's own download, then the shared libraries that it
 * may lack, then the package of a Debian or Ubuntu system. Every part has a time limit and none asks a question.
 * @throws ChromiumMissing that says what was tried, why it failed, and what the person can do.
 */
export async function installChromium(machine: Machine = thisMachine): Promise<string> {
  const failures: string[] = []
  const attempt = async (name: string, work: Promise<string | null>) => {
    const failure = await work
    const found = (await tryCandidates(machine)).find((trial) => trial.ok)
    if (!found) failures.push(`${name}: ${failure ?? "done, and still no Chromium starts"}`)
    return found?.path ?? null
  }

  const downloaded = await attempt("Playwright's download", downloadFromPlaywright(machine))
  if (downloaded) return downloaded

  const hasApt =
    machine.platform === "linux" && (await machine.run("apt-get", ["--version"], { timeLimitMs: 10_000 })).ok
  const prefix = hasApt ? await findRootPrefix(machine) : null
  if (hasApt && !prefix) failures.push("apt-get: needs root, or sudo without a password")
  if (prefix) {
    if (machine.isExecutable(machine.managedPath)) {
      const repaired = await attempt("playwright install-deps", repairLibraries(machine, prefix))
      if (repaired) return repaired
    }
    const installed = await attempt("apt-get", installSystemPackage(machine, prefix))
    if (installed) return installed
  }

  const explanation = explainMissing(await tryCandidates(machine), machine)
  throw new ChromiumMissing(
    [explanation, "Tried to install one:", ...failures.map((failure) => `  ${failure}`)].join("\n"),
  )
}

/** Finds a Chromium that starts, and installs one where there is none. A wrong `CUELIGHT_CHROMIUM` is an error, not a wish. */
export async function ensureChromium(machine: Machine = thisMachine): Promise<string> {
  try {
    return await findChromium(machine)
  } catch (error) {
    if (!(error instanceof ChromiumMissing) || machine.env.CUELIGHT_CHROMIUM) throw error
    machine.say(error.message.split("\n").slice(0, -1).join("\n"))
    return installChromium(machine)
  }
}
