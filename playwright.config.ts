import { cpus } from "node:os"
import { defineConfig } from "playwright/test"

// End-to-end tests drive the built extension in Chromium; `npm run build` comes first.
export default defineConfig({
  testDir: "test",
  testMatch: "**/*.spec.ts",
  outputDir: "test/results/e2e",
  fullyParallel: true,
  forbidOnly: true,
  // At the desk, a test that passes the second time is a test that does not tell. On a machine of unknown load one more
  // try tells load from defect, and the report names each such test as flaky.
  retries: process.env.CI ? 1 : 0,
  // Also on two cores: half of the time a test waits for a page, and not for a core.
  workers: Math.max(3, Math.floor(cpus().length / 2)),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  // A trace costs a fifth of a test's work. At the desk: `npx playwright test --trace retain-on-failure`.
  use: { viewport: { width: 1280, height: 800 }, trace: "on-first-retry" },
})
