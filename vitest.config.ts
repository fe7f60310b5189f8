import { defineConfig } from "vitest/config"

// Unit and conformance tests run in Node; what needs a browser is an end-to-end test (playwright.config.ts).
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "node_modules/**"],
    environment: "node",
    testTimeout: 20_000,
    // What a test waits for comes later on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
  },
})
