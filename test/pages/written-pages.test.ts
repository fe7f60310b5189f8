import type { BrowserContext } from "playwright"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchChromium } from "../browser/chromium"
import { buildBundle } from "../snippet/build-bundle"
import { accountWalks } from "./account-walks"
import { countryWalks } from "./country-walks"
import { furtherPages } from "./further-pages"
import { furtherWalks } from "./further-walks"
import { headlessPages } from "./headless-pages"
import { openSavedPage } from "./open-saved-page"
import { themePages } from "./theme-pages"
import { themeWalks } from "./theme-walks"
import { walkShop } from "./walk-shop"
import { writtenPages } from "./written-pages"

let context: BrowserContext
beforeAll(async () => {
  // On a busy machine this takes longer than a page may.
  for (const mode of ["embedded", "tap", "snippet", "more", "notes", "shop", "forms"] as const)
    await buildBundle(mode)
  // Whether a worker of the page can be registered without its network is a race that the page alone decides.
  context = await launchChromium({ locale: "en-US", serviceWorkers: "block" })
}, 120_000)
afterAll(() => context?.close())

const shell = "Kiln, a pottery"

/** The page as a site serves it: the title repeats the heading, as titles do. */
function compose({ head = "", body, lang = "en" }: (typeof writtenPages)[number]): string {
  const heading = /<h[12][^>]*>(?:<[^>]*>)*([^<]+)/.exec(body)?.[1]
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${heading} | ${shell}</title>${head}</head><body><header><a href="/">${shell}</a><a href="/cart">Cart (0) €0.00</a></header>${body}<footer>${shell}</footer></body></html>`
}

const pages = [...writtenPages, ...furtherPages, ...headlessPages].map((page) => ({
  ...page,
  looking: "embedded" as const,
}))
const byTag = themePages.map((page) => ({ ...page, looking: "tag" as const }))

test.each([...pages, ...byTag])("$title", async ({ looking, ...page }) => {
  const { events } = await openSavedPage(
    context,
    { url: new URL(page.address, "https://shop.example").href, html: compose(page) },
    looking,
    page.cart,
  )
  const views = events.filter(({ name }) => name === "view_item")
  const { expected } = page
  expect(
    views.map(({ props }) => [props?.items?.[0]?.item_name, props?.items?.[0]?.price, props?.currency]),
  ).toEqual(expected ? [[expected.name, expected.price, expected.currency]] : [])
  if (expected?.id) expect(views[0]?.props?.items?.[0]?.item_id).toBe(expected.id)
  const carts = events.filter(({ name }) => name === "add_to_cart")
  if (page.cart) {
    expect(carts, "one press, one cart add").toHaveLength(1)
    expect(carts[0]?.props?.items?.[0]).toMatchObject({
      ...(expected && { item_name: expected.name, price: expected.price }),
      ...page.inCart,
    })
  } else expect(carts).toEqual([])
  const lists = events.filter(({ name }) => name === "view_item_list")
  if (page.list)
    expect(lists.map(({ props }) => props?.items?.map(({ item_name }) => item_name))).toEqual([page.list])
})

test.each([...themeWalks, ...furtherWalks, ...accountWalks, ...countryWalks])(
  "a walk through $title",
  async (walk) => {
    const told = await walkShop(context, walk)
    const steps = walk.steps.map(({ go, press, choose }) => go ?? press ?? choose?.[0] ?? "")
    expect(steps.map((step, index) => [step, ...told[index]!])).toEqual(
      steps.map((step, index) => [step, ...walk.steps[index]!.tells.toSorted()]),
    )
  },
)
