import { spawn } from "node:child_process"
import { pathToFileURL } from "node:url"
import { expect, onTestFinished, test } from "vitest"

const isAlive = (id: number) => {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

test.skipIf(process.platform === "win32")("what a command has started ends with Ctrl+C", async () => {
  const child = `console.log(process.pid); setInterval(() => {}, 1000)`
  const file = pathToFileURL("test/browser/run-command.ts").href
  const parent = spawn(process.execPath, [
    ...["--import", "tsx", "--input-type=module", "--eval"],
    `const { runCommand } = await import(${JSON.stringify(file)})
     await runCommand(process.execPath, ["--eval", ${JSON.stringify(child)}], { timeLimitMs: 60_000, show: true })`,
  ])
  const gone = new Promise<NodeJS.Signals | null>((resolve) => {
    parent.once("exit", (_, signal) => resolve(signal))
  })
  const id = await new Promise<number>((resolve) => {
    parent.stdout.once("data", (text) => resolve(Number(text)))
  })
  onTestFinished(() => {
    parent.kill("SIGKILL")
    if (isAlive(id)) process.kill(id, "SIGKILL")
  })
  expect(isAlive(id)).toBe(true)
  parent.kill("SIGINT")
  expect(await gone).toBe("SIGINT")
  await expect.poll(() => isAlive(id)).toBe(false)
})
