import { describe, expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import type { AuditResult } from "../../shared/engine/audit-result"
import { makeWorkbook, serialOf } from "../evidence/file/workbook"
import { openMemoryShell } from "./memory-shell"

const MAP = JSON.stringify({
  cuelight: 1,
  id: "m",
  name: "Shop",
  timeZone: "Europe/Moscow",
  stages: [{ id: "all" }],
  channels: { email: { address: "email" }, sms: {} },
  messages: { reminder: { match: { subject: "*cart*" } } },
  scenarios: [
    { id: "s", trigger: { event: "go" }, steps: [{ id: "mail", channel: "email", message: "reminder" }] },
  ],
})
const line = (id: string, name: string, rest: object = {}) =>
  JSON.stringify({ id, name, at: "2026-03-02T10:00:00Z", person: "p", source: "t", ...rest })
const LOG = [
  line("e1", "identify", { user: "anna", props: { email: "Anna@Example.test" } }),
  line("e2", "go"),
].join("\n")
const HEAD = "Sent at;Email;Subject;Status\n"
// A wall in Moscow, three hours ahead.
const SENT = "02.03.2026 13:03;anna@example.test;Your cart;delivered\n"
const LATER = "02.03.2026 15:00;boris@example.test;News;delivered\n"

async function run(given: string[], files: Record<string, string> = {}, bytes = {}) {
  const shell = openMemoryShell(
    Object.entries({ "map.json": MAP, "log.ndjson": LOG, ...files }),
    { now: () => Date.UTC(2026, 2, 3) },
    bytes,
  )
  const usual = ["audit", "--map=map.json", "--events=log.ndjson", "--json"]
  const exit = await runCommand([...usual, ...given.map((each) => `--evidence=${each}`)], shell)
  const result = shell.stdout === "" ? null : (JSON.parse(shell.stdout) as AuditResult)
  const step = result?.people[0]?.runs[0]?.steps[0]
  return { exit, step, result, stderr: shell.stderr }
}
const settings = (more: object) => JSON.stringify({ file: "sent.csv", ...more })

describe("audit --evidence of a file", () => {
  it("reads an export by its columns, in the map's zone, and says what it has left out", async () => {
    const csv = `${HEAD}${SENT}soon;anna@example.test;x;sent\n${LATER}`
    const { step, stderr } = await run(["sent.csv"], { "sent.csv": csv })
    expect([step?.status, step?.sentAt]).toEqual(["sent", "2026-03-02T10:03:00.000Z"])
    expect(stderr).toBe(
      "sent.csv: 4 pieces of evidence, from 2026-03-02T10:03:00.000Z to 2026-03-02T12:00:00.000Z\n" +
        "sent.csv:3: left out: this is no time (`soon`)\n" +
        "sent.csv: 2 of 4 went to people whom the log does not know (no identify names their address); left out\n",
    )
  })

  it("doubles nothing that two files have, or one that is given twice", async () => {
    const files = { "sent.csv": HEAD + SENT, "week.csv": HEAD + SENT + LATER }
    const { result, step } = await run(["sent.csv", "week.csv", "csv=sent.csv"], files)
    expect(step?.evidence).toHaveLength(2)
    expect(result?.findings).toEqual([])
  })

  it("covers from its first to its last row, what the person says, or nothing", async () => {
    const read = async (more: object, csv = HEAD + LATER) =>
      (await run(["file=s.json"], { "sent.csv": csv, "s.json": settings(more) })).step?.status
    expect(await read({})).toBe("unknown")
    expect(await read({ from: "2026-03-02", to: "2026-03-03" })).toBe("missed")
    expect(await read({}, `${HEAD}02.03.2026 12:00;boris@example.test;News;delivered\n${LATER}`)).toBe(
      "missed",
    )
    expect(await read({ covers: "nothing", from: "2026-03-02" })).toBe("unknown")
  })

  it("reads a workbook's sheet that has the messages, and JSON lines", async () => {
    const at = serialOf(Date.UTC(2026, 2, 2, 13, 3))
    const book = makeWorkbook({
      Summary: [
        ["Name", "Number"],
        ["All", 1],
      ],
      Sent: [
        ["Email", "Sent at", "Subject"],
        ["anna@example.test", at, "Your cart"],
      ],
    })
    expect((await run(["sent.xlsx"], {}, { "sent.xlsx": book })).step?.status).toBe("sent")
    const one = JSON.stringify({
      email: "anna@example.test",
      event: "delivered",
      timestamp: Date.UTC(2026, 2, 2, 10, 3),
      subject: "Your cart",
    })
    expect((await run(["ndjson=events.json"], { "events.json": one })).step?.status).toBe("sent")
  })

  it("follows a settings file: names of columns, statuses, channel, zone, order, sheet", async () => {
    const csv = "wann,wer,was,wie\n03/02/2026 10:03,anna@example.test,Your cart,raus\n"
    const columns = { at: "wann", to: "wer", subject: "was", status: "wie" }
    const given = { columns, statuses: { raus: "sent" }, channel: "email", zone: "UTC", order: "month-first" }
    const { step } = await run(["file=conf/s.json"], { "conf/sent.csv": csv, "conf/s.json": settings(given) })
    expect(step?.status).toBe("sent")
  })

  it("asks instead of guessing, and refuses what it does not know", async () => {
    const wrong = async (word: string, files: Record<string, string> = {}, bytes = {}) => {
      const { exit, stderr, result } = await run([word], files, bytes)
      expect([exit, result]).toEqual([2, null])
      return stderr
    }
    const csv = HEAD + SENT
    expect(await wrong("sent.csv")).toContain("there is no such file")
    expect(await wrong("sent.csv", { "sent.csv": "" })).toContain("it is empty")
    expect(await wrong("sent.csv", { "sent.csv": "Email,Name\na@x.test,Anna\n" })).toContain(
      "hold the time; its columns: `Email`, `Name`",
    )
    expect(await wrong("sent.csv", { "sent.csv": "Email,Date\na@x.test,03/04/2026 10:00\n" })).toContain(
      "3 April or 4 March",
    )
    expect(await wrong("sent.csv", { "sent.csv": "Name,Date\nAnna,2026-03-02 10:00\n" })).toContain(
      "on which channel",
    )
    expect(await wrong("sent.csv", { "sent.csv": "channel,Date\nsms,2026-03-02 10:00\n" })).toContain(
      "an address or a person",
    )
    expect(await wrong("csv=")).toContain("--evidence csv=FILE")
    const refused = (more: object) => wrong("file=s.json", { "sent.csv": csv, "s.json": settings(more) })
    expect(await refused({ columns: { at: "Nope" } })).toContain("no column `Nope`; its columns: `Sent at`")
    expect(await refused({ columns: { wann: "Sent at" } })).toContain("nothing is called `wann`")
    expect(await refused({ colums: {} })).toContain("no setting is called `colums`")
    expect(await refused({ zone: "Moscow" })).toContain("IANA")
    expect(await refused({ encoding: "klingon" })).toContain("utf-8")
    expect(await refused({ from: "soon" })).toContain("ISO 8601")
    expect(await refused({ sheet: "Two" })).toContain("no sheet `Two`")
    expect(
      await wrong("old.xlsx", {}, { "old.xlsx": Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]) }),
    ).toContain("old Excel")
  })
})
