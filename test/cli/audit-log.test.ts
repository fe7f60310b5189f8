import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { auditLog, type Holding } from "../../shared/cli/audit-log"
import { runCommand } from "../../shared/cli/run-command"
import type { Shell } from "../../shared/cli/shell"
import { parseCoverage } from "../../shared/engine/coverage"
import { writeInstant } from "../../shared/engine/instant"
import { readInstant } from "../../shared/event"
import type { CommunicationMap } from "../../shared/map/communication-map"
import { parseMap } from "../../shared/map/parse-map"
import { ResultJson } from "../../shared/report/result-json"
import { hasCases, readCases, writeArguments, writeInputs } from "../conformance/cases"
import { anyLog, anyNow, START } from "../engine/any-log"
import { readRichMap } from "../engine/rich-map"
import { openMemoryShell } from "./memory-shell"

const RUNS = Number(process.env.PROPERTY_RUNS ?? 1)
const seed = Number(process.env.PROPERTY_SEED ?? 20_260_302)

/** Nothing is held: the log is read again for every few events. */
const NOTHING: Holding = { events: 0, eventsPerPart: 3 }

interface Asked {
  map: CommunicationMap
  now: number
  coverage?: unknown
  format?: string | undefined
  person?: string | undefined
}

/** What the command prints as JSON. */
async function printJson(
  { map, now, coverage = "complete", format, person }: Asked,
  shell: Shell,
  holding?: Holding,
): Promise<string> {
  const read = parseCoverage(coverage)
  if ("reason" in read) throw new Error(read.reason)
  let text = ""
  const json = new ResultJson(map.id, writeInstant(now), (piece) => {
    text += piece
  })
  const log = {
    path: "events.ndjson",
    format,
    zone: map.timeZone,
    person,
    arrivals: false,
    evidence: null,
    map,
    now,
    coverage: read.coverage,
  }
  const { findings, totals } = await auditLog(log, (result) => json.person(result), shell, holding)
  json.finish(findings, totals)
  return text
}

describe("a log that is read again and again", () => {
  it("gives the bytes of one that is held", { timeout: 120_000 * RUNS }, async () => {
    const map = readRichMap()
    await fc.assert(
      fc.asyncProperty(
        anyLog({ people: ["a1", "a2", "a3", "u1"], users: ["u1", "u2"] }),
        anyLog({ people: ["b1", "b2"], users: ["v1"] }),
        anyLog({ people: ["c1"] }),
        fc.array(fc.nat(60), { maxLength: 5 }),
        fc.nat(30),
        anyNow,
        async (one, other, third, repeated, eventsPerPart, now) => {
          const all = [one, other, third].flatMap((log, part) =>
            log.map((event) => ({ ...event, id: `${part}-${event.id}` })),
          )
          // Repetitions, lines that are none, and people of all households among one another.
          const events = [...all, ...repeated.flatMap((index) => all[index] ?? [])].sort(
            (first, second) => (first.at % 97) - (second.at % 97),
          )
          const text = events.map((event) => JSON.stringify(event)).join("\n{\n")
          const shell = openMemoryShell([["events.ndjson", text]])
          const held = await printJson({ map, now }, shell)
          const again = await printJson({ map, now }, shell, {
            events: 0,
            eventsPerPart: (eventsPerPart + 1) * 20,
          })
          if (again !== held) throw new Error("The bytes differ.")
        },
      ),
      { numRuns: 40 * RUNS, seed },
    )
  })

  it("is not read beyond its first end, and refused when it has become shorter", async () => {
    const map = readRichMap()
    const line = (index: number) =>
      `{"id":"${index}","name":"view_item","at":${START + index},"person":"p${index}"}\n`
    const text = Array.from({ length: 50 }, (_, index) => line(index)).join("")
    const now = START + 1_000_000
    const usual = openMemoryShell([["events.ndjson", text]])
    const readings = (texts: string[]): Shell => ({
      ...usual,
      async *read() {
        yield texts.length > 1 ? (texts.shift() ?? "") : (texts[0] ?? "")
      },
    })
    const held = await printJson({ map, now }, usual)
    expect(await printJson({ map, now }, readings([text, text + line(99)]), NOTHING)).toBe(held)
    await expect(printJson({ map, now }, readings([text, line(1)]), NOTHING)).rejects.toThrow("shorter")
  })

  it("is held where it comes only once", async () => {
    const map = readRichMap()
    const text = `{"id":"1","name":"view_item","at":${START},"person":"p"}`
    let readings = 0
    const usual = openMemoryShell([["events.ndjson", text]])
    const shell: Shell = {
      ...usual,
      rereads: async () => false,
      read: (path) => {
        readings++
        return usual.read(path)
      },
    }
    expect(JSON.parse(await printJson({ map, now: START + 1_000 }, shell, NOTHING)).people).toHaveLength(1)
    expect(readings).toBe(1)
  })
})

describe.runIf(hasCases())("every conformance case, read again and again", () => {
  for (const [area, cases] of hasCases() ? readCases() : []) {
    it(area, async () => {
      for (const one of cases) {
        const shell = openMemoryShell(writeInputs(one))
        const exit = await runCommand(writeArguments(one, ""), shell)
        const { map } = parseMap(JSON.stringify(one.map))
        const now = readInstant(one.now)
        if (exit === 2 || !map || typeof now === "string") continue
        const option = (name: string) => one.args?.[one.args.indexOf(name) + 1]
        const format = one.args?.includes("--format") ? option("--format") : undefined
        const person = one.args?.includes("--person") ? option("--person") : undefined
        const coverage = one.coverage ?? "complete"
        const text = await printJson({ map, now, coverage, format, person }, shell, NOTHING)
        expect(text, one.id).toBe(shell.stdout)
      }
    })
  }
})
