import { spawn } from "node:child_process"
import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { Readable, Writable } from "node:stream"
import { quietFlags } from "../../browser/chromium"
import { findChromium } from "../../browser/find-chromium"
import { removeProfile } from "../../browser/remove-profile"

/**
 * Chromium with nobody watching its pages. What drives tests holds every new frame until it has looked at it, which is a
 * third of the time that an overlay takes to open: here a frame is looked at when it has been painted.
 */
export interface UnwatchedBrowser {
  // biome-ignore lint/suspicious/noExplicitAny: what each method of the debugging protocol answers is its own
  send(method: string, params?: object, sessionId?: string): Promise<any>
  /** The next target that is `wanted`, from now on; `gone`: the next one that goes. */
  awaitTarget(wanted: (target: TargetInfo) => boolean): Promise<TargetInfo>
  awaitEnd(targetId: string): Promise<void>
  close(): Promise<void>
}

export interface TargetInfo {
  targetId: string
  type: string
  url: string
}

interface Told {
  id?: number
  method?: string
  params?: { targetInfo?: TargetInfo; targetId?: string }
  result?: unknown
  error?: { message: string }
}

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--remote-debugging-pipe",
  "--enable-unsafe-extension-debugging",
  ...quietFlags,
  "--window-size=1280,900",
]

export async function launchUnwatched(extension: string): Promise<UnwatchedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "cuelight-bench-"))
  const folder = resolve(extension)
  const own = [
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
  ]
  const browser = spawn(await findChromium(), [...flags, ...own, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  })
  const ended = new Promise<void>((done) => browser.once("exit", () => done()))
  const [, , , input, output] = browser.stdio as [unknown, unknown, unknown, Writable, Readable]
  const listeners = new Set<(told: Told) => void>()
  let count = 0
  let rest = ""
  output.setEncoding("utf8").on("data", (text: string) => {
    const messages = (rest + text).split("\0")
    rest = messages.pop() ?? ""
    for (const message of messages) for (const listener of [...listeners]) listener(JSON.parse(message))
  })

  /** The first that `read` makes something of. */
  function hear<T>(read: (told: Told) => T | undefined): Promise<T> {
    return new Promise((done, fail) => {
      const listener = (told: Told) => {
        try {
          const found = read(told)
          if (found === undefined) return
          done(found)
        } catch (error) {
          fail(error)
        }
        listeners.delete(listener)
      }
      listeners.add(listener)
    })
  }

  const send: UnwatchedBrowser["send"] = async (method, params = {}, sessionId) => {
    const id = ++count
    const answer = hear((told) => {
      if (told.id !== id) return
      if (told.error) throw new Error(`${method}: ${told.error.message}`)
      return { result: told.result }
    })
    input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    return (await answer).result
  }

  await send("Target.setDiscoverTargets", { discover: true })
  return {
    send,
    awaitTarget: (wanted) =>
      hear(({ method, params }) => {
        const isNew = method === "Target.targetCreated" || method === "Target.targetInfoChanged"
        return isNew && params?.targetInfo && wanted(params.targetInfo) ? params.targetInfo : undefined
      }),
    awaitEnd: (targetId) =>
      hear(({ method, params }) =>
        method === "Target.targetDestroyed" && params?.targetId === targetId ? true : undefined,
      ).then(() => undefined),
    async close() {
      await send("Browser.close")
      await ended
      await removeProfile(profile)
    },
  }
}
