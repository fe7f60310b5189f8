import { execFile, spawn } from "node:child_process"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { writeJsonSchema } from "../../shared/map/guide/json-schema"
import { launchChromium } from "../browser/chromium"
import { hasCases, readCases, writeInputs } from "../conformance/cases"
import { explainFailure, type Outcome } from "../conformance/expectations"
import { openSite, openTab } from "../snippet/browser/open-site"
import { readReplay } from "../snippet/browser/read-replay"

const root = fileURLToPath(new URL("../..", import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }
const limitMs = 120_000

const folder = mkdtempSync(join(tmpdir(), "cuelight-package-"))
/** Where the package is made: a copy, because npm swaps package.json while it packs and other tests read it. */
const workshop = join(folder, "workshop")
/** An empty folder into which the package is installed. */
const consumer = join(folder, "consumer")

/** npm says things of its own on standard error; here only the commands speak. */
const env = { ...process.env, npm_config_loglevel: "silent", NO_COLOR: "1" }

interface Ended {
  status: number
  stdout: string
  stderr: string
}

function run(command: string, args: string[], cwd: string): Promise<Ended> {
  // npm and npx are scripts for the shell on Windows. No argument here has a space.
  const shell = process.platform === "win32" && command !== process.execPath
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env, shell, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error)
      else resolve({ status: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

async function expectSuccess(command: string, args: string[], cwd: string): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, cwd)
  expect(status, `${command} ${args.join(" ")}\n${stdout}${stderr}`).toBe(0)
  return stdout
}

/** The first block of that language in the README that says `words`. */
function readReadme(language: string, words: string): string {
  const blocks = readFileSync(join(root, "README.md"), "utf8").matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)
  const found = [...blocks].find(([, name, text]) => name === language && text?.includes(words))?.[2]
  if (found === undefined) throw new Error(`The README has no ${language} block that says ${words}.`)
  return found
}

/** One leaves the cart and may be written to, and nobody writes; one buys. */
const log = [
  { id: "1", name: "identify", at: "2026-03-02T09:00:00Z", person: "p", props: { email: "p@mail.example" } },
  { id: "2", name: "consent", at: "2026-03-02T09:00:00Z", person: "p", props: { marketing: "granted" } },
  { id: "3", name: "add_to_cart", at: "2026-03-02T10:00:00Z", person: "p" },
  { id: "4", name: "purchase", at: "2026-03-02T10:30:00Z", person: "q" },
]

beforeAll(async () => {
  for (const made of [workshop, consumer]) mkdirSync(made)
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { name } of top) cpSync(join(root, name), join(workshop, name))
  for (const source of ["shared", "snippet"])
    cpSync(join(root, source), join(workshop, source), {
      recursive: true,
      filter: (path) => basename(path) !== "dist",
    })
  symlinkSync(join(root, "node_modules"), join(workshop, "node_modules"), "junction")
  await expectSuccess("npm", ["pack", "--pack-destination", "../consumer"], workshop)
  // Nothing is fetched: it must install where no registry can be reached.
  const install = ["install", "--prefix", ".", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"]
  await expectSuccess("npm", [...install, `./cuelight-${version}.tgz`], consumer)

  // `npm run` works in the project's folder, `npx` where one stands: the files are in both, under the same names.
  const map = readReadme("yaml", "cuelight: 1")
  for (const place of [workshop, consumer]) {
    writeFileSync(join(place, "map.yaml"), map)
    writeFileSync(join(place, "broken.yaml"), map.replace("channel: email", "channel: emial"))
    writeFileSync(join(place, "log.ndjson"), log.map((event) => `${JSON.stringify(event)}\n`).join(""))
    for (const name of ["loyalty.yaml", "loyalty.sample.ndjson"])
      cpSync(join(root, "shared/starter-maps", name), join(place, name))
  }
}, limitMs)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the packed package", () => {
  it("leaves package.json as it was", () => {
    const [ours, theirs] = [root, workshop].map((folder) =>
      readFileSync(join(folder, "package.json"), "utf8"),
    )
    expect(theirs).toBe(ours)
  })

  it("brings no other package, and needs none", () => {
    expect(readdirSync(join(consumer, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "cuelight",
    ])
    const packed = join(consumer, "node_modules/cuelight")
    const manifest = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"))
    expect(manifest).toMatchObject({ version, engines: { node: ">=20" } })
    for (const key of ["dependencies", "devDependencies", "peerDependencies", "scripts", "manifest"])
      expect(manifest).not.toHaveProperty(key)
    const bundles = readdirSync(join(packed, "shared/dist/package")).filter((name) => name.endsWith(".js"))
    for (const name of bundles) {
      const text = readFileSync(join(packed, "shared/dist/package", name), "utf8")
      const imported = [...text.matchAll(/^(?:import|export) .*?from "([^"]+)";?$/gm)].map(([, from]) => from)
      expect(imported.filter((from) => !/^(\.\/|node:)/.test(from ?? ""))).toEqual([])
    }
  })

  it("gives a reader all that it waits for, and ends well with one that has seen enough", {
    timeout: limitMs,
  }, async () => {
    // Far more than a pipe holds.
    const people = Array.from({ length: 1_500 }, (_, index) => ({
      ...log[2],
      id: `e${index}`,
      person: `p${index}`,
    }))
    writeFileSync(
      join(consumer, "people.ndjson"),
      people.map((event) => `${JSON.stringify(event)}\n`).join(""),
    )
    const command = join(consumer, "node_modules/cuelight/shared/dist/package/cuelight.js")
    const given = ["audit", "--map", "map.yaml", "--events", "people.ndjson", "--now", "2026-03-03", "--json"]
    const whole = JSON.parse(await expectSuccess(process.execPath, [command, ...given], consumer))
    expect(whole.people).toHaveLength(1_500)
    const reading = spawn(process.execPath, [command, ...given], { cwd: consumer })
    reading.stdout.once("data", () => reading.stdout.destroy())
    const status = await new Promise((resolve) => reading.on("close", resolve))
    expect(status).toBe(0)
  })

  it("brings the JSON Schema of maps", () => {
    const schema = createRequire(join(consumer, "program.mjs"))("cuelight/map.schema.json")
    expect(schema).toEqual(JSON.parse(JSON.stringify(writeJsonSchema())))
  })

  const now = ["--now", "2026-03-02T12:00:00Z"]
  const usual = ["--map", "map.yaml", "--events", "log.ndjson", ...now]
  it.each([
    ["audits the README's example", 0, ["audit", ...usual]],
    ["fails on what it is told to", 1, ["audit", ...usual, "--json", "--fail-on", "missed"]],
    [
      "audits the sample of a starter map",
      0,
      [
        "audit",
        "--map",
        "loyalty.yaml",
        "--events",
        "loyalty.sample.ndjson",
        "--json",
        "--now",
        "2026-12-01",
      ],
    ],
    ["refuses a broken map", 2, ["audit", "--map", "broken.yaml", "--events", "log.ndjson", ...now]],
    ["converts a log", 0, ["convert", "loyalty.sample.ndjson", "--to", "segment"]],
    ["checks a map", 0, ["lint", "loyalty.yaml"]],
    ["fails on what a map lacks", 1, ["lint", "map.yaml", "--fail-on", "gap"]],
  ])(
    "%s, with the bytes and the exit status of the project's own command",
    async (_what, exit, given) => {
      const [name = "", ...rest] = given
      const script = name === "lint" ? "lint:map" : name
      const ours = name === "convert" ? ["tsx", "shared/cli/main.ts", ...given] : null
      const [packed, own] = await Promise.all([
        run("npx", ["--no-install", "cuelight", ...given], consumer),
        ours
          ? run("npx", ["--no-install", ...ours], workshop)
          : run("npm", ["run", "-s", script, "--", ...rest], workshop),
      ])
      expect(packed).toEqual(own)
      expect(packed.status).toBe(exit)
      expect(packed[exit === 2 ? "stderr" : "stdout"]).not.toBe("")
    },
    limitMs,
  )

  it(
    "writes the same findings for CI systems",
    async () => {
      const [packed, own] = await Promise.all([
        run("npx", ["--no-install", "cuelight", "audit", ...usual, "--junit", "found.xml"], consumer),
        run("npm", ["run", "-s", "audit", "--", ...usual, "--junit", "found.xml"], workshop),
      ])
      expect([packed.status, own.status]).toEqual([0, 0])
      const [ours, theirs] = [workshop, consumer].map((place) =>
        readFileSync(join(place, "found.xml"), "utf8"),
      )
      expect(theirs).toBe(ours)
      expect(theirs).toContain('failures="1"')
    },
    limitMs,
  )

  it(
    "is a library that finds the same",
    async () => {
      const program = `
        import { readFileSync } from "node:fs"
        import { audit, parseMap, readWholeLog } from "cuelight"
        const { map } = parseMap(readFileSync("map.yaml", "utf8"))
        const entries = readWholeLog(readFileSync("log.ndjson", "utf8"))
        const events = entries.flatMap((entry) => ("event" in entry ? [entry.event] : []))
        const now = Date.parse("2026-03-02T12:00:00Z")
        console.log(JSON.stringify(audit(map, events, { now, coverage: "complete" })))`
      writeFileSync(join(consumer, "program.mjs"), program)
      const found = JSON.parse(await expectSuccess(process.execPath, ["program.mjs"], consumer))
      const told = ["--no-install", "cuelight", "audit", ...usual, "--json"]
      const printed = await expectSuccess("npx", told, consumer)
      expect(found).toEqual(JSON.parse(printed))
      expect(found.findings).toEqual([expect.objectContaining({ kind: "missed", person: "p" })])
    },
    limitMs,
  )

  it.runIf(hasCases())(
    "finds what the conformance cases expect, all of them in one process",
    async () => {
      const cases = [...readCases().values()].flat()
      const inputs = cases.map((one) => ({ ...Object.fromEntries(writeInputs(one)), now: one.now }))
      writeFileSync(join(consumer, "cases.json"), JSON.stringify(inputs))
      const program = `
        import { readFileSync } from "node:fs"
        import { parseCoverage, parseMap, readWholeLog, startAudit } from "cuelight"
        const outcomes = JSON.parse(readFileSync("cases.json", "utf8")).map((files) => {
          const { map } = parseMap(files["map.json"])
          if (!map) return { exit: 2, stdout: "" }
          const told = files["coverage.json"]
          const coverage = told === undefined ? "complete" : parseCoverage(JSON.parse(told)).coverage
          const entries = readWholeLog(files["events.ndjson"])
          const running = startAudit(map, { now: Date.parse(files.now), coverage })
          for (const entry of entries) if ("event" in entry) running.push(entry.event)
          const problems = entries.filter((entry) => !("event" in entry))
          return { exit: 0, stdout: JSON.stringify(running.finish(problems)) }
        })
        console.log(JSON.stringify(outcomes))`
      writeFileSync(join(consumer, "cases.mjs"), program)
      const outcomes = JSON.parse(await expectSuccess(process.execPath, ["cases.mjs"], consumer)) as Outcome[]
      expect(outcomes).toHaveLength(cases.length)
      for (const [index, one] of cases.entries()) {
        const outcome = outcomes[index]
        // What an option decides is the command's own.
        const expected = one.args ? [] : one.expect.filter((form) => !("exit" in form) || form.exit !== 1)
        const failures = expected.map((form) => outcome && explainFailure(form, outcome))
        expect(
          failures.filter((why) => why !== null),
          one.id,
        ).toEqual([])
      }
    },
    limitMs,
  )

  it(
    "has typings that hold, and hold against misuse",
    async () => {
      const example = readReadme("ts", 'from "cuelight"')
      const program = `${example}
        import { load } from "cuelight/recorder"
        const cuelight = load({ site: "shop", consent: "pending", replay: "session" })
        const off: () => void = cuelight.on("event", ({ name, at }) => name.toUpperCase() + at.toFixed())
        cuelight.on("problem", ({ code }) => code.trim())
        cuelight.forget()
        export const told: Promise<string[]> = cuelight.history().then((all) => all.map(({ name }) => name))
        cuelight.consent({ analytics: true, replay: "denied" })
        // @ts-expect-error: there is no such state
        load({ consent: "perhaps" })
        // @ts-expect-error: a name is text
        cuelight.track(7)
        declare const mapText: string
        declare const logText: string
        export const channel: string | undefined = map.scenarios?.[0]?.steps[0]?.channel
        export const at: number | undefined = events[0]?.at
        export const status: string | undefined = people[0]?.runs[0]?.steps[0]?.status
        export const kind: "missed" | undefined = findings[0]?.kind === "missed" ? findings[0].kind : undefined
        // @ts-expect-error: the map has no such key
        map.scenario
        // @ts-expect-error: a channel is text
        export const wrong: number | undefined = map.scenarios?.[0]?.steps[0]?.channel
        // @ts-expect-error: an instant is a number
        audit(map, events, { now: "2026-03-02", coverage: "complete" })
        // @ts-expect-error: the engine wants to know what was watched
        audit(map, events, { now: 0 })`
      writeFileSync(join(consumer, "program.mts"), program)
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: "es2022",
        module: "nodenext",
        skipLibCheck: false,
        types: [],
      }
      writeFileSync(
        join(consumer, "tsconfig.json"),
        JSON.stringify({ compilerOptions, files: ["program.mts"] }),
      )
      const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"))
      await expectSuccess(process.execPath, [join(typescript, "bin/tsc"), "-p", "."], consumer)
    },
    limitMs,
  )
})

describe("the packed recorder", () => {
  it(
    "is bundled by a site and records there, replay too, once it is allowed",
    async () => {
      const program = `
        import { load } from "cuelight/recorder"
        const cuelight = load({ site: "shop", endpoint: "/v1/batch", replay: "errors" })
        cuelight.track("early", { n: 1 })
        document.querySelector("button").onclick = () => load({ site: "another" }).track("late")`
      writeFileSync(join(consumer, "main.js"), program)
      writeFileSync(
        join(consumer, "index.html"),
        `<!doctype html><html lang="en"><title>Shop</title><body><h1>Vases</h1><button>more</button><script type="module" src="/main.js"></script>`,
      )
      await build({ root: consumer, configFile: false, logLevel: "silent", build: { outDir: "site" } })
      const pages: Parameters<typeof openSite>[0] = {
        "/": readFileSync(join(consumer, "site/index.html"), "utf8"),
      }
      for (const name of readdirSync(join(consumer, "site/assets")))
        pages[`/assets/${name}`] = {
          body: readFileSync(join(consumer, "site/assets", name), "utf8"),
          headers: { "content-type": "text/javascript" },
        }
      const site = await openSite(pages)
      const context = await launchChromium()
      try {
        const { page, errors } = await openTab(context)
        await page.goto(site.origin)
        await page.click("button")
        const names = () => site.batches.flatMap(({ batch }) => batch).map(({ event, type }) => event ?? type)
        await expect.poll(names).toEqual(expect.arrayContaining(["page", "early", "late"]))
        expect(new Set(site.batches.map(({ writeKey }) => writeKey))).toEqual(new Set(["shop"]))
        expect(site.requests.filter((path) => path.includes("replay"))).toEqual([])
        await page.evaluate("cuelight.consent({ replay: true })")
        await expect.poll(() => site.requests.some((path) => path.includes("replay"))).toBe(true)
        // What is thrown before the first snapshot is not kept: it is thrown until it is.
        await expect
          .poll(async () => {
            await page.evaluate(`setTimeout(() => { throw new Error("broken") })`)
            return readReplay(site).length
          })
          .toBeGreaterThan(0)
        expect(errors.filter((error) => !error.includes("broken"))).toEqual([])
        expect(await page.evaluate("cuelight.problems()")).toEqual([])
      } finally {
        await context.close()
      }
    },
    limitMs,
  )

  it(
    "does nothing on a server, where nothing waits for it",
    async () => {
      const program = `
        import { load } from "cuelight/recorder"
        const cuelight = load({ site: "shop" })
        cuelight.track("nobody")
        cuelight.on("event", () => {})()
        await cuelight.flush()
        console.log(typeof globalThis.cuelight)`
      writeFileSync(join(consumer, "server.mjs"), program)
      expect(await expectSuccess(process.execPath, ["server.mjs"], consumer)).toBe("undefined\n")
    },
    limitMs,
  )
})
