import { afterEach, describe, expect, it, vi } from "vitest"
import { fetchMap, fetchWithLeave, readMapAddress } from "../../extension/options/fetch-map"

afterEach(() => vi.unstubAllGlobals())

function answer(body: string, status = 200): void {
  vi.stubGlobal("fetch", async () => new Response(body, { status }))
}

describe("a map from the web", () => {
  it("is fetched with nothing of the person's", async () => {
    const asked: [URL, RequestInit][] = []
    vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
      asked.push([url, init])
      return new Response("cuelight: 1")
    })
    expect(await fetchMap(" https://ann:secret@maps.example/m.yaml#x ")).toEqual({ text: "cuelight: 1" })
    expect(String(asked[0]?.[0])).toBe("https://maps.example/m.yaml")
    expect(asked[0]?.[1]).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" })
  })

  it("that is none says why", async () => {
    for (const other of ["", "maps.example", "javascript:alert(1)", "file:///etc/hosts", "chrome://settings"])
      expect(await fetchMap(other)).toEqual({ trouble: "no-address" })
    answer("<!DOCTYPE html><title>Sign in</title>")
    expect(await fetchMap("https://maps.example")).toEqual({ trouble: "web-page" })
    answer("x", 404)
    expect(await fetchMap("https://maps.example")).toEqual({ trouble: "status", status: 404 })
    answer("x".repeat(1024 * 1024 + 1))
    expect(await fetchMap("https://maps.example")).toEqual({ trouble: "too-long" })
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")))
    expect(await fetchMap("https://maps.example")).toEqual({ trouble: "not-allowed" })
  })

  it("has the browser's leave for one address, which goes back", async () => {
    const granted = new Set(["https://kept.example/*"])
    const given: string[] = []
    vi.stubGlobal("chrome", {
      permissions: {
        request: async ({ origins }: { origins: string[] }) => origins.every((each) => given.push(each)),
        contains: async ({ origins }: { origins: string[] }) => origins.every((each) => granted.has(each)),
        remove: async ({ origins }: { origins: string[] }) =>
          given.splice(given.indexOf(origins[0] ?? ""), 1),
      },
    })
    answer("cuelight: 1")
    expect(await fetchWithLeave("https://maps.example:8443/m.yaml")).toEqual({ text: "cuelight: 1" })
    expect(given).toEqual([])
    await fetchWithLeave("https://kept.example/m.yaml")
    expect(given).toEqual(["https://kept.example/*"])
  })

  it("is not fetched where the person says no", async () => {
    const asked = vi.fn()
    vi.stubGlobal("fetch", asked)
    vi.stubGlobal("chrome", { permissions: { request: async () => false, contains: async () => false } })
    expect(await fetchWithLeave("https://maps.example/m.yaml")).toBeNull()
    expect(asked).not.toHaveBeenCalled()
  })

  it("has no address where none is written", () => {
    expect(readMapAddress("ftp://maps.example")).toBeNull()
    expect(readMapAddress("http://localhost:3000/m.yaml")?.hostname).toBe("localhost")
  })
})
