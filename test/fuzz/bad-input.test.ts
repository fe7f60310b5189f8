import "../property-seed"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import { openMemoryShell } from "../cli/memory-shell"
import { RICH_MAP } from "../engine/rich-map"
import { anyDocument, anyLine, anyMapText, anyWord } from "./hostile"

/**
 * No line, map or option, however broken or hostile, hangs, crashes or silently changes a result. Few cases in each run of
 * the tests; `FUZZ_RUNS=20000 npx vitest run test/fuzz` looks further.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40)
const limitMs = Math.max(60_000, RUNS * 200)

const NOW = "2026-03-02T12:00:00Z"
const AUDIT = ["audit", "--map", "map", "--events", "log", "--now", NOW]

/** Without its half-hours: they are many, where an odd event lies in the year 1990. */
const CALM_MAP = RICH_MAP.replace(/ {2}- id: hourly[\s\S]*?(?=^caps:)/m, "")

/** Two good persons, whose story no bad line may change. */
const GOOD = [
  {
    id: "g1",
    name: "identify",
    at: "2026-03-02T08:00:00Z",
    person: "good",
    props: { email: "g@mail.example" },
  },
  { id: "g2", name: "consent", at: "2026-03-02T08:00:00Z", person: "good", props: { email: "granted" } },
  { id: "g3", name: "add_to_cart", at: "2026-03-02T09:00:00Z", person: "good", props: { item_id: "1" } },
  { id: "g4", name: "message_sent", at: "2026-03-02T09:21:00Z", person: "good", props: { channel: "email" } },
  { id: "g5", name: "view_item", at: "2026-03-02T09:30:00Z", person: "other", props: { item_id: "2" } },
].map((event) => JSON.stringify(event))

async function run(given: readonly string[], files: Record<string, string>) {
  const shell = openMemoryShell(Object.entries(files))
  const exit = await runCommand(given, shell)
  return { exit, stdout: shell.stdout, stderr: shell.stderr }
}

interface Audited {
  people: { person: string }[]
  findings: { person?: string | null; kind: string }[]
}

/** What is told of the good ones. */
function tellGood(stdout: string) {
  const { people, findings } = JSON.parse(stdout) as Audited
  const isGood = (name: string | null | undefined) => name === "good" || name === "other"
  return {
    people: people.filter(({ person }) => isGood(person)),
    findings: findings.filter(({ person }) => isGood(person)),
  }
}

describe("bad input", () => {
  it(
    "no line changes what is told of others",
    async () => {
      const files = { map: CALM_MAP, log: GOOD.join("\n") }
      const plain = tellGood((await run([...AUDIT, "--json"], files)).stdout)
      expect(plain.people).toHaveLength(2)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(GOOD.length), anyLine), { minLength: 1, maxLength: 8 }),
          async (bad) => {
            const lines = GOOD.flatMap((line, index) => [
              ...bad.filter(([at]) => at === index).map(([, text]) => text),
              line,
            ])
            const { exit, stdout, stderr } = await run([...AUDIT, "--json"], {
              ...files,
              log: lines.join("\n"),
            })
            expect([exit, stderr]).toEqual([0, ""])
            expect(tellGood(stdout)).toEqual(plain)
            // What is left out is said; what was taken is an event.
            const kept = bad.filter(([at]) => at < GOOD.length).map(([, text]) => text)
            if (kept.some((text) => text.startsWith("{") && !isJson(text)))
              expect(stdout).toContain('"kind":"bad-event"')
          },
        ),
        { numRuns: RUNS },
      )
    },
    limitMs,
  )

  it(
    "no map crashes a command: it is refused with places, or it can be audited and judged",
    async () => {
      await fc.assert(
        fc.asyncProperty(anyMapText, async (map) => {
          const files = { map, log: GOOD.join("\n") }
          const audited = await run([...AUDIT, "--json"], files)
          expect([0, 2]).toContain(audited.exit)
          if (audited.exit === 2) {
            expect(audited.stdout).toBe("")
            expect(audited.stderr).toMatch(/^map:\d+:\d+: \S/)
          } else expect(() => JSON.parse(audited.stdout)).not.toThrow()
          const judged = await run(["lint", "map"], files)
          expect(judged.exit).toBe(audited.exit)
        }),
        { numRuns: Math.ceil(RUNS / 2) },
      )
    },
    limitMs,
  )

  it(
    "no option crashes a command: it is obeyed, or refused with words",
    async () => {
      const files = { map: CALM_MAP, log: GOOD.join("\n"), broken: "{", coverage: "[]" }
      const name = fc.constantFrom("audit", "lint", "convert", "schema", "help", "__proto__")
      await fc.assert(
        fc.asyncProperty(name, fc.array(anyWord, { maxLength: 8 }), async (command, words) => {
          const { exit, stdout, stderr } = await run([command, ...words], files)
          expect([0, 1, 2]).toContain(exit)
          if (exit === 2 && !words.includes("--strict")) expect(stdout).toBe("")
          if (exit === 2) expect(stderr).not.toBe("")
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
          expect(stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/)
        }),
        { numRuns: RUNS * 3 },
      )
    },
    limitMs,
  )

  it(
    "no log crashes a conversion, whatever dialect it is read as",
    async () => {
      const dialect = fc.constantFrom("cuelight", "segment", "ga4-bigquery", "ga4-data-layer", "yandex")
      const read = fc.option(
        fc.constantFrom("segment", "ga4-bigquery", "ga4-data-layer", "yandex", "shopify"),
      )
      await fc.assert(
        fc.asyncProperty(
          dialect,
          read,
          fc.array(fc.oneof(anyLine, anyDocument), { maxLength: 6 }),
          async (to, format, lines) => {
            const { exit, stdout } = await run(
              ["convert", "log", "--to", to, ...(format ? ["--format", format] : [])],
              {
                log: lines.join("\n"),
              },
            )
            expect(exit).toBe(0)
            const again = await run(["convert", "log", "--to", to, "--format", to], { log: stdout })
            expect(again.exit).toBe(0)
          },
        ),
        { numRuns: RUNS * 2 },
      )
    },
    limitMs,
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
