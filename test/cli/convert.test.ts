import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import { readWholeLog } from "../../shared/log/read-log"
import { eventsOf } from "../log/entries"
import { readStarterText, starterIds } from "../starter-maps/read-starter"
import { openMemoryShell } from "./memory-shell"

const LOG = `{"id":"e1","name":"add_to_cart","at":"2026-03-02T10:00:00Z","person":"p","source":"t"}
{"id":
{"id":"e2","name":"purchase","at":"2026-03-02T11:00:00Z","person":"p","source":"t","props":{"value":5}}
`

async function convert(log: string, ...given: string[]) {
  const shell = openMemoryShell([["log", log]])
  const exit = await runCommand(["convert", ...given], shell)
  return { exit, stdout: shell.stdout, stderr: shell.stderr }
}

describe("convert", () => {
  it("writes one value a line, and tells what it had to leave out", async () => {
    const { exit, stdout, stderr } = await convert(LOG, "log", "--to", "segment")
    expect([exit, stderr]).toEqual([0, "log:2: this is no JSON\n"])
    const messages = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).event)
    expect(messages).toEqual(["Product Added", "Order Completed"])
    expect((await convert(LOG, "log", "--to", "segment", "--strict")).exit).toBe(2)
  })

  it("tells of many bad lines only so many", async () => {
    const { stderr } = await convert("x\n".repeat(25), "log", "--to", "yandex")
    expect(stderr.split("\n")).toHaveLength(22)
    expect(stderr).toContain("log: and 5 more\n")
  })

  it.each(starterIds)("takes the sample of %s through every dialect and back", async (id) => {
    const sample = readFileSync(
      join(import.meta.dirname, `../../shared/starter-maps/${id}.sample.ndjson`),
      "utf8",
    )
    expect(readStarterText(id)).not.toBe("")
    const told = (log: string) =>
      eventsOf(readWholeLog(log)).map(({ name, at, person, user }) => ({ name, at, person, user }))
    for (const name of ["segment", "ga4-data-layer", "ga4-bigquery", "yandex"]) {
      const there = await convert(sample, "log", "--to", name)
      expect(there.stderr).toBe("")
      const back = await convert(there.stdout, "log", "--to", "cuelight", "--format", name)
      expect(back.stderr).toBe("")
      expect(told(back.stdout), name).toEqual(told(sample))
    }
  })

  it.each([
    [["log"], "convert needs --to NAME: cuelight, segment, ga4-bigquery, ga4-data-layer, yandex"],
    [["--to", "segment"], "convert needs one LOG"],
    [["log", "more", "--to", "segment"], "convert needs one LOG"],
    [["log", "--to", "segmnt"], "--to: unknown format `segmnt`: did you mean `segment`? Known are: "],
    [["log", "--to", "shopify"], "--to: unknown format `shopify`"],
    [
      ["log", "--to", "segment", "--format", "csv"],
      "--format: unknown format `csv`. Known are: cuelight, segment, ",
    ],
    [["none", "--to", "segment"], "cannot read none: there is no such file"],
  ])("refuses %j", async (given, said) => {
    const { exit, stdout, stderr } = await convert(LOG, ...given)
    expect([exit, stdout]).toEqual([2, ""])
    expect(stderr).toContain(said)
  })
})
