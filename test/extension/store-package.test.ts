import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { deflateRawSync } from "node:zlib"
import { describe, expect, test } from "vitest"

const root = "extension/build/chrome-mv3-prod"
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  statSync(join(root, name)).isFile(),
)
const read = (name: string) => readFileSync(join(root, name), "utf8")
const manifest = JSON.parse(read("manifest.json"))
const { version } = JSON.parse(readFileSync("package.json", "utf8"))

describe("what goes to the store", () => {
  test("is at most 2.2 MiB packed", () => {
    const packed = files.reduce((sum, name) => sum + deflateRawSync(readFileSync(join(root, name))).length, 0)
    expect(packed).toBeLessThanOrEqual(2.2 * 1024 * 1024)
  })

  test("holds what it needs and nothing else: no source maps, no tests, no keys", () => {
    expect(files.filter((name) => !/\.(js|css|html|json|png)$/.test(name))).toEqual([])
    for (const name of files.filter((each) => /\.(js|css|html)$/.test(each))) {
      expect(read(name).includes("sourceMappingURL"), name).toBe(false)
      expect(read(name).includes("PRIVATE KEY"), name).toBe(false)
    }
    expect(manifest).not.toHaveProperty("key")
    expect(manifest).not.toHaveProperty("update_url")
  })

  test("says all that the store asks for", () => {
    expect(manifest.version).toBe(version)
    expect(manifest.minimum_chrome_version).toMatch(/^\d+$/)
    for (const size of ["16", "48", "128"]) expect(files).toContain(manifest.icons[size])
    const languages = readdirSync(join(root, "_locales"))
    expect(languages).toEqual(["en", "ru"])
    for (const language of languages) {
      const { message } = JSON.parse(read(`_locales/${language}/messages.json`)).description
      expect(message.length, language).toBeGreaterThan(40)
      expect(message.length, language).toBeLessThanOrEqual(132)
    }
  })

  test("asks for no site at install", () => {
    expect(manifest).not.toHaveProperty("host_permissions")
    expect(manifest).not.toHaveProperty("content_scripts")
    expect(manifest.optional_host_permissions).toEqual(["http://*/*", "https://*/*"])
    expect([...manifest.permissions].sort()).toEqual([
      "activeTab",
      "alarms",
      "scripting",
      "sidePanel",
      "storage",
    ])
  })
})
