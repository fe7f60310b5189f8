import type { BrowserContext, CDPSession } from "playwright"
import { addTag, readTag, serveTag } from "./add-tag"
import { type InjectedRecorder, injectRecorder } from "./inject-recorder"
import { readHtml, type SavedPage } from "./page-files"

/**
 * The page's own time, which runs as fast as the page can: no test waits for it. The recorder looks at a page without
 * markup for the last time 4 s after its document is there, and holds what it found for one more.
 */
const PAGE_TIME_MS = 9_000
/** Scripts that never end must not end the test; a busy machine takes a minute for a page that takes seconds. */
const PATIENCE_MS = 240_000

export interface OpenedPage extends InjectedRecorder {
  /** Errors that the page threw, without numbers: lines and times differ from run to run. */
  errors: string[]
  /** The page's own title and headings, as they stand in the document. */
  titles: string[]
  /** What a person reads, for prices whose notation the index did not keep. */
  text: string
}

/** Which recorder looks at the page: the extension's, or the script tag's. */
export type Looking = "embedded" | "tag"

/** Opens a saved page at its original address, everything else blocked, with a recorder or without. */
export async function openSavedPage(
  context: BrowserContext,
  saved: Pick<SavedPage, "url"> & ({ html: string } | { file: string }),
  looking?: Looking,
  /** A control that a person presses when the page has been looked at. */
  press?: string,
): Promise<OpenedPage> {
  const page = await context.newPage()
  try {
    const original = "html" in saved ? saved.html : readHtml(saved)
    const html = looking === "tag" ? addTag(original) : original
    const { pathname } = new URL(saved.url)
    await page.route("**/*", (route) => {
      const request = route.request()
      const isPage =
        request.isNavigationRequest() &&
        request.frame() === page.mainFrame() &&
        new URL(request.url()).pathname === pathname
      return isPage ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html }) : route.abort()
    })
    if (looking === "tag") await serveTag(page)
    const errors: string[] = []
    page.on("pageerror", (error) => errors.push(error.message.replace(/\d+/g, "0").slice(0, 120)))
    const recorded: InjectedRecorder = { events: [], problems: [] }
    if (looking === "embedded")
      Object.assign(recorded, await injectRecorder(await context.newCDPSession(page)))
    const session = await context.newCDPSession(page)
    // Pages behave otherwise on the second visit.
    await session.send("Storage.clearDataForOrigin", {
      origin: new URL(saved.url).origin,
      storageTypes: "all",
    })
    await page.goto(saved.url, { waitUntil: "commit" })
    await letTimePass(session)
    if (press) {
      await page.evaluate(
        `document.querySelector(${JSON.stringify(press)}).closest("form")?.addEventListener("submit", (event) => event.preventDefault())`,
      )
      await page.evaluate(`document.querySelector(${JSON.stringify(press)}).click()`)
      await letTimePass(session)
    }
    if (looking === "tag") Object.assign(recorded, await readTag(page))
    const read = <Value>(script: string, fallback: Value): Promise<Value> =>
      page.evaluate(script).then(
        (value) => value as Value,
        () => fallback,
      )
    return {
      ...recorded,
      errors,
      titles: await read(
        "[document.title, ...[...document.querySelectorAll('h1,h2')].map((heading) => heading.textContent)]",
        [] as string[],
      ),
      text: await read("document.body.innerText", ""),
    }
  } finally {
    await page.close()
  }
}

/** The page's own time, as fast as it can. */
async function letTimePass(session: CDPSession): Promise<void> {
  const over = new Promise((resolve) => session.once("Emulation.virtualTimeBudgetExpired", resolve))
  const patience = AbortSignal.timeout(PATIENCE_MS)
  await session.send("Emulation.setVirtualTimePolicy", {
    policy: "pauseIfNetworkFetchesPending",
    budget: PAGE_TIME_MS,
    maxVirtualTimeTaskStarvationCount: 10_000,
  })
  await Promise.race([
    over,
    new Promise((_resolve, reject) => patience.addEventListener("abort", () => reject(patience.reason))),
  ])
}
