import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import { openMemoryShell } from "./memory-shell"

const MAP = JSON.stringify({
  cuelight: 1,
  id: "m",
  name: "Shop",
  timeZone: "UTC",
  stages: [{ id: "all" }],
  channels: { email: { cost: 1 } },
  scenarios: [{ id: "s", trigger: { event: "go" }, steps: [{ id: "a", channel: "email" }] }],
})

const event = (id: string, name: string, time: string, rest: object = {}) =>
  JSON.stringify({ id, name, at: `2026-03-02T${time}:00Z`, person: "p", source: "t", ...rest })

const LOG = `${event("e1", "go", "10:00")}\n`

/** Runs `audit` on files in memory. */
async function run(given: string[], files: Record<string, string> = {}, options = {}) {
  const shell = openMemoryShell(Object.entries({ "map.json": MAP, "log.ndjson": LOG, ...files }), options)
  const exit = await runCommand(["audit", ...given], shell)
  return { exit, stdout: shell.stdout, stderr: shell.stderr, files: shell.files }
}

const USUAL = ["--map", "map.json", "--events", "log.ndjson"]

describe("audit", () => {
  it("prints a table for people, without colours where no terminal is", async () => {
    const { exit, stdout, stderr } = await run(USUAL)
    expect([exit, stderr]).toEqual([0, ""])
    expect(stdout).toContain("1 missed")
    expect(stdout).toContain("s/a")
    expect(stdout).not.toContain("\u001b")
    expect((await run(USUAL, {}, { colours: true })).stdout).toContain("\u001b[31m")
  })

  it("reads times that name no zone in that of the map, and says so, or in the one that is given", async () => {
    const hits =
      "ym:pv:watchID\tym:pv:clientID\tym:pv:dateTime\tym:pv:URL\n1\tp\t2026-03-02 13:00:00\tgoal://shop.example/go\n"
    const map = MAP.replace('"UTC"', '"Europe/Moscow"')
    const files = { "log.ndjson": hits, "map.json": map }
    const { stdout, stderr } = await run([...USUAL, "--json"], files)
    const triggeredAt = (text: string) => JSON.parse(text).people[0].runs[0].triggeredAt
    expect(triggeredAt(stdout)).toBe("2026-03-02T10:00:00.000Z")
    expect(stderr).toBe(
      "log.ndjson: its times name no zone; they are read in that of the map, Europe/Moscow (--zone NAME: in another)\n",
    )
    const given = await run([...USUAL, "--json", "--zone", "Asia/Tokyo"], files)
    expect([triggeredAt(given.stdout), given.stderr]).toEqual(["2026-03-02T04:00:00.000Z", ""])
    const wrong = await run([...USUAL, "--zone", "Moscow"], files)
    expect([wrong.exit, wrong.stderr]).toEqual([
      2,
      "--zone is a zone like Europe/Moscow or UTC, not `Moscow`: did you mean `Europe/Moscow`?\n",
    ])
  })

  it("shows names of the log as text, whatever they hold", async () => {
    const log = event("e1", "go", "10:00", { person: "\u001b[2Jp\u202e\n" })
    const { stdout } = await run(USUAL, { "log.ndjson": log })
    expect(stdout).not.toContain("\u001b[2J")
    expect(stdout).not.toContain("\u202e")
  })

  it("takes the clock as ISO 8601 or milliseconds, else the machine's", async () => {
    const statusAt = async (now: string[]) =>
      JSON.parse((await run([...USUAL, "--json", ...now])).stdout).people[0].runs[0].steps[0].status
    expect(await statusAt(["--now", "2026-03-02T10:05:00Z"])).toBe("due")
    expect(await statusAt(["--now", String(Date.UTC(2026, 2, 2, 10, 5))])).toBe("due")
    expect(await statusAt(["--now=2026-03-02T10:05"])).toBe("due")
    expect(await statusAt([])).toBe("missed")
  })

  it("takes a coverage from a file", async () => {
    const coverage = JSON.stringify([{ channel: "sms", from: 0, to: "2027-01-01" }])
    const { stdout } = await run([...USUAL, "--json", "--coverage", "c.json"], { "c.json": coverage })
    expect(JSON.parse(stdout).people[0].runs[0].steps[0].status).toBe("unknown")
    expect((await run([...USUAL, "--coverage", "complete"])).exit).toBe(0)
    for (const broken of ["{", "{}", '[{"channel":"sms"}]', '[{"channel":"sms","from":"x","to":1}]']) {
      expect(await run([...USUAL, "--coverage", "c.json"], { "c.json": broken })).toMatchObject({
        exit: 2,
        stdout: "",
      })
    }
  })

  it("takes a visit with a message's campaign for a click only where that is asked for", async () => {
    const map = MAP.replace('"channel":"email"}', '"channel":"email","message":"m"}').replace(
      '"scenarios"',
      '"messages":{"m":{"match":{"campaign":"hello"}}},"scenarios"',
    )
    const campaign = { medium: "email", name: "hello" }
    const files = { "map.json": map, "log.ndjson": LOG + event("e2", "page_view", "10:05", { campaign }) }
    const statusWith = async (...given: string[]) =>
      JSON.parse((await run([...USUAL, "--json", ...given], files)).stdout).people[0].runs[0].steps[0].status
    expect([await statusWith(), await statusWith("--arrivals")]).toEqual(["missed", "sent"])
  })

  it("shows one person by any of their ids, and says when nobody has it", async () => {
    const log = LOG + event("e2", "go", "10:00", { person: "a", user: "q" })
    const { stdout } = await run([...USUAL, "--json", "--person", "a"], { "log.ndjson": log })
    const result = JSON.parse(stdout)
    expect([
      result.people.map(({ person }: { person: string }) => person),
      result.totals.scenarios.s.entered,
    ]).toEqual([["q"], 1])
    expect(await run([...USUAL, "--person", "x"])).toMatchObject({
      exit: 2,
      stdout: "",
      stderr: "nobody is known as `x`\n",
    })
  })

  it("reads a JSON list, standard input, and what a system in between wrote", async () => {
    const list = `[${LOG.trim()},\n ${event("e2", "go", "11:00")}]`
    expect(
      JSON.parse((await run([...USUAL, "--json"], { "log.ndjson": list })).stdout).people[0].runs,
    ).toHaveLength(2)
    const piped = await run(["--map", "map.json", "--events", "-", "--json"], {
      "-": LOG.replace("\n", "\r\n"),
    })
    expect(JSON.parse(piped.stdout).people).toHaveLength(1)
  })

  it("exits 1 when a finding to fail on is there, with the result printed all the same", async () => {
    expect(await run([...USUAL, "--fail-on", "late,missed"])).toMatchObject({ exit: 1 })
    expect((await run([...USUAL, "--fail-on", "missed", "--json"])).stdout).not.toBe("")
    expect(await run([...USUAL, "--fail-on", "late"])).toMatchObject({ exit: 0 })
    expect(await run([...USUAL, "--fail-on", "mised"])).toMatchObject({
      exit: 2,
      stdout: "",
      stderr: expect.stringContaining("did you mean `missed`?"),
    })
  })

  it("one bad line never spoils the audit; --strict makes it exit 2", async () => {
    const log = `${LOG}{"id":\n${event("e2", "x", "11:00")}\n`
    const plain = await run([...USUAL, "--json"], { "log.ndjson": log })
    expect(plain.exit).toBe(0)
    expect(JSON.parse(plain.stdout).findings).toContainEqual(
      expect.objectContaining({ kind: "bad-event", line: 2 }),
    )
    const strict = await run([...USUAL, "--strict"], { "log.ndjson": log })
    expect([strict.exit, strict.stderr]).toEqual([2, expect.stringMatching(/^log\.ndjson:2: /)])
    expect((await run([...USUAL, "--strict"])).exit).toBe(0)
  })

  it.each([
    ["no name", '{"at":1,"person":"p"}'],
    ["no time", '{"name":"x","person":"p"}'],
    ["a time that is none", '{"name":"x","person":"p","at":"2026-02-30T10:00:00Z"}'],
    ["a time in the far future of clocks", '{"name":"x","person":"p","at":8640000000000001}'],
    ["a time before all calendars", '{"name":"x","person":"p","at":-8640000000000000}'],
    ["no person", '{"name":"x","at":1}'],
    ["too deep", `{"name":"x","at":1,"person":"p","props":${"[".repeat(40)}${"]".repeat(40)}}`],
    ["too large", `{"name":"x","at":1,"person":"p","props":{"a":"${"a".repeat(65_536)}"}}`],
    ["a forbidden key", '{"name":"x","at":1,"person":"p","props":{"constructor":1}}'],
    ["a list", "[1]"],
    ["a word", "null"],
  ])("a line with %s becomes a finding", async (_what, line) => {
    const { stdout, exit } = await run([...USUAL, "--json"], { "log.ndjson": `${LOG}${line}\n` })
    const result = JSON.parse(stdout)
    expect([exit, result.people.length]).toEqual([0, 1])
    expect(result.findings).toContainEqual(expect.objectContaining({ kind: "bad-event", line: 2 }))
  })

  it("says that there is nothing in a log: no finding is no good news then", async () => {
    const silent = await run(USUAL, { "log.ndjson": "\n\n" })
    expect([silent.exit, silent.stderr]).toEqual([0, "log.ndjson: there are no events in it\n"])
    const csv = await run(USUAL, { "log.ndjson": "id,name\n1,go\n" })
    expect(csv.stderr).toBe(
      "log.ndjson: none of its 2 lines is an event, the first because: this is no JSON: an event is { … } on one line. Known formats: cuelight, segment, ga4-bigquery, ga4-data-layer, yandex, shopify, segment-warehouse, yandex-logs, jitsu, amplitude, mixpanel, posthog, matomo\n",
    )
    const one = await run(USUAL, { "log.ndjson": "hello\n" })
    expect(one.stderr).toMatch(/^log.ndjson: its only line is no event, because: this is no JSON/)
  })

  it("says of an old log that what is due after its end is called missed, unless someone says when or what was watched", async () => {
    const old = { "log.ndjson": LOG.replaceAll("2026-03-02", "2026-01-05") }
    const { exit, stderr } = await run(USUAL, old)
    expect([exit, stderr]).toEqual([
      0,
      "log.ndjson: its last event is at 2026-01-05T10:00:00.000Z; what was due since then is called missed, as if the log went on. As of its end: --now 2026-01-05T10:00:00.000Z\n",
    ])
    for (const said of [
      ["--now", "2026-02-02"],
      ["--coverage", "watched.json"],
    ])
      expect(
        (
          await run([...USUAL, ...said], {
            ...old,
            "watched.json": '[{"channel":"email","from":0,"to":9e12}]',
          })
        ).stderr,
      ).toBe("")
    // What was missed before its end was missed.
    const going = `${old["log.ndjson"]}${event("e2", "v", "10:30").replace("2026-03-02", "2026-01-05")}\n`
    expect((await run(USUAL, { "log.ndjson": going })).stderr).toBe("")
  })

  it("says that everything is later than --now", async () => {
    const early = await run(["--map", "map.json", "--events", "log.ndjson", "--now", "2026-01-01"])
    expect([early.exit, early.stderr]).toEqual([
      0,
      "log.ndjson: all of it is later than 2026-01-01T00:00:00.000Z, its first event is at 2026-03-02T10:00:00.000Z: is --now right?\n",
    ])
  })

  it("tells of a coverage that can prove nothing, and goes on", async () => {
    const warned = async (coverage: object) => {
      const { exit, stderr } = await run([...USUAL, "--coverage", "c"], { c: JSON.stringify(coverage) })
      expect(exit).toBe(0)
      return stderr
    }
    expect(await warned([{ channel: "emial", from: 0, to: 1 }])).toBe(
      "c: the map has no channel `emial`: did you mean `email`?\n",
    )
    expect(await warned([{ channel: "email", from: 1, to: 0 }])).toBe(
      "c: a span of `email` ends before it begins: it covers nothing\n",
    )
    expect(await warned([])).toBe("c: it covers nothing, so nothing can be found missed\n")
    expect(await warned([{ channel: "email", from: 0, to: 1 }])).toBe("")
  })

  it("says so where map and log are the wrong way round, and of another broken map does not", async () => {
    const swapped = await run(["--map", "log.ndjson", "--events", "map.json"])
    expect([swapped.exit, swapped.stdout]).toEqual([2, ""])
    expect(swapped.stderr).toContain("log.ndjson looks like a log of events")
    const long = await run(["--map", "log.ndjson", "--events", "map.json"], { "log.ndjson": LOG + LOG })
    expect(long.stderr.trim().split("\n")).toHaveLength(1)
    const broken = await run(USUAL, { "map.json": '{"cuelight": 1}' })
    expect(broken.stderr).not.toContain("looks like a log")
  })

  it("ends for a time so far away that its schedules never would", async () => {
    const everyMinute = JSON.parse(MAP)
    everyMinute.scenarios[0].trigger = { schedule: "* * * * *" }
    const { exit, stdout } = await run(
      ["--map", "map.json", "--events", "log.ndjson", "--now", "9999-12-31"],
      { "map.json": JSON.stringify(everyMinute) },
    )
    expect(exit).toBe(0)
    expect(stdout).toContain("1 bad-event")
    for (const now of ["+275760-09-13T00:00:00Z", "8640000000000000"])
      expect(await run(["--map", "map.json", "--events", "log.ndjson", "--now", now])).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining("--now is not after the year 9999"),
      })
  }, 60_000)

  it("writes JUnit for CI systems", async () => {
    const log = LOG + event("e2", "go", "10:00", { person: '<&"\u0001>' })
    const { files } = await run([...USUAL, "--junit", "out.xml"], { "log.ndjson": log })
    const xml = files.get("out.xml") ?? ""
    expect(xml).toContain('tests="3" failures="2"')
    expect(xml).toContain("&lt;&amp;&quot;")
    expect(xml).not.toContain("\u0001")
  })

  it("refuses a broken map whole, with every error at its place, and prints nothing", async () => {
    const broken = MAP.replace('"channel":"email"', '"channel":"emial"').replace('"trigger"', '"triger"')
    const { exit, stdout, stderr } = await run(USUAL, { "map.json": broken })
    expect([exit, stdout]).toEqual([2, ""])
    expect(stderr).toMatch(/^map\.json:1:\d+: .*triger.*did you mean `trigger`\?/m)
    expect(stderr).toMatch(/unknown channel `emial`: did you mean `email`\?/)
  })

  it.each([
    [["--map", "map.json"], "audit needs --map FILE and --events FILE"],
    [[...USUAL, "--now", "soon"], "--now is ISO 8601 (2026-03-02T12:00:00Z) or milliseconds, not `soon`"],
    [[...USUAL, "--now", "2026"], "--now `2026` is too small for milliseconds"],
    [[...USUAL, "--now", "20260302"], "--now `20260302` is too small for milliseconds"],
    [["--map", "--events", "log.ndjson"], "`--map` needs a value"],
    [["--map=", "--events", "log.ndjson"], "`--map` needs a value"],
    [[...USUAL, "--junit", "log.ndjson"], "--junit would write over `log.ndjson`"],
    [["--map", "-", "--events", "-"], "only one of --map and --events can be standard input"],
    [[...USUAL, "--colour"], "unknown option `--colour`. Known are: --map, --events, "],
    [[...USUAL, "-json"], "unknown option `-json`: did you mean `--json`?"],
    [[...USUAL, "--fail-on", ","], "--fail-on needs at least one finding"],
    [[...USUAL, "--fail-on", "xyz"], "--fail-on: there is no finding `xyz`. Known are: missed, "],
    [[...USUAL, "--\u001b[2Jx"], "unknown option `--\ufffd[2Jx`"],
    [[...USUAL, "--format", "csv"], 'unknown format "csv". Known are: cuelight, segment,'],
    [[...USUAL, "--format", "segmnt"], "did you mean `segment`?"],
    [[...USUAL, "--jsn"], "unknown option `--jsn`: did you mean `--json`?"],
    [[...USUAL, "--now"], "`--now` needs a value"],
    [[...USUAL, "--json=1"], "`--json` takes no value"],
    [[...USUAL, "--map", "other"], "`--map` is given twice"],
    [[...USUAL, "more"], "nothing is expected beside the options: `more`"],
    [["--map", "none.yaml", "--events", "log.ndjson"], "cannot read none.yaml: there is no such file"],
    [["--map", "map.json", "--events", "none"], "cannot read none: there is no such file"],
  ])("tells what is wrong with %j, exit 2", async (given, said) => {
    const { exit, stdout, stderr } = await run(given)
    expect([exit, stdout]).toEqual([2, ""])
    expect(stderr).toContain(said)
  })

  it("shows progress of a long log only where a terminal is", async () => {
    const log = Array.from(
      { length: 200_001 },
      (_, index) => `{"id":"${index}","name":"x","at":${1_767_225_600_000 + index},"person":"p"}`,
    ).join("\n")
    const piped = ["--map", "map.json", "--events", "-", "--json"]
    expect((await run(piped, { "-": log })).stderr).toBe("")
    expect((await run(piped, { "-": log }, { showsProgress: true })).stderr).toContain("200,000 events read")
  })
})

describe("the commands as processes", () => {
  const main = fileURLToPath(new URL("../../shared/cli/main.ts", import.meta.url))
  const root = fileURLToPath(new URL("../..", import.meta.url))
  const node = ["--import", "tsx", main]
  let folder = ""

  beforeAll(() => {
    folder = mkdtempSync(`${tmpdir()}/cuelight-`)
    writeFileSync(`${folder}/map.json`, MAP)
    writeFileSync(`${folder}/log.ndjson`, LOG)
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it("audit a file and standard input to the same bytes", () => {
    const usual = [
      ...node,
      "audit",
      "--map",
      `${folder}/map.json`,
      "--now",
      "2026-03-02T12:00:00Z",
      "--json",
      "--events",
    ]
    const fromFile = execFileSync(process.execPath, [...usual, `${folder}/log.ndjson`], {
      cwd: root,
      encoding: "utf8",
    })
    const fromInput = execFileSync(process.execPath, [...usual, "-"], {
      cwd: root,
      encoding: "utf8",
      input: LOG,
    })
    expect(fromInput).toBe(fromFile)
    expect(JSON.parse(fromFile).findings[0].kind).toBe("missed")
  }, 60_000)

  it("read gzip, refuse half of it, and colour where they are told to", () => {
    const packed = gzipSync(LOG)
    writeFileSync(`${folder}/log.gz`, packed)
    writeFileSync(`${folder}/half.gz`, packed.subarray(0, packed.length - 12))
    const run = (given: string[], env: Record<string, string> = {}) =>
      spawnSync(process.execPath, [...node, ...given], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
      })
    const usual = ["audit", "--map", `${folder}/map.json`, "--now", "2026-03-02T12:00:00Z", "--events"]
    const coloured = run([...usual, `${folder}/log.gz`], { FORCE_COLOR: "1" })
    expect([coloured.status, coloured.stderr]).toEqual([0, ""])
    expect(coloured.stdout).toContain("1 missed")
    expect(coloured.stdout).toContain("\u001b[31m")
    const half = run(["convert", `${folder}/half.gz`, "--to", "segment"], { FORCE_COLOR: "0" })
    expect([half.status, half.stderr]).toEqual([
      2,
      `cannot read ${folder}/half.gz: its gzip is broken or cut off\n`,
    ])
  }, 60_000)

  it("give errors on standard error and their exit status", () => {
    const failed = spawnSync(
      process.execPath,
      [...node, "audit", "--map", `${folder}/none`, "--events", "-"],
      { cwd: root, encoding: "utf8" },
    )
    expect([failed.status, failed.stdout]).toEqual([2, ""])
    expect(failed.stderr).toContain("there is no such file")
    const found = spawnSync(
      process.execPath,
      [
        ...node,
        "audit",
        "--map",
        `${folder}/map.json`,
        "--events",
        `${folder}/log.ndjson`,
        "--fail-on",
        "missed",
      ],
      { cwd: root, encoding: "utf8" },
    )
    expect(found.status).toBe(1)
  }, 60_000)
})
