import { cp, mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { removeProfile } from "../../browser/remove-profile"
import { quantile } from "./quantile"
import { launchUnwatched, type TargetInfo, type UnwatchedBrowser } from "./unwatched-browser"

// How soon the overlay is painted, beside the same build with an empty page in the overlay's place: what that one takes
// is the browser's own. In turn, so that both have the same machine.

const OPENINGS = 20
/** They compile what the others find compiled. */
const FIRST = 2
const PATIENCE_MS = 10_000

/** It asks for its size, as the overlay does: before that nobody is shown it. */
const emptyPage =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><script src="empty.js"></script><p>Empty</p></html>'
const emptyScript =
  'chrome.runtime.sendMessage({ type: "overlay-action", action: { type: "size", width: 320, height: 100 } })'

interface Quantiles {
  medianMs: number
  p95Ms: number
}

export interface Opening {
  /**
   * With a page that is just being loaded: from the beginning of the overlay's document to its first picture, and to the
   * first picture of the page itself, before which the browser shows nothing of the frames in it.
   */
  withPage: Quantiles
  ofPage: Quantiles
  /** By a click on the icon, on a page that is there: from the beginning of the overlay's document, and from the click. */
  byClick: Quantiles
  fromClick: Quantiles
}

export interface Openings {
  overlay: Opening
  empty: Opening
}

interface Picture {
  origin: number
  paintedMs: number
}

interface Times {
  withPage: number
  ofPage: number
  byClick: number
  fromClick: number
}

const isOverlay = ({ type, url }: TargetInfo) => type === "iframe" && url.includes("/tabs/overlay.html")
const isWorker = ({ type }: TargetInfo) => type === "service_worker"
const now = () => performance.timeOrigin + performance.now()

const firstPicture = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName("first-contentful-paint")
    if (first) done({ origin: performance.timeOrigin, paintedMs: first.startTime })
  }).observe({ type: "paint", buffered: true })
})`
/** The worker hears what size the overlay's content needs, as soon as that is laid out. */
const sizeIsAsked = `new Promise((done) => {
  chrome.runtime.onMessage.addListener(function hear(message) {
    if (message?.action?.type !== "size") return
    chrome.runtime.onMessage.removeListener(hear)
    done()
  })
})`
const closeOverlay = `chrome.runtime.sendMessage({ type: "overlay-action", action: { type: "close", scope: "tab" } })`

/** Where the overlay is closed a click opens it and no popup: the browser is told of that a moment later. */
const popupIsGone = `(async () => {
  for (;;) {
    const tabs = await chrome.tabs.query({})
    const popups = await Promise.all(tabs.map(({ id }) => chrome.action.getPopup({ tabId: id })))
    if (popups.every((popup) => popup === "")) return
  }
})()`

type Attached = TargetInfo & { sessionId: string }

async function list(browser: UnwatchedBrowser, filter?: object[]): Promise<TargetInfo[]> {
  return (await browser.send("Target.getTargets", filter && { filter })).targetInfos
}

/** Speaks to a target, as soon as it is there: a worker may have ended, and begins again with the next message. */
async function attach(browser: UnwatchedBrowser, wanted: (each: TargetInfo) => boolean): Promise<Attached> {
  const until = now() + PATIENCE_MS
  let target: TargetInfo | undefined
  do target = (await list(browser)).find(wanted)
  while (!target && now() < until)
  if (!target) throw new Error("What is to be measured is not there.")
  const { targetId } = target
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true })
  return { ...target, sessionId }
}

/** The value of an expression, or of what it promises. */
async function ask<T>(browser: UnwatchedBrowser, expression: string, sessionId: string): Promise<T> {
  const given = { expression, awaitPromise: true, returnByValue: true }
  return (await browser.send("Runtime.evaluate", given, sessionId)).result.value
}

/** A worker that is installed is there to stay: the browser may begin with another one. */
async function awaitWorker(browser: UnwatchedBrowser): Promise<TargetInfo> {
  for (;;) {
    try {
      const worker = await attach(browser, isWorker)
      if (await ask(browser, "registration.active?.state === 'activated'", worker.sessionId)) return worker
    } catch {
      // Not yet, or no longer: the next one is asked.
    }
  }
}

/** A browser with a build, of which page after page is opened in one tab. */
class Opener {
  private constructor(
    private readonly browser: UnwatchedBrowser,
    private readonly icon: { id: string; targetId: string },
    private readonly page: string,
  ) {}

  static async start(build: string): Promise<Opener> {
    const browser = await launchUnwatched(build)
    const worker = await awaitWorker(browser)
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank#bench" })
    const tabs = await list(browser, [{ type: "tab", exclude: false }])
    const tab = tabs.find(({ url }) => url.endsWith("#bench"))?.targetId ?? ""
    const page = await attach(browser, (each) => each.targetId === targetId)
    return new Opener(browser, { id: new URL(worker.url).host, targetId: tab }, page.sessionId)
  }

  private ask<T>(expression: string, sessionId: string): Promise<T> {
    return ask(this.browser, expression, sessionId)
  }

  async open(url: string): Promise<Times> {
    const first = await this.look(() => this.browser.send("Page.navigate", { url }, this.page))
    const page = await this.ask<Picture>(firstPicture, this.page)
    const withPage = await this.ask<Picture>(firstPicture, first.sessionId)
    const going = this.browser.awaitEnd(first.targetId)
    // Its answer may go with it.
    this.ask(closeOverlay, first.sessionId).catch(hasGone)
    await going
    await this.ask(popupIsGone, (await attach(this.browser, isWorker)).sessionId)

    const clickedAt = now()
    const second = await this.look(() => this.browser.send("Extensions.triggerAction", this.icon))
    const byClick = await this.ask<Picture>(firstPicture, second.sessionId)
    return {
      withPage: withPage.paintedMs,
      ofPage: page.origin + page.paintedMs - withPage.origin,
      byClick: byClick.paintedMs,
      fromClick: byClick.origin + byClick.paintedMs - clickedAt,
    }
  }

  /** Opens the overlay, and speaks to it when it knows what it shows: who looks earlier is part of what he measures. */
  private async look(open: () => Promise<unknown>): Promise<Attached> {
    const worker = await attach(this.browser, isWorker)
    const sized = this.ask(sizeIsAsked, worker.sessionId)
    await open()
    await sized
    return attach(this.browser, isOverlay)
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}

/** The overlay that was closed has no word for it any more. */
function hasGone(): void {}

export async function measureOpenings(build: string, shop: { url: string }): Promise<Openings> {
  const emptied = await mkdtemp(join(tmpdir(), "cuelight-empty-"))
  await cp(build, emptied, { recursive: true })
  await writeFile(join(emptied, "tabs/overlay.html"), emptyPage)
  await writeFile(join(emptied, "tabs/empty.js"), emptyScript)
  const [overlay, empty] = [await Opener.start(build), await Opener.start(emptied)]
  try {
    const times: { overlay: Times[]; empty: Times[] } = { overlay: [], empty: [] }
    for (let index = 0; index < FIRST + OPENINGS; index++) {
      times.overlay.push(await overlay.open(`${shop.url}/p/blue-vase`))
      times.empty.push(await empty.open(`${shop.url}/p/blue-vase`))
    }
    return { overlay: summarize(times.overlay.slice(FIRST)), empty: summarize(times.empty.slice(FIRST)) }
  } finally {
    await overlay.close()
    await empty.close()
    await removeProfile(emptied)
  }
}

function summarize(times: Times[]): Opening {
  const of = (part: keyof Times): Quantiles => {
    const values = times.map((each) => each[part])
    return { medianMs: quantile(values, 0.5), p95Ms: quantile(values, 0.95) }
  }
  return {
    withPage: of("withPage"),
    ofPage: of("ofPage"),
    byClick: of("byClick"),
    fromClick: of("fromClick"),
  }
}
