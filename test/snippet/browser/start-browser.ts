import type { BrowserContext, Page } from "playwright"
import { afterAll, beforeAll } from "vitest"
import { launchChromium } from "../../browser/chromium"
import { openSite, openTab, type Site, tag } from "./open-site"

/** One browser for the tests of the file that calls this at its top. */
export function startBrowser(): {
  openTab(): ReturnType<typeof openTab>
  /** Opens a site and a page of it. */
  visit(
    pages: Parameters<typeof openSite>[0],
    path?: string,
  ): Promise<{ site: Site; page: Page; errors: string[] }>
} {
  let context: BrowserContext
  beforeAll(async () => {
    context = await launchChromium()
  })
  afterAll(() => context.close())
  return {
    openTab: () => openTab(context),
    async visit(pages, path = "/") {
      const site = await openSite(pages)
      const tab = await openTab(context)
      await tab.page.goto(site.origin + path)
      return { site, ...tab }
    },
  }
}

/** A page of the shop, with the script tag unless told otherwise. */
export const shell = (body: string, head = tag()) =>
  `<!doctype html><html lang="en"><title>Shop</title>${head}<body>${body}`

export const ready = (page: Page) => page.waitForFunction("window.cuelight?.version")

export const problemsOf = (page: Page): Promise<{ code: string; detail: string }[]> =>
  page.evaluate("cuelight.problems()")
