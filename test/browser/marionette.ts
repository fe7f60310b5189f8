import { spawn } from "node:child_process"
import { mkdtemp, readFile, writeFile } from "node:fs/promises"
import { connect, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { removeProfile } from "./remove-profile"

/** Where scripts run: in the page, or in the browser's own window, which may do everything. */
type Context = "content" | "chrome"

export interface Firefox {
  /** Loads an unpacked extension until the browser ends; gives its id. */
  install(folder: string): Promise<string>
  /** In the chosen tab; pages of extensions too, which WebDriver BiDi refuses. */
  goto(url: string): Promise<void>
  openTab(): Promise<string>
  chooseTab(handle: string): Promise<void>
  /** Runs a function's source there and gives what it returns, as JSON. It sees nothing of the test but `given`. */
  run<Given extends unknown[], Answer>(
    context: Context,
    script: (...given: Given) => Answer,
    ...given: Given
  ): Promise<Awaited<Answer>>
  close(): Promise<void>
}

const preferences = {
  "marionette.port": 0,
  "xpinstall.signatures.required": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "browser.shell.checkDefaultBrowser": false,
}
const START_MS = 60_000

/**
 * Starts Firefox without a window and speaks its own protocol, Marionette: lists in JSON, each with its length before it.
 * @throws Error where it does not come up within a minute, and what a command is answered with where it fails.
 */
export async function startFirefox(executablePath: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), "cuelight-firefox-"))
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});`)
  await writeFile(join(profile, "user.js"), lines.join("\n"))
  const flags = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
  const browser = spawn(executablePath, [...flags, "--profile", profile, "about:blank"], { stdio: "ignore" })
  const ended = new Promise<void>((done) => browser.once("exit", () => done()))

  async function close(): Promise<void> {
    browser.kill()
    await ended
    await removeProfile(profile)
  }
  try {
    const socket = await connectTo(await readPort(join(profile, "MarionetteActivePort")))
    const send = speak(socket)
    await send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } })
    return {
      install: async (path) => (await send("Addon:Install", { path, temporary: true })).value as string,
      goto: async (url) => void (await send("WebDriver:Navigate", { url })),
      openTab: async () => (await send("WebDriver:NewWindow", { type: "tab" })).handle as string,
      chooseTab: async (handle) => void (await send("WebDriver:SwitchToWindow", { handle })),
      async run(context, script, ...args) {
        await send("Marionette:SetContext", { value: context })
        const source = `const done = arguments[arguments.length - 1]
          ;(async () => (${script})(...arguments))().then((value) => done({ value }), (error) => done({ error: String(error) }))`
        const { value } = await send("WebDriver:ExecuteAsyncScript", { script: source, args })
        await send("Marionette:SetContext", { value: "content" })
        // A script that takes its page away answers nothing.
        const answer = (value ?? {}) as { value: never; error?: string }
        if (answer.error) throw new Error(answer.error)
        return answer.value
      },
      async close() {
        socket.destroy()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Firefox writes down which port it took. */
async function readPort(file: string): Promise<number> {
  for (const until = Date.now() + START_MS; ; ) {
    const port = Number(await readFile(file, "utf8").catch(() => ""))
    if (port > 0) return port
    if (Date.now() > until) throw new Error("Firefox has not come up within a minute.")
    await new Promise((next) => setTimeout(next, 100))
  }
}

function connectTo(port: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1", () => done(socket))
    socket.once("error", fail)
  })
}

type Answer = Record<string, unknown>

/** Commands are numbered, and so are their answers. */
function speak(socket: Socket): (command: string, params?: object) => Promise<Answer> {
  let received = Buffer.alloc(0)
  let count = 0
  const waiting = new Map<number, { done(answer: Answer): void; fail(error: Error): void }>()
  socket.on("data", (data) => {
    received = Buffer.concat([received, data])
    for (;;) {
      const colon = received.indexOf(":")
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)))
      if (colon < 0 || received.length < end) return
      const message = JSON.parse(received.subarray(colon + 1, end).toString())
      received = received.subarray(end)
      // The first one is a greeting.
      if (!Array.isArray(message)) continue
      const [, number, error, answer] = message
      const asked = waiting.get(number)
      waiting.delete(number)
      if (error) asked?.fail(new Error(`${error.error}: ${error.message}`))
      else asked?.done(answer ?? {})
    }
  })
  socket.on("close", () => {
    for (const { fail } of waiting.values()) fail(new Error("Firefox has gone."))
  })
  return (command, params = {}) =>
    new Promise((done, fail) => {
      waiting.set(++count, { done, fail })
      const text = JSON.stringify([0, count, command, params])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
}
