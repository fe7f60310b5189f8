import { type BrowserContext, test as base, type Page } from "playwright/test"
import { launchChromium } from "../browser/chromium"
import { type Shop, type ShopOptions, startShop } from "../shop/shop"
import { type Build, ExtensionUnderTest, findOverlay, locateBuild, overlayFrame } from "./fixtures-extension"

export { expect } from "playwright/test"
export { findOverlay, overlayFrame }

interface TestOptions {
  /** Which build is loaded: the one with all sites granted, the store build, or none. */
  build: Build | null
  /** The variant of the demo shop that `shop` is. */
  shopOptions: ShopOptions
  /** The errors that the test is about; all others fail it. */
  expectedErrors: RegExp | null
}

interface TestFixtures {
  /** The demo shop, opened for this test alone: accounts and orders of another would be known to it. */
  shop: Shop
  /** Further shops; they close with the test. */
  openShop: (options: ShopOptions) => Promise<Shop>
  /** The loaded extension. */
  extension: ExtensionUnderTest
}

/** Errors of pages, and console errors of the extension's own pages. */
function collectErrors(context: BrowserContext, errors: string[]): void {
  const watch = (page: Page) => {
    page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`))
    page.on("console", (message) => {
      const { url } = message.location()
      if (message.type() === "error" && url.startsWith("chrome-extension://"))
        errors.push(`console of ${url}: ${message.text()}`)
    })
    page.on("crash", () => errors.push(`${page.url()}: the page crashed`))
  }
  for (const page of context.pages()) watch(page)
  context.on("page", watch)
}

/**
 * The tests' own `test`: a browser with the extension, a shop, and the rule that no error passes unseen. Any error of a
 * page, of the extension's pages, content scripts or worker fails the test, unless `expectedErrors` names it.
 */
export const test = base.extend<TestOptions & TestFixtures>({
  build: ["chrome-mv3-qa", { option: true }],
  shopOptions: [{}, { option: true }],
  expectedErrors: [null, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  openShop: async ({}, use) => {
    const shops: Shop[] = []
    await use(async (options) => {
      const shop = await startShop(options)
      shops.push(shop)
      return shop
    })
    for (const shop of shops) await shop.close()
  },

  shop: async ({ openShop, shopOptions }, use) => {
    await use(await openShop(shopOptions))
  },

  context: async ({ build, expectedErrors, viewport, locale, colorScheme }, use) => {
    const context = await launchChromium({
      ...(build && { extension: locateBuild(build), toolbarClicks: true }),
      ...(locale && { locale, args: [`--lang=${locale}`] }),
      viewport,
      colorScheme,
    })
    const errors: string[] = []
    collectErrors(context, errors)
    const extension = build ? await ExtensionUnderTest.attach(context) : null
    if (extension) extensions.set(context, extension)
    await use(context)
    if (extension) errors.push(...(await extension.listErrors()))
    await context.close()
    const unexpected = errors.filter((error) => !expectedErrors?.test(error))
    if (unexpected.length > 0) throw new Error(`Errors during the test:\n  ${unexpected.join("\n  ")}`)
  },

  extension: async ({ context }, use) => {
    const extension = extensions.get(context)
    if (!extension) throw new Error("This test asks for the extension, and its build is null.")
    await use(extension)
  },
})

const extensions = new WeakMap<BrowserContext, ExtensionUnderTest>()
