import { readdirSync, readFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { defineConfig } from "vitest/config"

// Unit and conformance tests run in Node, some with a browser; what needs the extension is an end-to-end test
// (playwright.config.ts).

/**
 * They start programs, look at the whole project or fill a database, and have a process to themselves. All others share
 * one with their like: what they import is loaded once and not for each file, and the snippet is built once for all that drive it in a
 * browser. That is half of their time.
 */
const alone = ["test/{browser,cli,extension,shop,structure,tour}/**/*.test.ts"]
const asksForDocument = (text: string) => text.startsWith("// @vitest-environment happy-dom")
/** A process has one environment: those that ask for a document share theirs among themselves. */
const withDocument = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((file) => join("test", file).replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts") && asksForDocument(readFileSync(file, "utf8")))
const never = ["test/e2e/**", "node_modules/**"]
const sharing = { isolate: false, setupFiles: ["test/leave-nothing.ts"] }

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "alone", include: alone, exclude: never } },
      {
        extends: true,
        test: { name: "with a document", include: withDocument, exclude: [...never, ...alone], ...sharing },
      },
      {
        extends: true,
        test: {
          name: "sharing",
          include: ["test/**/*.test.ts"],
          exclude: [...never, ...alone, ...withDocument],
          ...sharing,
        },
      },
    ],
    environment: "node",
    // Two also on two cores, where the default is one: many tests wait for a browser or a server, and not for a core.
    maxWorkers: Math.max(2, cpus().length - 1),
    // As for the end-to-end tests: at the desk a second try hides what is wrong, on a machine of unknown load it tells load
    // from defect, and `test/name-second-tries.ts` names each test that needed it.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    // What a test waits for comes later on a machine that is busy.
    expect: { poll: { timeout: 20_000 } },
  },
})
