import { cpus } from "node:os"
import { defineConfig } from "vitest/config"

// Unit and conformance tests run in Node; what needs a browser is an end-to-end test (playwright.config.ts).
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "node_modules/**"],
    environment: "node",
    // Two also on two cores, where the default is one: many tests wait for a browser or a server, and not for a core.
    maxWorkers: Math.max(2, cpus().length - 1),
    testTimeout: 20_000,
    // What a test waits for comes later on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
  },
})
