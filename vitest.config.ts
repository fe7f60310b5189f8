import { cpus } from "node:os"
import { defineConfig } from "vitest/config"

// Unit and conformance tests run in Node, some with a browser; what needs the extension is an end-to-end test
// (playwright.config.ts).

/**
 * They leave nothing behind in their process, and share it: what they import is loaded once and not for each file, and
 * the snippet is built once for all that drive it in a browser. That is half of their time.
 */
const sharing = [
  "test/{check,conformance,engine,evidence/connectors,export,fuzz,lint,log,map,starter-maps}/**/*.test.ts",
  "test/snippet/{browser/*,bundle}.test.ts",
  "test/pages/*.test.ts",
]
const never = ["test/e2e/**", "node_modules/**"]

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "sharing", include: sharing, exclude: never, isolate: false } },
      {
        extends: true,
        test: { name: "alone", include: ["test/**/*.test.ts"], exclude: [...never, ...sharing] },
      },
    ],
    environment: "node",
    // Two also on two cores, where the default is one: many tests wait for a browser or a server, and not for a core.
    maxWorkers: Math.max(2, cpus().length - 1),
    testTimeout: 20_000,
    // What a test waits for comes later on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
  },
})
