import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import type { SourceForm, SourceTest } from "../../extension/evidence/state"
import { doBackupAction } from "../../extension/worker/answer-backup"
import {
  type LocalService,
  type ServiceAnswer,
  type ServiceRequest,
  startService,
} from "../evidence/local-service"
import { type Browser, openBrowser, SITE, wakeWorker } from "./evidence-worker"

const SECRET = "s3cr3t-T0KEN-of-the-shop"
let browser: Browser
let service: LocalService | null = null
const told: unknown[][] = []
beforeEach(() => {
  browser = openBrowser()
  Object.assign(chrome.storage, { session: { get: async () => ({}) } })
  told.length = 0
  for (const name of ["log", "warn", "error", "info", "debug"] as const)
    vi.spyOn(console, name).mockImplementation((...given) => void told.push(given))
})
afterEach(async () => {
  await service?.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function open(answer: (request: ServiceRequest) => ServiceAnswer | undefined) {
  service = await startService(answer)
  const form = (connector: string, settings: Record<string, string>): SourceForm => ({
    id: null,
    site: SITE,
    connector,
    settings: { url: service?.url ?? "", ...settings },
    recipient: "",
    keptSince: 0,
  })
  return form
}

/** Everything that leaves the worker, or stays where others can read it. */
async function gather(worker: ReturnType<typeof wakeWorker>): Promise<string> {
  const state = await worker.state()
  const head = await doBackupAction(worker.worker, { type: "backup-head" })
  // A saved audit is made of this too.
  const site = await doBackupAction(worker.worker, { type: "backup-site", site: SITE, from: 0 })
  return JSON.stringify([state, head, site, browser.stored, await worker.readEvents(), told.map(String)])
}

describe("a token", () => {
  test.each<[string, ServiceAnswer | "echo"]>([
    ["a service that tells back what it was sent", "echo"],
    ["a refusal that quotes it", { status: 401, text: `${SECRET} is wrong` }],
    ["a fault that quotes it", { status: 500, text: SECRET, headers: { "X-Token": SECRET } }],
    ["a page that quotes it", { text: `<html>${SECRET}</html>` }],
    ["half an answer", { text: `{"items":["${SECRET}`, broken: true }],
    ["an address elsewhere", { status: 302, headers: { Location: `https://evil.test/?${SECRET}` } }],
  ])("is nowhere but in the worker, whatever answers: %s", async (_, answer) => {
    const form = await open(({ headers }) =>
      answer === "echo"
        ? {
            json: [
              { id: "1", status: "sent", time: new Date().toISOString(), email: "a@x.test", note: headers },
            ],
          }
        : answer,
    )
    const worker = wakeWorker()
    const given = form("json", { channel: "email", header: `Authorization: Bearer ${SECRET}` })
    const tried = await worker.act<SourceTest>({ type: "test", form: given })
    await worker.act({ type: "save", form: given })
    await worker.look()
    // The worker has used it.
    expect(JSON.stringify(service?.requests.map(({ headers }) => headers))).toContain(SECRET)
    expect(JSON.stringify(tried)).not.toContain(SECRET)
    expect(await gather(worker)).not.toContain(SECRET)
    expect((await worker.source()).masked.header).toMatch(/^•{6}.{0,3}$/)
  })

  test("stays when the form is saved without it, is replaced by another, and goes with its source", async () => {
    let asked = ""
    const form = await open(({ headers }) => {
      asked = String(headers["x-postmark-server-token"])
      return { json: { TotalCount: 0, Messages: [] } }
    })
    const worker = wakeWorker()
    await worker.act({ type: "save", form: form("postmark", { token: SECRET }) })
    const { id } = await worker.source()
    await worker.act({ type: "save", form: { ...form("postmark", {}), id } })
    expect(asked).toBe(SECRET)
    await worker.act({ type: "save", form: { ...form("postmark", { token: "another" }), id } })
    expect(asked).toBe("another")
    await worker.act({ type: "remove", id })
    const kept = await wakeWorker().worker.evidence()
    expect([await kept.list(), await kept.readSecrets(id)]).toEqual([[], {}])
  })

  test("is no secret that is shown: only the end of a long one", async () => {
    const form = await open(() => ({ json: { TotalCount: 0, Messages: [] } }))
    const worker = wakeWorker()
    await worker.act({ type: "save", form: form("postmark", { token: "short" }) })
    expect((await worker.source()).masked).toEqual({ token: "••••••" })
  })
})

describe("a source", () => {
  test("goes on where the worker has ended between two pages, and neither loses nor doubles", async () => {
    const mails = Array.from({ length: 600 }, (_, index) => ({
      ID: `m${index}`,
      Created: new Date(Date.now() - index).toISOString(),
      Content: { Headers: { Subject: [`Mail ${index}`], "Message-ID": [`<m${index}@x>`] } },
      To: [{ Mailbox: "anna", Domain: "x.test" }],
    }))
    let pages = 0
    const form = await open(({ query }) => {
      pages++
      // As when the worker is gone in the middle of the second page.
      if (pages === 2) return { status: 500 }
      const start = Number(query.get("start"))
      return { json: { total: mails.length, items: mails.slice(start, start + 250) } }
    })
    const first = wakeWorker()
    await first.worker.withSite(SITE, async ({ record }, journal) => {
      record.recordedFrom = Date.now() - 3_600_000
      await journal.writeSite(record)
    })
    await first.act({ type: "save", form: form("mailhog", {}) })
    expect([(await first.readEvents()).length, (await first.source()).coverage]).toEqual([250, []])
    const second = wakeWorker()
    await second.look()
    const source = await second.source()
    expect([source.found, source.problem, source.coverage.length]).toEqual([600, null, 1])
    expect(new Set((await second.readEvents()).map(({ id }) => id)).size).toBe(600)
    await wakeWorker().look()
    expect(await second.readEvents()).toHaveLength(600)
  })

  test("that Chrome has not allowed is told so, and what is wrong with its address", async () => {
    const form = await open(() => ({ json: [] }))
    const { act } = wakeWorker()
    const tryOut = async (url: string) => {
      const tried = await act<SourceTest>({
        type: "test",
        form: { ...form("maildev", {}), settings: { url } },
      })
      return tried.problem?.code
    }
    const { url } = service as LocalService
    expect(await tryOut(url)).toBeUndefined()
    expect(await tryOut("localhost:1080")).toBe("bad-address")
    expect(await tryOut("")).toBe("setting-missing")
    await service?.close()
    expect(await tryOut(url)).toBe("refused")
    browser.allowed = new Set()
    vi.stubGlobal("fetch", async () => {
      // As a browser says it: not why.
      throw new TypeError("Failed to fetch")
    })
    expect(await tryOut(url)).toBe("no-permission")
    browser.allowed = new Set([`${new URL(url).origin}/*`])
    expect(await tryOut(url)).toBe("unreachable")
  })

  test("shows the beginning of an answer that the person must explain, and no more", async () => {
    const rows = Array.from({ length: 500 }, (_, id) => ({ id, text: "x".repeat(500) }))
    const form = await open(() => ({ json: { data: { rows }, other: [{ a: 1 }] } }))
    const { act } = wakeWorker()
    const tried = await act<SourceTest>({ type: "test", form: form("json", { channel: "sms" }) })
    expect(tried.problem?.code).toBe("wrong-shape")
    expect([tried.sample?.lists, tried.sample?.list, tried.sample?.entries.length]).toEqual([
      ["data.rows", "other"],
      "data.rows",
      20,
    ])
    const other = await act<SourceTest>({
      type: "test",
      form: form("json", { channel: "sms", list: "other" }),
    })
    expect([other.problem, other.sample?.entries]).toEqual([null, [{ a: 1 }]])
    const inbox = await act<SourceTest>({ type: "test", form: form("maildev", {}) })
    expect(inbox.sample).toBeNull()
  })
})
