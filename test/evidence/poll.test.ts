import { afterEach, describe, expect, it } from "vitest"
import { documentedList } from "../../shared/evidence/ask"
import type { Connector } from "../../shared/evidence/connector"
import { newSourceState, poll } from "../../shared/evidence/poll"
import { epochSeconds, instant, numeric, text } from "../../shared/evidence/read-json"
import { describeProblem } from "../../shared/evidence/source-problem"
import { call, type LocalService, readPass, type ServiceAnswer, startService } from "./local-service"

const NOW = Date.UTC(2026, 10, 22, 12)
const HOUR = 3_600_000

/** A service with pages of two, a token, a retention of a day, and a lag of a minute. */
const plain: Connector = {
  id: "plain",
  title: "Plain",
  kind: "provider",
  fields: [
    { id: "url", kind: "url", required: true },
    { id: "token", kind: "secret", required: true },
  ],
  channels: () => ["sms"],
  retentionMs: 24 * HOUR,
  lookBackMs: HOUR,
  lagMs: 60_000,
  everyMs: 120_000,
  async readPage({ ask, page, from, settings }) {
    const path = text(page) ?? "/list"
    const answer = await ask({ path, query: { from }, headers: { Authorization: settings.token ?? "" } })
    const evidence = documentedList(answer, "items").map((item) => ({
      id: text(item, "id") ?? "",
      kind: "sent" as const,
      at: instant(item, "at") ?? 0,
      channel: "sms",
      to: null,
      providerId: null,
    }))
    return { evidence, next: text(answer, "next") }
  },
}

let service: LocalService
const open = async (answer: Parameters<typeof startService>[0]) => {
  service = await startService(answer)
  return { url: service.url, token: "secret-token" }
}
afterEach(() => service?.close())

const item = (id: string) => ({ id, at: "2026-11-22T10:00:00Z" })

describe("a pass", () => {
  it("covers from what is kept until the service's lag, and only when it is whole", async () => {
    const settings = await open(({ path }) => ({
      json: path === "/list" ? { items: [item("1")], next: "/more" } : { items: [item("2")] },
    }))
    const asked = { connector: plain, settings, now: NOW, since: 0, keptSince: 0, call }
    const first = await poll({ ...asked, state: newSourceState() })
    expect([first.more, first.coverage, first.state.readTo]).toEqual([true, [], null])
    const second = await poll({ ...asked, state: first.state, now: NOW + 5_000 })
    expect(second.coverage).toEqual([{ channel: "sms", from: NOW - 24 * HOUR, to: NOW - 60_000 }])
    expect([second.more, second.comeAgainAt]).toEqual([false, NOW + 5_000 + 120_000])
    // Reads again what may have changed.
    const third = await poll({ ...asked, state: second.state, now: NOW + HOUR })
    expect(third.state.pass?.from).toBe(NOW - HOUR)
  })

  it("leaves a gap where it came later than the service keeps", async () => {
    const settings = await open(() => ({ json: { items: [] } }))
    const first = await readPass(plain, settings, { now: NOW })
    const later = NOW + 72 * HOUR
    const second = await readPass(plain, settings, { now: later, state: first.state })
    expect(second.coverage).toEqual([{ channel: "sms", from: later - 24 * HOUR, to: later - 60_000 }])
  })

  it("goes on where it was broken off", async () => {
    let fails = true
    const settings = await open(({ path }) => {
      if (path === "/list") return { json: { items: [item("1")], next: "/more" } }
      if (fails) return { status: 503, headers: { "Retry-After": "90" }, text: "busy" }
      return { json: { items: [item("2")] } }
    })
    const first = await readPass(plain, settings, { now: NOW })
    expect(first.problem).toEqual({ code: "rate-limited", comeAgainAt: NOW + 90_000 })
    expect([first.comeAgainAt, first.coverage]).toEqual([NOW + 90_000, []])
    fails = false
    service.requests.length = 0
    const second = await readPass(plain, settings, {
      now: NOW + 90_000,
      state: JSON.parse(JSON.stringify(first.state)),
    })
    expect(service.requests.map(({ path }) => path)).toEqual(["/more"])
    expect(second.evidence.map(({ id }) => id)).toEqual(["2"])
    expect(second.coverage[0]?.to).toBe(NOW - 60_000)
  })

  it("never takes the token to another origin", async () => {
    const other = await startService(() => ({ json: { items: [] } }))
    const settings = await open(() => ({ json: { items: [item("1")], next: `${other.url}/steal` } }))
    const { problem } = await readPass(plain, settings, { now: NOW })
    expect(problem).toEqual({ code: "left-origin" })
    expect(other.requests).toEqual([])
    await other.close()
  })

  it("follows no redirection", async () => {
    const other = await startService(() => ({ json: { items: [] } }))
    const settings = await open(() => ({ status: 302, headers: { Location: other.url } }))
    expect((await readPass(plain, settings, { now: NOW })).problem).toEqual({ code: "redirected" })
    expect(other.requests).toEqual([])
    await other.close()
  })
})

describe("what is wrong", () => {
  const answers: [string, ServiceAnswer, string][] = [
    ["401", { status: 401 }, "unauthorised"],
    ["403", { status: 403 }, "forbidden"],
    ["404", { status: 404 }, "not-found"],
    ["418", { status: 418 }, "unexpected-status"],
    ["429", { status: 429 }, "rate-limited"],
    ["500", { status: 500 }, "server-error"],
    ["a page of a web site", { text: "<!doctype html>" }, "not-json"],
    ["half an answer", { text: '{"items":[', broken: true }, "unreachable"],
    ["JSON of something else", { json: { hello: 1 } }, "wrong-shape"],
    ["a list that is none", { json: { items: "no" } }, "wrong-shape"],
    ["null", { json: null }, "wrong-shape"],
    ["nesting without end", { text: `{"items":${"[".repeat(200_000)}` }, "not-json"],
    ["more than is read", { text: `"${"x".repeat(9 * 1024 * 1024)}"` }, "too-large"],
  ]
  it.each(answers)("is said of %s", async (_, answer, code) => {
    const settings = await open(() => answer)
    const { problem, coverage, state } = await readPass(plain, settings, { now: NOW })
    expect(problem?.code).toBe(code)
    expect([coverage, state.readTo, state.faults]).toEqual([[], null, 1])
    expect(JSON.stringify([problem, state])).not.toContain("secret-token")
    expect(describeProblem(problem ?? { code: "dns" }, "Plain")).toMatch(/^Plain: \S.*\S$/)
  })

  it("is said of an address with nobody behind it, and of none at all", async () => {
    const settings = await open(() => undefined)
    await service.close()
    expect((await readPass(plain, settings)).problem).toEqual({ code: "refused" })
    const ask = async (url: string) => (await readPass(plain, { url, token: "t" })).problem?.code
    expect(await ask("http://nobody.invalid")).toMatch(/dns|unreachable|timeout/)
    expect(await ask("ftp://files.example")).toBe("bad-address")
    expect(await ask("javascript:alert(1)")).toBe("bad-address")
    expect(await ask("shop")).toBe("bad-address")
    expect((await readPass(plain, { url: "http://x.test" })).problem).toEqual({
      code: "setting-missing",
      detail: "token",
    })
  })

  it("makes it wait longer each time, and no longer than an hour", async () => {
    const settings = await open(() => ({ status: 500 }))
    let state = newSourceState()
    const waits: number[] = []
    for (let time = 0; time < 12; time++) {
      const read = await readPass(plain, settings, { now: NOW, state })
      state = read.state
      waits.push((read.comeAgainAt - NOW) / 1000)
    }
    expect(waits.slice(0, 3)).toEqual([30, 60, 120])
    expect(waits.at(-1)).toBe(3_600)
  })

  it("heeds the reset times of other services, and no absurd ones", async () => {
    const wait = async (headers: Record<string, string>) => {
      const settings = await open(() => ({ status: 429, headers }))
      const { comeAgainAt } = await readPass(plain, settings, { now: NOW })
      await service.close()
      return (comeAgainAt - NOW) / 1000
    }
    expect(await wait({ "X-RateLimit-Reset": String(NOW / 1000 + 40) })).toBe(40)
    expect(await wait({ "x-sib-ratelimit-reset": "7" })).toBe(7)
    expect(await wait({ "Retry-After": new Date(NOW + 50_000).toUTCString() })).toBe(50)
    expect(await wait({ "Retry-After": "999999999" })).toBe(86_400)
    expect(await wait({ "Retry-After": "soon" })).toBe(30)
  })

  it("says when the service's clock is another one", async () => {
    const settings = await open(() => ({
      json: { items: [] },
      headers: { Date: new Date(NOW + HOUR).toUTCString() },
    }))
    expect((await readPass(plain, settings, { now: NOW })).skewMs).toBe(HOUR)
    expect((await readPass(plain, settings, { now: NOW + HOUR - 5_000 })).skewMs).toBeNull()
  })
})

describe("reading JSON", () => {
  it("takes the times of all services, and nothing that is none", () => {
    expect(instant("2026-11-22T09:00:00.0000000-05:00")).toBe(Date.UTC(2026, 10, 22, 14))
    expect(instant("Fri, 24 May 2019 17:44:46 +0000")).toBe(Date.UTC(2019, 4, 24, 17, 44, 46))
    expect(instant("2026-11-22 09:00:00")).toBe(Date.UTC(2026, 10, 22, 9))
    expect(instant("2026-11-22T09:00:00.123456789Z")).toBe(Date.UTC(2026, 10, 22, 9, 0, 0, 123))
    expect(instant("2026-11-22")).toBe(Date.UTC(2026, 10, 22))
    expect(instant("2026-11-22T09:00:00+03:00")).toBe(Date.UTC(2026, 10, 22, 6))
    for (const no of ["", "soon", "0001-01-01T00:00:00Z", "275760-01-01", null, {}, [1], true])
      expect(instant(no)).toBeNull()
    expect(epochSeconds(1521472262.908181)).toBe(1521472262908)
    for (const no of [0, -1, Number.NaN, "x", 1521472262908]) expect(epochSeconds(no)).toBeNull()
    expect(numeric("12")).toBe(12)
    expect(numeric("0x12")).toBeNull()
  })

  it("reads own properties only", () => {
    expect(text({}, "constructor.name")).toBeNull()
    expect(text(JSON.parse('{"__proto__":{"a":"b"}}'), "a")).toBeNull()
  })
})
