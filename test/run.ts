import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { ensureChromium } from "./browser/chromium"
import { runCommand } from "./browser/run-command"

/**
 * `npm test`: types, lint, build, unit and conformance tests, end-to-end tests, in this order, and at the end how many
 * tests passed and failed. `npm test -- unit e2e` runs only the named parts. Exit status 0 only when nothing failed.
 */
const minuteMs = 60_000
const results = "test/results"
const require = createRequire(import.meta.url)
// A log is read as text: colours only where somebody watches.
if (!process.stdout.isTTY) process.env.NO_COLOR ??= "1"
process.chdir(fileURLToPath(new URL("..", import.meta.url)))

interface Outcome {
  passed: number
  failed: number
  /** Why it failed, in plain words; null when it did not. */
  reason: string | null
}

interface Part {
  name: string
  title: string
  run(): Promise<Outcome>
  /** Without it the parts after it prove nothing. */
  isNeeded: boolean
}

const fine: Outcome = { passed: 0, failed: 0, reason: null }
const failure = (reason: string): Outcome => ({ passed: 0, failed: 1, reason })

/** Node's own program of a package, and not the file in .bin, which is another one on Windows. */
const locateProgram = (name: string, file: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), file)

/** npm as it was called; the one in the path otherwise. */
function runNpm(script: string, timeLimitMs: number, show = false) {
  const npm = process.env.npm_execpath
  const args = ["run", "--silent", script]
  const limits = { timeLimitMs, show }
  return npm ? runCommand(process.execPath, [npm, ...args], limits) : runCommand("npm", args, limits)
}

async function runScript(script: string, advice: string): Promise<Outcome> {
  const result = await runNpm(script, 10 * minuteMs)
  if (result.ok) return fine
  process.stderr.write(result.output)
  return failure(`"npm run ${script}" ${result.reason}. ${advice}`)
}

const readResult = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null

const fingerprint = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex")

async function build(): Promise<Outcome> {
  // Plasmo installs packages and rewrites tsconfig.json when it thinks it should.
  const guarded = ["package.json", "package-lock.json", "tsconfig.json"]
  const before = guarded.map(fingerprint)
  const outcome = await runScript("build", "The messages above say where.")
  const changed = guarded.filter((file, index) => fingerprint(file) !== before[index])
  return outcome.reason === null && changed.length > 0
    ? failure(`the build changed ${changed.join(" and ")}`)
    : outcome
}

async function findBrowser(): Promise<Outcome> {
  try {
    await ensureChromium()
    return fine
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  }
}

interface UnitResult {
  numPassedTests: number
  numFailedTests: number
  success: boolean
}

async function runUnitTests(): Promise<Outcome> {
  const file = join(results, "unit.json")
  const reporters = ["dot", "json", "./test/name-second-tries.ts"].map((name) => `--reporter=${name}`)
  const args = ["run", ...reporters, `--outputFile.json=${file}`]
  const limits = { timeLimitMs: 10 * minuteMs, show: true }
  const run = await runCommand(process.execPath, [locateProgram("vitest", "vitest.mjs"), ...args], limits)
  const result = readResult<UnitResult>(file)
  if (!result) return failure(`the unit tests did not finish: vitest ${run.reason}`)
  const { numPassedTests: passed, numFailedTests } = result
  if (run.ok) return { passed, failed: 0, reason: null }
  // A file that cannot even be loaded has no test that fails.
  return { passed, failed: Math.max(1, numFailedTests), reason: "unit tests failed" }
}

interface EndToEndResult {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: { message?: string }[]
}

async function runEndToEndTests(): Promise<Outcome> {
  const file = join(results, "e2e.json")
  // Playwright decides about colours itself, and Node warns about being told twice.
  const { NO_COLOR: _, ...inherited } = process.env
  const env = { ...inherited, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const args = [locateProgram("playwright", "cli.js"), "test", "--reporter=dot,json"]
  const run = await runCommand(process.execPath, args, { timeLimitMs: 15 * minuteMs, show: true, env })
  const result = readResult<EndToEndResult>(file)
  if (!result) return failure(`the end-to-end tests did not finish: playwright ${run.reason}`)
  const { expected, unexpected, flaky } = result.stats
  if (run.ok) return { passed: expected, failed: 0, reason: null }
  return {
    passed: expected,
    failed: Math.max(1, unexpected + flaky),
    reason: "end-to-end tests failed",
  }
}

const parts: Part[] = [
  {
    name: "types",
    title: "Types",
    run: () => runScript("types", "The types do not fit where the messages above say."),
    isNeeded: true,
  },
  {
    name: "lint",
    title: "Lint and format",
    run: () => runScript("lint", '"npm run format" mends most of it.'),
    isNeeded: true,
  },
  { name: "build", title: "Build", run: build, isNeeded: true },
  { name: "browser", title: "Chromium", run: findBrowser, isNeeded: true },
  { name: "unit", title: "Unit and conformance tests", run: runUnitTests, isNeeded: false },
  { name: "e2e", title: "End-to-end tests", run: runEndToEndTests, isNeeded: false },
]

async function runParts(wanted: string[]): Promise<Outcome[]> {
  const unknown = wanted.filter((name) => !parts.some((part) => part.name === name))
  if (unknown.length > 0) {
    const known = parts.map((part) => part.name).join(", ")
    return [failure(`there is no part "${unknown.join('", "')}". There are: ${known}.`)]
  }
  const outcomes: Outcome[] = []
  for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    console.log(`\n• ${part.title}`)
    const started = performance.now()
    const outcome = await part.run().catch((error: unknown) => failure(String(error)))
    outcomes.push(outcome)
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    const count = outcome.passed > 0 ? `${outcome.passed} passed, ` : ""
    console.log(`  ${outcome.reason === null ? "fine" : `FAILED: ${outcome.reason}`} (${count}${seconds} s)`)
    if (outcome.reason !== null && part.isNeeded) {
      console.log("  Stopped here: what comes after would prove nothing.")
      break
    }
  }
  return outcomes
}

mkdirSync(results, { recursive: true })
for (const file of ["unit.json", "e2e.json"]) rmSync(join(results, file), { force: true })
const outcomes = await runParts(process.argv.slice(2))
const sum = (count: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[count], 0)
for (const { reason } of outcomes) if (reason) console.log(`\nFailed: ${reason}`)
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`)
process.exitCode = sum("failed") > 0 ? 1 : 0
