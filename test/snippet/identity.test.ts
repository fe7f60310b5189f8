// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest"
import {
  continueSession,
  cookie,
  createId,
  type Identity,
  readIdentity,
  writeIdentity,
} from "../../snippet/identity"
import { findCookieDomain } from "../../snippet/widen-cookie"

const MINUTE_MS = 60_000
const identity: Identity = { person: "p", session: "s", seenAt: 0, campaign: "", consents: {} }

beforeEach(() => localStorage.clear())

test("a session lasts while less than 30 minutes pass between events, over midnight too", () => {
  const late = Date.UTC(2026, 10, 22, 23, 50)
  expect(continueSession({ ...identity, seenAt: late }, late + 30 * MINUTE_MS - 1, "").session).toBe("s")
  expect(continueSession({ ...identity, seenAt: late }, late + 30 * MINUTE_MS, "").session).not.toBe("s")
})

test("another campaign begins a new session, the same one and none do not", () => {
  const told = { ...identity, campaign: "news" }
  expect(continueSession(told, 1, "spring").session).not.toBe("s")
  expect(continueSession(told, 1, "news").session).toBe("s")
  expect(continueSession(told, 1, "")).toMatchObject({ session: "s", campaign: "news" })
})

test("an event that is told late does not turn the session's clock back", () => {
  expect(continueSession({ ...identity, seenAt: 10 * MINUTE_MS }, 5 * MINUTE_MS, "").seenAt).toBe(
    10 * MINUTE_MS,
  )
})

test("what is stored is read again; what is broken, of another kind or refused is nothing", () => {
  writeIdentity(identity)
  expect(readIdentity()).toEqual(identity)
  for (const broken of ["{", "7", "null"]) {
    localStorage.setItem("cuelight", broken)
    expect(readIdentity()).toEqual({})
  }
  const refused = vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new Error("refused")
  })
  expect(readIdentity()).toEqual({})
  refused.mockRestore()
})

test("it is written when something but the time has changed, and every ten seconds", () => {
  ;(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL("https://shop.example/")
  cookie.domain = findCookieDomain()
  expect(cookie.domain).toBe("shop.example")
  const written = vi.spyOn(document, "cookie", "set")
  const write = (change: Partial<Identity>) => {
    const before = written.mock.calls.length
    writeIdentity({ ...identity, person: "cookie", ...change })
    return written.mock.calls.length > before
  }
  expect(write({ seenAt: 1_000 })).toBe(true)
  expect(write({ seenAt: 2_000 })).toBe(false)
  expect(JSON.parse(localStorage.getItem("cuelight") ?? "").seenAt).toBe(1_000)
  expect(write({ seenAt: 3_000, user: "u" })).toBe(true)
  expect(write({ seenAt: 12_999, user: "u" })).toBe(false)
  expect(write({ seenAt: 13_000, user: "u" })).toBe(true)
  writeIdentity(undefined)
  expect(write({ seenAt: 13_001, user: "u" })).toBe(true)
  writeIdentity(undefined)
  written.mockRestore()
})

test("ids of one page sort by time, and by turn within one millisecond", () => {
  const ids = [createId(1_000_000), createId(1_000_000), createId(1_000_001)]
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(3)
})
