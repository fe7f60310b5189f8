import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { everySite, patternOf } from "../../extension/host-pattern"
import {
  isAlwaysOn,
  isEverywhere,
  listSingleSites,
  registerAlwaysOn,
  setAlwaysOn,
  setEverywhere,
  watchGrants,
} from "../../extension/worker/always-on"

interface Script {
  id: string
  matches: string[]
  js: string[]
}

let granted: Set<string>
let registered: Script[]
let removed: () => void

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
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => granted.has(origin) || granted.has(origin.replace(/\/\/[^/]+/, "//*"))),
      onAdded: { addListener: () => {} },
      onRemoved: {
        addListener: (listener: () => void) => {
          removed = listener
        },
      },
    },
    runtime: {
      onInstalled: { addListener: () => {} },
      onStartup: { addListener: () => {} },
    },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id))
      },
      registerContentScripts: async (scripts: Script[]) => void registered.push(...scripts),
      updateContentScripts: async (scripts: Script[]) => {
        registered = registered.map((one) => scripts.find(({ id }) => id === one.id) ?? one)
      },
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

  test("are never without their scripts in between, neither at a browser's start nor when another one comes", async () => {
    granted.add(shop)
    await setAlwaysOn(shop, true)
    const { scripting } = chrome
    const taken = vi.spyOn(scripting, "unregisterContentScripts")
    const put = vi.spyOn(scripting, "registerContentScripts")
    const changed = vi.spyOn(scripting, "updateContentScripts")
    await registerAlwaysOn()
    expect(changed).not.toHaveBeenCalled()
    const other = "https://other.example/*"
    granted.add(other)
    await setAlwaysOn(other, true)
    expect(matches()).toEqual([
      [shop, other],
      [shop, other],
    ])
    // Of the version before, which had another file there.
    for (const script of registered) script.js = ["page/older.js"]
    await registerAlwaysOn()
    expect(registered.flatMap(({ js }) => js)).toEqual(["page/knock.js", "page/tap.js"])
    expect(taken).not.toHaveBeenCalled()
    expect(put).not.toHaveBeenCalled()
  })

  test("only pages of the web have an address to ask for", () => {
    expect(patternOf("https://shop.example:8443/p?q=1")).toBe(shop)
    for (const other of ["chrome://settings", "file:///etc/hosts", "<all_urls>", "*://*/*", undefined])
      expect(patternOf(other)).toBeNull()
  })
})

describe("all sites without a click", () => {
  const grantAll = () => {
    for (const pattern of everySite) granted.add(pattern)
  }

  test("are audited only when the person asked for it, whatever else was granted", async () => {
    grantAll()
    await registerAlwaysOn()
    expect(registered).toEqual([])
    expect(await isEverywhere()).toEqual({ on: false, takenBack: false })
    await setEverywhere(true)
    expect(matches()).toEqual([everySite, everySite])
    expect(await isEverywhere()).toEqual({ on: true, takenBack: false })
    expect(await isAlwaysOn(shop)).toBe(true)
    expect(await listSingleSites()).toEqual([])
  })

  test("end without those that were asked for one by one", async () => {
    granted.add(shop)
    await setAlwaysOn(shop, true)
    grantAll()
    await setEverywhere(true)
    await setEverywhere(false)
    granted = new Set([shop])
    await registerAlwaysOn()
    expect(matches()).toEqual([[shop], [shop]])
    expect(await listSingleSites()).toEqual([shop])
    expect(await isAlwaysOn("https://bank.example/*")).toBe(false)
  })

  test("end when the browser takes the permission back, and it is told", async () => {
    grantAll()
    await setEverywhere(true)
    const told = new Promise<void>((resolve) => watchGrants(async () => {}, resolve))
    granted.clear()
    removed()
    await told
    expect(registered).toEqual([])
    expect(await isEverywhere()).toEqual({ on: false, takenBack: true })
    expect(await isAlwaysOn(shop)).toBe(false)
  })

  test("half of them is not all", async () => {
    granted.add("https://*/*")
    await setEverywhere(true)
    expect(await isEverywhere()).toEqual({ on: false, takenBack: true })
  })
})
