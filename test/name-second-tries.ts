import type { Reporter, TestCase } from "vitest/node"

/** Names the tests that failed and then passed: they are to be looked into, also where nothing is red. */
export default class implements Reporter {
  private readonly names: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.names.push(`  ${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd(): void {
    if (this.names.length > 0) console.log(["\nPassed at a second try:", ...this.names].join("\n"))
  }
}
