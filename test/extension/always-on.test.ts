import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { patternOf } from "../../extension/host-pattern"
import { isAlwaysOn, registerAlwaysOn, setAlwaysOn } from "../../extension/worker/always-on"

interface Script {
  id: string
  matches: string[]
}

let granted: Set<string>
let registered: Script[]

beforeEach(() => {
  granted = new Set()
  registered = []
  const stored: Record<string, unknown> = {}
  vi.stubGlobal("chrome", {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored[key] }),
        set: async (values: object) => void Object.assign(stored, values),
      },
    },
    permissions: {
      contains: async ({ origins: [origin = ""] }: { origins: string[] }) => granted.has(origin),
    },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id))
      },
      registerContentScripts: async (scripts: Script[]) => void registered.push(...scripts),
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const matches = () => registered.map((script) => script.matches)
const shop = "https://shop.example/*"

describe("sites that are audited without a click", () => {
  test("need the person's wish and the browser's grant", async () => {
    await setAlwaysOn(shop, true)
    expect(registered).toEqual([])
    expect(await isAlwaysOn(shop)).toBe(false)
    granted.add(shop)
    await registerAlwaysOn()
    expect(matches()).toEqual([[shop], [shop]])
    expect(await isAlwaysOn(shop)).toBe(true)
  })

  test("are not those where a source of evidence was granted", async () => {
    granted.add("https://mail.example/*")
    await registerAlwaysOn()
    expect(registered).toEqual([])
    expect(await isAlwaysOn("https://mail.example/*")).toBe(false)
  })

  test("end when either is taken back", async () => {
    granted.add(shop)
    await setAlwaysOn(shop, true)
    expect(registered).toHaveLength(2)
    granted.delete(shop)
    await registerAlwaysOn()
    expect(registered).toEqual([])
    granted.add(shop)
    await setAlwaysOn(shop, false)
    expect(registered).toEqual([])
  })

  test("only pages of the web have an address to ask for", () => {
    expect(patternOf("https://shop.example:8443/p?q=1")).toBe(shop)
    for (const other of ["chrome://settings", "file:///etc/hosts", "<all_urls>", "*://*/*", undefined])
      expect(patternOf(other)).toBeNull()
  })
})
