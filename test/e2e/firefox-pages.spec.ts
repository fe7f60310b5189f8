import { resolve } from "node:path"
import { expect, test } from "playwright/test"
import { findFirefox } from "../browser/find-firefox"
import { type Firefox, startFirefox } from "../browser/marionette"
import { startShop } from "../shop/shop"

const executablePath = findFirefox()

interface Tab {
  linkedBrowser: { currentURI: { spec: string } }
}

/** In the browser's own window: what stands there in Firefox's own code and in no typings. */
interface BrowserWindow {
  WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string; extension: unknown } }
  ChromeUtils: { importESModule(address: string): Record<string, never> }
  gBrowser: { selectedTab: Tab; tabs: Tab[] }
  Services: {
    console: { getMessageArray(): { errorMessage?: string; sourceName?: string; flags?: number }[] }
  }
}

/** A press of the icon, as a person's: it grants this tab. Gives the id by which extensions know the tab. */
const pressIcon = (firefox: Firefox, id: string, url: string) =>
  firefox.run(
    "chrome",
    (id, url) => {
      const { WebExtensionPolicy, ChromeUtils, gBrowser } = globalThis as unknown as BrowserWindow
      const { extension } = WebExtensionPolicy.getByID(id)
      const { ExtensionParent } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionParent.sys.mjs",
      ) as unknown as {
        ExtensionParent: {
          apiManager: {
            global: {
              browserActionFor(extension: unknown): { triggerAction(window: unknown): void }
              tabTracker: { getId(tab: unknown): number }
            }
          }
        }
      }
      const { global } = ExtensionParent.apiManager
      // At install the tour has opened in front of it.
      const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith(url))
      if (!tab) throw new Error("The page is not open.")
      gBrowser.selectedTab = tab
      global.browserActionFor(extension).triggerAction(globalThis)
      return global.tabTracker.getId(tab)
    },
    id,
    url,
  )

/** Errors of the extension's own scripts and pages, as the browser's console has them; warnings are none. */
const listErrors = (firefox: Firefox) =>
  firefox.run("chrome", () => {
    const { Services } = globalThis as unknown as BrowserWindow
    return Services.console
      .getMessageArray()
      .filter(
        ({ sourceName = "", flags = 1 }) => sourceName.startsWith("moz-extension:") && (flags & 1) === 0,
      )
      .map(({ errorMessage }) => errorMessage)
  })

const readHeading = () =>
  document.querySelector("h1, h2, [role=tablist], [data-cue]")?.textContent?.trim() ?? ""

if (executablePath === null)
  console.warn("The extension's pages in Firefox are not tried: none is installed here.")
else
  test("in Firefox, a press of the icon audits the tab, the panel shows what happens, and every page opens", async () => {
    const shop = await startShop({ snippet: false })
    const firefox = await startFirefox(executablePath)
    try {
      const id = await firefox.install(resolve("extension/build/firefox-mv3-prod"))
      const host = await firefox.run(
        "chrome",
        (id) => (globalThis as unknown as BrowserWindow).WebExtensionPolicy.getByID(id).mozExtensionHostname,
        id,
      )
      const address = (page: string) => `moz-extension://${host}/${page}`
      const isOverlayShown = () =>
        firefox.run("content", () =>
          [...document.querySelectorAll("*")].some(({ localName }) => localName.startsWith("cue-")),
        )

      await firefox.goto(`${shop.url}/p/blue-vase`)
      expect(await isOverlayShown()).toBe(false)
      const tab = await pressIcon(firefox, id, shop.url)
      await expect.poll(isOverlayShown).toBe(true)
      await firefox.run("content", () =>
        [...document.querySelectorAll("button")]
          .find((button) => button.textContent?.includes("Add to cart"))
          ?.click(),
      )
      await expect.poll(() => firefox.run("content", () => location.pathname)).toContain("/cart")

      // The sidebar's page, beside the tab that it shows.
      await firefox.chooseTab(await firefox.openTab())
      await firefox.goto(`${address("sidepanel.html")}?tab=${tab}#events`)
      const listCues = () =>
        firefox.run("content", () =>
          [...document.querySelectorAll<HTMLElement>("[data-cue=event]")].map(({ dataset }) => dataset.cueId),
        )
      await expect.poll(listCues).toContain("add_to_cart")
      expect(await listCues()).toContain("view_item")

      for (const page of [
        "options.html",
        `tabs/popup.html?tab=${tab}`,
        "tabs/tour.html",
        "tabs/audit.html",
      ]) {
        await firefox.goto(address(page))
        await expect.poll(() => firefox.run("content", readHeading), { message: page }).not.toBe("")
      }
      expect(await listErrors(firefox)).toEqual([])
    } finally {
      await firefox.close()
      await shop.close()
    }
  })
