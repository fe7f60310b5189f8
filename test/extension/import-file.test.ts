import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { openFile } from "../../extension/evidence/file/open-file"
import { takeFile } from "../../extension/evidence/file/take-file"
import { guessColumns, readRows, signatureOf, spansOf } from "../../shared/domain"
import { type Browser, openBrowser, SITE, wakeWorker } from "./evidence-worker"

const MINUTE = 60_000
let browser: Browser
beforeEach(async () => {
  browser = openBrowser()
  const { worker } = wakeWorker()
  await worker.withSite(SITE, async ({ record }, journal) => {
    record.recordedFrom = Date.now() - 60 * MINUTE
    await journal.writeSite(record)
    await journal.addEvents(SITE, [
      {
        id: "i",
        name: "identify",
        at: Date.now() - 30 * MINUTE,
        person: "a",
        user: "anna",
        props: { email: "anna@x.test" },
        source: "api",
      },
    ])
  })
})
afterEach(() => vi.unstubAllGlobals())

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * MINUTE).toISOString()
const csv = (...rows: string[]) =>
  new File([["Time,Email,Subject,Status", ...rows, ""].join("\n")], "sent.csv")

/** As the form does it: opened, read by its columns, handed over. */
async function take({ act }: ReturnType<typeof wakeWorker>, file: File, recipient = "") {
  const opened = await openFile(file)
  if (typeof opened === "string") return opened
  const [table] = opened.read.tables
  if (!table) throw new Error("No table")
  const mapping = guessColumns(table, "UTC")
  const { evidence, rejected, span, channels } = readRows(table, mapping)
  const id = `file:${SITE}:${opened.digest}`
  const signature = signatureOf(table)
  const coverage = spansOf(channels, span)
  const imported = { id, site: SITE, name: opened.name, recipient, signature, mapping }
  return takeFile(act, imported, { evidence, coverage, rejected: rejected.length })
}

describe("a file that is imported", () => {
  test("gives evidence of people of the site, covers its time, and is asked for nothing", async () => {
    const worker = wakeWorker()
    const file = csv(
      `${at(20)},anna@x.test,Cart,delivered`,
      `${at(10)},boris@x.test,Cart,delivered`,
      `${at(90)},anna@x.test,Old,sent`,
    )
    expect(await take(worker, file)).toEqual({ found: 1, strangers: 1, earlier: 1, again: false })
    const source = await worker.source()
    expect(source).toMatchObject({
      connector: "file",
      title: "sent.csv",
      channels: ["email"],
      found: 1,
      strangers: 1,
    })
    expect(source.coverage).toHaveLength(1)
    expect((await worker.readEvents()).map(({ name }) => name)).toEqual(["identify", "message_delivered"])
    await worker.look()
    expect([browser.alarms.size, (await worker.source()).problem]).toEqual([0, null])
    // Nothing of other people is kept.
    expect(JSON.stringify([await worker.readEvents(), await worker.state()])).not.toContain("boris")
  })

  test("doubles nothing when it comes again, alone or as a part of another, nor when the worker ends in between", async () => {
    const row = `${at(20)},anna@x.test,Cart,delivered`
    await take(wakeWorker(), csv(row))
    expect(await take(wakeWorker(), csv(row))).toMatchObject({ found: 1, again: true })
    await take(wakeWorker(), csv(row, `${at(10)},anna@x.test,News,sent`))
    const worker = wakeWorker()
    expect(await worker.readEvents()).toHaveLength(3)
    expect((await worker.state()).sources).toHaveLength(2)
  })

  test("is taken back, but for what another file has proved too", async () => {
    const row = `${at(20)},anna@x.test,Cart,delivered`
    const worker = wakeWorker()
    await take(worker, csv(row))
    await take(worker, csv(row, `${at(10)},anna@x.test,News,sent`))
    const [, larger] = (await worker.state()).sources
    await worker.act({ type: "remove", id: larger?.id ?? "" })
    expect((await worker.readEvents()).map(({ name }) => name)).toEqual(["identify", "message_delivered"])
    await worker.act({ type: "remove", id: (await worker.source()).id })
    expect(await worker.readEvents()).toHaveLength(1)
    expect(await worker.worker.withSite(SITE, async ({ events }) => events.size)).toBe(1)
  })

  test("that was broken off covers nothing", async () => {
    const { act, source } = wakeWorker()
    const mapping = guessColumns({ name: null, headers: ["Time"], rows: [], broken: [], cut: false }, "UTC")
    await act({
      type: "file-begin",
      file: { id: "f", site: SITE, name: "x", recipient: "", signature: "s", mapping },
    })
    await act({ type: "file-part", id: "f", drafts: [] })
    expect((await source()).coverage).toEqual([])
    expect(await act({ type: "file-part", id: "unknown", drafts: [] })).toEqual({
      found: 0,
      strangers: 0,
      earlier: 0,
    })
  })

  test("has its columns remembered, in the worker's own storage", async () => {
    await take(wakeWorker(), csv(`${at(20)},anna@x.test,Cart,delivered`))
    const { act } = wakeWorker()
    const known = await act<{ mapping: { columns: object } }>({
      type: "file-columns",
      signature: "time\u001femail\u001fsubject\u001fstatus",
    })
    expect(known.mapping.columns).toEqual({ at: "Time", to: "Email", subject: "Subject", status: "Status" })
    expect(await act({ type: "file-columns", signature: "other" })).toEqual({ mapping: null })
    expect(browser.stored).toEqual({})
  })

  test("is somebody's own by the address that the person gives", async () => {
    const worker = wakeWorker()
    const file = csv(`${at(20)},Other@X.test,Cart,delivered`)
    expect(await take(worker, file)).toMatchObject({ found: 0, strangers: 1 })
    expect(await take(worker, file, "other@x.test")).toMatchObject({ found: 1, strangers: 0, again: true })
  })

  test("that is no table is refused", async () => {
    expect(await take(wakeWorker(), new File([], "x.csv"))).toBe("empty")
    expect(await take(wakeWorker(), new File(["%PDF-1.4"], "x.pdf"))).toBe("not-a-table")
  })
})
