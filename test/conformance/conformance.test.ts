import { describe, expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import { openMemoryShell } from "../cli/memory-shell"
import { CASES, hasCases, readCases, writeArguments, writeInputs } from "./cases"
import { explainFailure } from "./expectations"

if (!hasCases()) {
  it("finds the conformance cases beside the project", () => {
    expect.fail(`There are no conformance cases at ${CASES}. Put the folder there, or leave this suite out.`)
  })
} else {
  for (const [area, cases] of readCases()) {
    describe(area, () => {
      for (const one of cases) {
        it(`${one.id}: ${one.title}`, async () => {
          const shell = openMemoryShell(writeInputs(one))
          const exit = await runCommand(writeArguments(one, ""), shell)
          const outcome = { exit, stdout: shell.stdout }
          const said = one.expect.some((expected) => "exit" in expected)
          const expectations = said ? one.expect : [...one.expect, { exit: 0 }]
          const failures = expectations.flatMap((expected) => {
            const why = explainFailure(expected, outcome)
            return why === null ? [] : [`${JSON.stringify(expected)}: ${why}`]
          })
          expect(failures.join("\n"), shell.stderr).toBe("")
        })
      }
    })
  }
}
