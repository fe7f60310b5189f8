import { readdirSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { findWrongDirections, findWrongPackages, findZodInPages } from "./import-rules"
import {
  findBadNames,
  findLockGaps,
  findLongFiles,
  findMachinePaths,
  findPackageFaults,
  findStrayFiles,
  findWeakTests,
} from "./project-shape"
import { findImpureShared, findImpurities } from "./purity"
import { readProject, root } from "./source-tree"

const project = readProject()

const packageFile = JSON.stringify({
  dependencies: { idb: "8.0.4", react: "19.3.1", "react-dom": "19.3.1", zod: "4.6.7" },
  devDependencies: { "@types/react": "19.3.0", vitest: "4.1.12" },
})

/** A small project in which all is right but the given files. */
const pretend = (files: Record<string, string>) =>
  new Map(
    Object.entries({
      "package.json": packageFile,
      "shared/event.ts": "export interface Event { at: number }\nexport const first = 1",
      "snippet/tag.ts": 'import { first } from "../shared/event"\nexport const tag = first',
      "extension/domain.js": 'export * from "../shared/dist/domain.js"',
      "extension/page/bridge.ts": 'import type { Event } from "../../shared/event"\nexport type { Event }',
      ...files,
    }),
  )

describe("the project", () => {
  it("imports only downwards", () => {
    expect(findWrongDirections(project)).toEqual([])
  })

  it("uses only packages that are installed for it", () => {
    expect(findWrongPackages(project)).toEqual([])
  })

  it("keeps zod out of visited pages", () => {
    expect(findZodInPages(project)).toEqual([])
  })

  it("keeps shared/ pure", () => {
    expect(findImpureShared(project)).toEqual([])
  })

  it("has its agreed shape", () => {
    expect(findStrayFiles(project)).toEqual([])
    expect(findPackageFaults(project)).toEqual([])
    expect(findBadNames(project)).toEqual([])
    expect(findLongFiles(project)).toEqual([])
  })

  it("can be installed from its lock on every platform", () => {
    expect(findLockGaps(project)).toEqual([])
  })

  it("names no place of anybody's machine", () => {
    const neighbours = readdirSync(join(root, "..")).map((name) => join(root, "..", name))
    expect(findMachinePaths(project, [...neighbours, join(homedir(), ".cache")])).toEqual([])
  })

  it("tests without waiting by time, and leaves no test out", () => {
    expect(findWeakTests(project)).toEqual([])
  })

  it("is really read", () => {
    for (const path of ["shared/event.ts", "snippet/tag.ts", "extension/background.ts", "package.json"])
      expect([...project.keys()]).toContain(path)
  })
})

describe("a broken import rule is found:", () => {
  it("nothing, in a project that keeps them", () => {
    const tree = pretend({})
    expect([findWrongDirections(tree), findWrongPackages(tree), findZodInPages(tree)]).toEqual([[], [], []])
  })

  it.each([
    ["shared/a.ts", 'import { tag } from "../snippet/tag"', "shared must not import from snippet"],
    ["shared/a.ts", 'export { tag } from "../snippet/tag"', "shared must not import from snippet"],
    ["shared/a.ts", 'type A = import("../extension/overlay").A', "shared must not import from extension"],
    ["snippet/a.ts", 'import "../extension/messages"', "snippet must not import from extension"],
    [
      "extension/a.tsx",
      'import type { Tag } from "../snippet/tag"',
      "extension must not import from snippet",
    ],
    [
      "extension/a.ts",
      'const a = await import("../snippet/dist/cuelight.js")',
      "extension must not import from snippet",
    ],
    ["extension/a.ts", 'const a = require("../test/shop/shop")', "extension must not import from test"],
    ["extension/a.ts", 'import { first } from "../shared/event"', "through domain.js"],
    ["extension/a.ts", "const a = await import(name)", "cannot be checked"],
    ["snippet/a.ts", 'import "../../elsewhere/thing"', "snippet must not import from outside"],
    ["test/a.ts", 'import "/usr/lib/thing.js"', "an absolute address"],
  ])("%s with %s", (path, text, reason) => {
    expect(findWrongDirections(pretend({ [path]: text })).join("\n")).toContain(reason)
  })

  it("but test/ sees everything", () => {
    const text =
      'import "../shared/event"\nimport "../snippet/tag"\nimport "../extension/page/bridge"\nimport "node:fs"\nimport "vitest"'
    const tree = pretend({ "test/a.test.ts": text })
    expect([...findWrongDirections(tree), ...findWrongPackages(tree)]).toEqual([])
  })

  it.each([
    ["shared/a.ts", 'import { readFileSync } from "node:fs"', "Node's modules"],
    ["snippet/a.ts", 'import { join } from "path"', "Node's modules"],
    ["extension/a.ts", 'import { expect } from "vitest"', "vitest is not among the run-time dependencies"],
    ["snippet/a.ts", 'import * as all from "lodash/fp"', "lodash is not among"],
    ["test/a.ts", 'import "@scope/unknown/part"', "@scope/unknown is not among"],
  ])("%s with the package of %s", (path, text, reason) => {
    expect(findWrongPackages(pretend({ [path]: text })).join("\n")).toContain(reason)
  })

  it("zod, reached by a detour", () => {
    const tree = pretend({
      "shared/schema.ts": 'import * as z from "zod"\nexport const schema = z.string()',
      "shared/detour.ts": 'export * from "./schema"',
      "snippet/tag.ts": 'import { schema } from "../shared/detour"\nexport const tag = schema',
      "snippet/typed.ts": 'import type { schema } from "../shared/schema"\nexport type Typed = typeof schema',
    })
    expect(findZodInPages(tree)).toEqual(['snippet/tag.ts reaches shared/schema.ts:1 imports "zod"'])
  })

  it("a file that cannot be read is no file that keeps the rules", () => {
    expect(() => findWrongDirections(pretend({ "shared/a.ts": "import {" }))).toThrow(/shared\/a\.ts/)
  })
})

describe("what is not pure is found:", () => {
  it.each([
    ["document.title", "document"],
    ["const width = window.innerWidth", "window"],
    ["chrome.storage.local.get()", "chrome"],
    ["export const now = () => Date.now()", "Date.now"],
    ["export const now = new Date()", "the clock"],
    ["export const now = Date()", "the clock"],
    ["const dice = Math.random()", "Math.random"],
    ["const at = performance.now()", "performance"],
    ["const data = await fetch('/a')", "fetch"],
    ["const own = { fetch }", "fetch"],
    ["globalThis.Date", "globalThis"],
    ["setTimeout(() => {}, 1)", "setTimeout"],
    ["console.log(1)", "console"],
    ["const here = import.meta.url", "import.meta"],
    ["if (typeof process !== 'undefined') {}", "process"],
    ["{ const document = 1 }\nexport const title = document.title", "document"],
  ])("%s", (text, name) => {
    expect(findImpurities("shared/a.ts", text).join("\n")).toContain(`uses ${name}`)
  })

  it.each([
    "export const at = new Date(5).toISOString()",
    "export function read(document: { title: string }) { return document.title }",
    "const { fetch } = options\nfetch(1)",
    "const at = event.location.history.window",
    "export interface Window { document: Document; process: typeof window }",
    "class Reader { location = 1; process() { return this.location } }",
    "for (const event of events) read(event.performance)",
    "try { read() } catch (process) { note(process) }",
    "import { parent } from './tree'\nparent()",
    "const parts = { history: 1, screen: [] }",
    "export const name = (value: unknown): value is Element => value !== null",
    "var top\nif (true) { var status = top }",
  ])("but not in: %s", (text) => {
    expect(findImpurities("shared/a.ts", text)).toEqual([])
  })

  it("also in a whole tree, with the commands' shell and the steps of packing left out", () => {
    const tree = pretend({
      "shared/a.ts": "document",
      "shared/cli/main.ts": "process.exit()",
      "shared/package/step.ts": "process.exit()",
      "snippet/b.ts": "document",
    })
    expect(findImpureShared(tree)).toEqual(["shared/a.ts:1 uses document"])
  })
})

describe("a broken shape is found:", () => {
  it("files beside the agreed folders, bad names, long files", () => {
    const long = "\n".repeat(401)
    const tree = pretend({
      "notes.txt": "",
      "src/a.ts": "",
      "shared/utils.ts": "",
      "snippet/MyTag.ts": "",
      "test/a.ts": `${long}1`,
    })
    expect(findStrayFiles(tree)).toEqual(["notes.txt", "src/a.ts"])
    expect(findBadNames(tree)).toEqual(["shared/utils.ts", "snippet/MyTag.ts"])
    expect(findLongFiles(tree)).toEqual(["test/a.ts: 402 lines"])
  })

  it("loose versions, engines, types, and React where Plasmo does not see it", () => {
    const loose = {
      dependencies: { idb: "^8.0.4" },
      devDependencies: { react: "19.3.1" },
      engines: { node: ">=20" },
      types: "./typings.d.ts",
    }
    const faults = findPackageFaults(pretend({ "package.json": JSON.stringify(loose) })).join("\n")
    for (const part of [
      "idb has no exact version",
      "engines",
      "types breaks",
      "react must be",
      "react-dom must be",
    ])
      expect(faults).toContain(part)
  })

  it("a lock without the packages of other platforms", () => {
    const optionalDependencies = { "tool-linux": "2.0.0", "tool-win32": "2.0.0" }
    const packages = {
      "node_modules/tool": { version: "2.0.0", optionalDependencies },
      "node_modules/tool/node_modules/tool-linux": { version: "2.0.0" },
      "node_modules/tool-win32": { version: "1.0.0" },
    }
    const faults = findLockGaps(pretend({ "package-lock.json": JSON.stringify({ packages }) }))
    expect(faults).toEqual(["node_modules/tool may need tool-win32 2.0.0, which is not in the lock"])
  })

  it("a path of somebody's machine, but not the same letters in an address", () => {
    const folder = ["", "srv", "cuelight"].join("/")
    const tree = new Map([
      ["a.md", `see ${folder}/notes`],
      ["b.md", `see ${["", "home", "anna", "notes"].join("/")}`],
      ["c.md", `https://shop.example${folder}/notes`],
      ["d.md", "see /srv/other and /home"],
    ])
    const faults = findMachinePaths(tree, [folder, "/srv"])
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["a.md:1", "b.md:1"])
  })

  it("tests that wait by time or do not run", () => {
    const wait = ["await page.waitFor", "Timeout(500)"].join("")
    const only = ["it", "only('x')"].join(".")
    const tree = pretend({ "test/a.test.ts": `${wait}\n${only}\nit("waits for a condition")` })
    expect(findWeakTests(tree)).toEqual([
      "test/a.test.ts:1 waits by time",
      "test/a.test.ts:2 leaves a test out",
    ])
  })
})
