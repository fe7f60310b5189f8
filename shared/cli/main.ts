import { createReadStream } from "node:fs"
import { writeFile } from "node:fs/promises"
import { openWeb } from "../evidence/open-web"
import { runCommand } from "./run-command"
import type { Shell } from "./shell"

// The only file of shared/ that touches the machine.

async function* read(path: string): AsyncGenerator<string, void, undefined> {
  const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })
  stream.setEncoding("utf8")
  for await (const portion of stream) yield portion as string
}

/** Colours where a person looks, and never where they were asked not to be: https://no-color.org */
const colours = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb"

const shell: Shell = {
  read,
  write: (path, text) => writeFile(path, text),
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  colours,
  showsProgress: process.stderr.isTTY === true,
  width: process.stdout.columns ?? 120,
  now: () => Date.now(),
  language: (process.env.LC_ALL ?? process.env.LANG ?? "").startsWith("ru") ? "ru" : "en",
  call: openWeb({ fetch, endAfter: (ms) => AbortSignal.timeout(ms) }),
  environment: (name) => process.env[name],
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2)
})

process.exitCode = await runCommand(process.argv.slice(2), shell)
