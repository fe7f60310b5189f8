import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { BrowserContext } from "playwright"
import { launchChromium } from "../../browser/chromium"
import { quantile } from "./quantile"

/** How much slower than this machine: the phone of a visitor. */
const THROTTLE = 4
const ROUNDS = 15

export interface InjectedTimes {
  tapMs: number
  bridgeMs: number
}

/** Of the browser only what the scripts ask for as they begin; the worker never answers. */
const browser = `globalThis.chrome = {
  runtime: { id: "bench", sendMessage: () => new Promise(() => {}), onMessage: { addListener() {} }, getURL: String },
  storage: { local: { set: () => new Promise(() => {}) } },
}`

/** Compiling and running a script in the page's own task, ms. */
const evaluate = `(text) => {
  const script = document.createElement("script")
  script.text = text
  const from = performance.now()
  document.head.append(script)
  return performance.now() - from
}`

async function measureOnce(
  context: BrowserContext,
  address: string,
  texts: { tap: string; bridge: string },
): Promise<InjectedTimes> {
  const page = await context.newPage()
  try {
    await page.goto(address, { waitUntil: "load" })
    await page.evaluate(browser)
    const session = await context.newCDPSession(page)
    await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE })
    const time = async (text: string) =>
      (await page.evaluate(`(${evaluate})(${JSON.stringify(text)})`)) as number
    return { tapMs: await time(texts.tap), bridgeMs: await time(texts.bridge) }
  } finally {
    await page.close()
  }
}

/** What a page is given before anything is shown: the tap and the bridge, each compiled anew, medians at 4x. */
export async function measureInjected(build: string, address: string): Promise<InjectedTimes> {
  const read = (name: string) => readFileSync(join(build, "page", `${name}.js`), "utf8")
  // What differs in its text is not compiled from the browser's cache.
  const anew = (text: string, round: number) => `${text}\n//${round}`
  const texts = { tap: read("tap"), bridge: read("bridge") }
  const context = await launchChromium({ viewport: { width: 1280, height: 800 } })
  try {
    const rounds: InjectedTimes[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { tap, bridge } = texts
      rounds.push(await measureOnce(context, address, { tap: anew(tap, round), bridge: anew(bridge, round) }))
    }
    const median = (part: keyof InjectedTimes) =>
      quantile(
        rounds.map((each) => each[part]),
        0.5,
      )
    return { tapMs: median("tapMs"), bridgeMs: median("bridgeMs") }
  } finally {
    await context.close()
  }
}
