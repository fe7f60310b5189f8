import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import { openMemoryShell } from "./memory-shell"

const MAP = `cuelight: 1
id: m
name: Shop
timeZone: UTC
stages: [{ id: all }]
channels: { email: { status: missing } }
scenarios: [{ id: s, trigger: { event: add_to_cart }, steps: [{ id: a, channel: email }] }]
`

async function lint(map: string, ...given: string[]) {
  const shell = openMemoryShell([["map.yaml", map]])
  const exit = await runCommand(["lint", "map.yaml", ...given], shell)
  return { exit, stdout: shell.stdout, stderr: shell.stderr }
}

describe("lint", () => {
  it("tells what it finds at line and column, exit 0", async () => {
    const { exit, stdout, stderr } = await lint(MAP)
    expect([exit, stderr]).toEqual([0, ""])
    expect(stdout).toMatch(/^map\.yaml:\d+:\d+ warning /m)
    expect(stdout).toMatch(/^\d+ errors?, \d+ warnings?, \d+ notes?$/m)
    expect(stdout).not.toMatch(/\b1 \w+s\b/)
  })

  it("has nothing but notes for the map that the README begins with", async () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
    const [, map = ""] = /```yaml\n(.+?)```/s.exec(readme) ?? []
    expect(map).toContain("cuelight: 1")
    expect(await lint(map, "--fail-on", "error,warning")).toMatchObject({ exit: 0, stderr: "" })
  })

  it("says in one line that a log is no map", async () => {
    const { exit, stdout, stderr } = await lint('{"name":"go"}\n{"name":"go"}\n')
    expect([exit, stdout, stderr]).toEqual([
      2,
      "",
      "map.yaml is a log of events and no map: lint reads maps\n",
    ])
  })

  it("gives JSON, also in Russian", async () => {
    const { findings } = JSON.parse((await lint(MAP, "--json", "--language", "ru")).stdout)
    expect(findings[0]).toMatchObject({
      line: expect.any(Number),
      column: expect.any(Number),
      message: expect.stringMatching(/[а-я]/),
    })
  })

  it("fails on what it is told to", async () => {
    expect((await lint(MAP, "--fail-on", "never-can")).exit).toBe(1)
    expect((await lint(MAP, "--fail-on", "warning,gap")).exit).toBe(1)
    expect((await lint(MAP, "--fail-on", "channel-not-live")).exit).toBe(1)
    expect((await lint(MAP, "--fail-on", "twin-scenarios, conflict")).exit).toBe(0)
  })

  it.each([
    ["warnin", "there is no kind, severity or code `warnin`: did you mean `warning`?"],
    ["gap,chanel-not-live", "`chanel-not-live`: did you mean `channel-not-live`?"],
    ["nothing-like-it", "Known are: never-can, gap, conflict, error, warning, note, channel-not-live"],
    [" , ", "--fail-on needs at least one kind, severity or code"],
  ])("refuses --fail-on %j", async (given, said) => {
    const { exit, stdout, stderr } = await lint(MAP, "--fail-on", given)
    expect([exit, stdout]).toEqual([2, ""])
    expect(stderr).toContain(said)
  })

  it("refuses a broken map with every error, exit 2", async () => {
    const { exit, stdout, stderr } = await lint(
      MAP.replace("channel: email", "channel: emial").replace("UTC", "Mars"),
    )
    expect([exit, stdout]).toEqual([2, ""])
    expect(stderr.trim().split("\n")).toHaveLength(2)
    expect(stderr).toMatch(/^map\.yaml:4:11: /)
  })

  it("needs one file and a language it speaks", async () => {
    expect(await lint(MAP, "other.yaml")).toMatchObject({ exit: 2, stderr: "lint needs one FILE\n" })
    expect(await lint(MAP, "--language", "de")).toMatchObject({
      exit: 2,
      stderr: "--language is en or ru, not `de`\n",
    })
  })

  it("is named where a command is mistyped", async () => {
    const shell = openMemoryShell([])
    expect(await runCommand(["lnit"], shell)).toBe(2)
    expect(shell.stderr).toContain("unknown command `lnit`: did you mean `lint`?")
    expect(await runCommand(["--help"], shell)).toBe(0)
    expect(shell.stdout).toContain("cuelight audit")
  })
})
