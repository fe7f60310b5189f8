import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import { writeJsonSchema } from "../../shared/map/guide/json-schema"
import { openMemoryShell } from "./memory-shell"

async function run(...given: string[]) {
  const shell = openMemoryShell([], { language: "ru" })
  const exit = await runCommand(given, shell)
  return { exit, stdout: shell.stdout, stderr: shell.stderr }
}

it("prints the JSON Schema, in English unless asked otherwise", async () => {
  const { exit, stdout } = await run("schema")
  expect(exit).toBe(0)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(writeJsonSchema("en"))))
  expect((await run("schema", "--language", "ru")).stdout).toContain("Часовой пояс")
  expect(await run("schema", "map.yaml")).toMatchObject({ exit: 2, stdout: "" })
  expect(await run("schema", "--language", "xx")).toMatchObject({ exit: 2, stdout: "" })
})

it("help is a result, and tells of one command where one is named", async () => {
  for (const words of [["--help"], ["-h"], ["help"]]) {
    const { exit, stdout, stderr } = await run(...words)
    expect([exit, stderr]).toEqual([0, ""])
    for (const name of ["audit", "lint", "convert", "schema"]) expect(stdout).toContain(`cuelight ${name}`)
  }
  const { stdout } = await run("lint", "-h")
  expect(stdout).toMatch(/^cuelight lint FILE/)
  expect(stdout).not.toContain("cuelight audit")
})

it("tells its version, which is that of the package", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"))
  for (const word of ["--version", "-V", "-v", "version"])
    expect(await run(word)).toMatchObject({ exit: 0, stdout: `${version}\n`, stderr: "" })
})

it("no command, or an unknown one, is bad input", async () => {
  expect(await run()).toMatchObject({
    exit: 2,
    stdout: "",
    stderr: expect.stringMatching(/^name a command\n/),
  })
  expect(await run("constructor")).toMatchObject({ exit: 2, stdout: "" })
  expect((await run("covnert")).stderr).toContain("did you mean `convert`?")
})
