import { existsSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { type BrowserContext, expect, type Frame, type Page, type Worker } from "playwright/test"

/** An error that the browser noted for the extension, as chrome://extensions lists it. */
interface NotedError {
  message: string
  severity: "ERROR" | "WARN" | "INFO"
  contextUrl: string
  occurrences: number
}

interface ExtensionInfo {
  id: string
  name: string
  location: string
  runtimeErrors: NotedError[]
  manifestErrors: { message: string }[]
  views: { type: string; renderProcessId: number }[]
}

/** The part of the browser's own `chrome.developerPrivate` that is used here, on its page of extensions. */
interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>
  updateExtensionConfiguration(change: { extensionId: string; errorCollection: boolean }): Promise<void>
  getExtensionsInfo(filter: object): Promise<ExtensionInfo[]>
  reload(extensionId: string, options: { failQuietly: boolean }): Promise<unknown>
}

interface ExtensionsPage {
  chrome: {
    developerPrivate: DeveloperPrivate
    management: { setEnabled(extensionId: string, enabled: boolean): Promise<void> }
  }
}

/** The worker carries this mark for as long as it lives. */
type Marked = { cuelightTestMark?: boolean }

const overlayPage = /^chrome-extension:\/\/[^/]+\/tabs\/overlay\.html/

/** The extension under test, in one browser context. */
export class ExtensionUnderTest {
  private constructor(
    readonly id: string,
    readonly context: BrowserContext,
    private readonly extensionsPage: Page,
  ) {}

  /** Waits until the extension is loaded, and has the browser note its errors from then on. */
  static async attach(context: BrowserContext): Promise<ExtensionUnderTest> {
    // The tab that every window begins with becomes the browser's page of extensions: one of its files is enough to be
    // let in, and drawing the page itself would be half of a browser's start.
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto("chrome://extensions/strings.m.js")
    const id = await page.evaluate(async () => {
      const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      const all = await developerPrivate.getExtensionsInfo({})
      const unpacked = all.find((each) => each.location === "UNPACKED")
      if (unpacked)
        await developerPrivate.updateExtensionConfiguration({
          extensionId: unpacked.id,
          errorCollection: true,
        })
      return unpacked?.id
    })
    if (!id) throw new Error("The browser has not loaded the extension.")
    const extension = new ExtensionUnderTest(id, context, page)
    await extension.awaitWorker()
    await extension.awaitContentScripts()
    return extension
  }

  /** Nobody clicks the icon while the browser installs; on a busy machine the worker's first start takes seconds of a test. */
  private async awaitWorker(): Promise<void> {
    await expect(async () => {
      const worker = await this.worker()
      const listens = await worker.evaluate(() =>
        (globalThis as unknown as { chrome: typeof chrome }).chrome.action.onClicked.hasListeners(),
      )
      expect(listens).toBe(true)
    }).toPass({ intervals: [50] })
  }

  /**
   * Those of the manifest come a moment later than the worker, and a page opened before them has none: what is clicked
   * there is nobody's. They come into a file too, which is no site and leaves nothing in the extension.
   */
  private async awaitContentScripts(): Promise<void> {
    const worker = await this.worker()
    const hasSome = await worker.evaluate(() => {
      const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome
      return runtime.getManifest().content_scripts !== undefined
    })
    if (!hasSome) return
    const page = await this.context.newPage()
    await expect(async () => {
      await page.goto(pathToFileURL("package.json").href)
      const session = await this.context.newCDPSession(page)
      const origins: string[] = []
      session.on("Runtime.executionContextCreated", ({ context }) => origins.push(context.origin))
      await session.send("Runtime.enable")
      await session.detach()
      expect(origins).toContain(this.address("").slice(0, -1))
    }).toPass({ intervals: [50] })
    await page.close()
  }

  /** The address of a page of the extension, for example `options.html`. */
  address(page: string): string {
    return `chrome-extension://${this.id}/${page}`
  }

  /** The service worker. It may have been stopped and started again since. */
  async worker(): Promise<Worker> {
    const isOurs = (worker: Worker) => worker.url().startsWith(this.address(""))
    return (
      this.context.serviceWorkers().find(isOurs) ??
      (await this.context.waitForEvent("serviceworker", { predicate: isOurs }))
    )
  }

  private async readInfo(): Promise<ExtensionInfo> {
    const id = this.id
    return this.extensionsPage.evaluate(async (wanted) => {
      const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome
      const found = (await developerPrivate.getExtensionsInfo({})).find((each) => each.id === wanted)
      if (!found) throw new Error("The extension is gone.")
      return found
    }, id)
  }

  /** Whether the service worker runs at this moment; asking does not wake it. */
  async isWorkerRunning(): Promise<boolean> {
    const { views } = await this.readInfo()
    return views.some(
      (view) => view.type === "EXTENSION_SERVICE_WORKER_BACKGROUND" && view.renderProcessId !== -1,
    )
  }

  /**
   * Ends the service worker as the browser does when it is idle or short of memory: at once, with no word to it. What it
   * kept in memory is gone; the next event starts it again. Returns when that life has ended.
   */
  async killServiceWorker(): Promise<void> {
    // One that has ended a moment ago may still be listed.
    await expect(async () => {
      await (await this.worker()).evaluate(() => {
        ;(globalThis as Marked).cuelightTestMark = true
      })
    }).toPass()
    const browser = this.context.browser()
    if (!browser) throw new Error("The context has no browser.")
    const session = await browser.newBrowserCDPSession()
    const { targetInfos } = await session.send("Target.getTargets")
    const target = targetInfos.find((each) => each.type === "service_worker" && each.url.includes(this.id))
    if (!target) throw new Error("The service worker is not there to be ended.")
    await session.send("Target.closeTarget", { targetId: target.targetId })
    await session.detach()
    // An event may have started it again already: then the mark is gone with the old life.
    const isOldLife = async () => {
      if (!(await this.isWorkerRunning())) return false
      const worker = await this.worker()
      return worker.evaluate(() => (globalThis as Marked).cuelightTestMark === true).catch(() => true)
    }
    await expect.poll(isOldLife, { message: "the service worker has ended" }).toBe(false)
  }

  /** A real click on the toolbar icon: grants `activeTab` for this page, as a person's click does. */
  async clickIcon(page: Page): Promise<void> {
    const browser = this.context.browser()
    if (!browser) throw new Error("The context has no browser.")
    const pageSession = await this.context.newCDPSession(page)
    const { targetInfo } = await pageSession.send("Target.getTargetInfo")
    const session = await browser.newBrowserCDPSession()
    // A page lies in a tab, and only the tab can be clicked for.
    const filter = [{ type: "tab", exclude: false }]
    const { targetInfos: tabs } = await session.send("Target.getTargets", { filter })
    await page.bringToFront()
    const tab = tabs.find((each) => each.url === targetInfo.url) ?? tabs.at(-1)
    // Newer than the protocol that Playwright describes.
    const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>
    await send("Extensions.triggerAction", { id: this.id, targetId: tab?.targetId })
    await pageSession.detach()
    await session.detach()
  }

  /** Takes the extension out of the browser, as an update does for a moment: pages keep their old content scripts. */
  async disable(): Promise<void> {
    await this.extensionsPage.evaluate(
      (id) => (globalThis as unknown as ExtensionsPage).chrome.management.setEnabled(id, false),
      this.id,
    )
  }

  /** Puts it back, as another version of itself. */
  async update(): Promise<void> {
    await this.extensionsPage.evaluate(async (id) => {
      const { management, developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome
      await management.setEnabled(id, true)
      await developerPrivate.reload(id, { failQuietly: false })
    }, this.id)
  }

  /** What went wrong in the worker, in content scripts and in pages of the extension, also in lives that have ended. */
  async listErrors(): Promise<string[]> {
    const { runtimeErrors, manifestErrors } = await this.readInfo()
    return [
      ...manifestErrors.map((error) => `manifest: ${error.message}`),
      ...runtimeErrors
        .filter((error) => error.severity === "ERROR")
        .map((error) => `${error.contextUrl || "service worker"}: ${error.message}`),
    ]
  }
}

/** The overlay's frame of this page, or undefined when the page shows none. */
export const findOverlay = (page: Page): Frame | undefined =>
  page.frames().find((frame) => overlayPage.test(frame.url()))

/**
 * The overlay's document, once it shows something. The page cannot see the frame (closed shadow root, another origin);
 * the test sees it as a person does.
 */
export async function overlayFrame(page: Page): Promise<Frame> {
  await expect.poll(() => Boolean(findOverlay(page)), { message: "the overlay is on the page" }).toBe(true)
  const frame = findOverlay(page)
  if (!frame) throw new Error("The overlay went away.")
  try {
    await frame.locator("[data-cue]").first().waitFor({ state: "attached" })
    return frame
  } catch (error) {
    // A page that has just taken it away has it back in another frame.
    if (!frame.isDetached()) throw error
    return overlayFrame(page)
  }
}

export type Build = "chrome-mv3-qa" | "chrome-mv3-prod"

/** @throws Error with what to do when the build is not there: a test without the extension would prove nothing. */
export function locateBuild(build: Build): string {
  const folder = `extension/build/${build}`
  if (!existsSync(`${folder}/manifest.json`)) throw new Error(`${folder} is not built. Run: npm run build`)
  return folder
}
