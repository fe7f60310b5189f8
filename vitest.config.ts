import { cpus } from "node:os"
import { defineConfig } from "vitest/config"

// Unit and conformance tests run in Node; what needs a browser is an end-to-end test (playwright.config.ts).
const pure =
  "test/{check,conformance,engine,evidence/connectors,export,fuzz,lint,log,map,starter-maps}/**/*.test.ts"
const never = ["test/e2e/**", "node_modules/**"]

export default defineConfig({
  test: {
    projects: [
      // The domain keeps nothing between two calls: its modules are loaded once for all files, in half of the time.
      { extends: true, test: { name: "domain", include: [pure], exclude: never, isolate: false } },
      { extends: true, test: { name: "shells", include: ["test/**/*.test.ts"], exclude: [...never, pure] } },
    ],
    environment: "node",
    // Two also on two cores, where the default is one: many tests wait for a browser or a server, and not for a core.
    maxWorkers: Math.max(2, cpus().length - 1),
    testTimeout: 20_000,
    // What a test waits for comes later on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
  },
})
