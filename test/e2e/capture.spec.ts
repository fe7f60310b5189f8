import type { Page } from "playwright/test"
import { expect, test } from "./fixtures"
import type { ExtensionUnderTest } from "./fixtures-extension"
import { cue, freshOverlay } from "./walk"

// A worker that is killed in the middle of a question says so.
test.use({ shopOptions: { snippet: false }, expectedErrors: /No SW/ })

interface Told {
  site: string
  event: {
    id: string
    name: string
    at: number
    person: string
    session: string
    props?: { transaction_id?: string }
  }
}

/** What the worker has written, in the order it was written. */
async function readJournal(extension: ExtensionUnderTest): Promise<Told[]> {
  const worker = await extension.worker()
  const read = worker.evaluate(
    () =>
      new Promise<Told[]>((done) => {
        const opened = indexedDB.open("cuelight")
        opened.onsuccess = () => {
          const all = opened.result.transaction("events").objectStore("events").getAll()
          all.onsuccess = () => done(all.result)
        }
      }),
  )
  // A worker that was killed may come up again in the middle of the question: whoever waits asks again.
  return read.catch(() => [])
}

/** Says so many things in the page's data layer, one after another, each when the server has answered. */
const tellMany = (page: Page, letter: string, count: number) =>
  page.evaluate(
    async ([letter, count]) => {
      const { dataLayer = [] } = window as unknown as { dataLayer?: object[] }
      Object.assign(window, { dataLayer })
      for (let number = 0; number < count; number++) {
        dataLayer.push({ event: "purchase", ecommerce: { transaction_id: `${letter}${number}`, value: 1 } })
        await fetch("/shop.css")
      }
    },
    [letter, count] as const,
  )

test("two tabs and a frame of another site tell one journey, and nothing of it is lost while the worker dies", async ({
  context,
  page,
  shop,
  openShop,
  extension,
}) => {
  const other = await openShop({ snippet: false })
  await page.goto(shop.url)
  const overlay = await freshOverlay(page)
  await page.evaluate((address) => {
    const pixel = document.createElement("iframe")
    pixel.width = pixel.height = "1"
    const form = document.createElement("iframe")
    Object.assign(form, { id: "embedded", width: "600", height: "500" })
    for (const frame of [pixel, form]) {
      frame.src = `${address}/account`
      document.body.prepend(frame)
    }
  }, other.url)
  const form = page
    .frameLocator("#embedded")
    .locator("form", { has: page.locator('[autocomplete="new-password"]') })
  // Each input tells the form anew until the recorder has come into the frame; it begins only once.
  await expect(async () => {
    await form.locator('[name="name"]').fill("")
    await form.locator('[name="name"]').fill("Anna")
    await expect(cue(overlay, "event", "form_start")).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await form.locator('[name="email"]').fill("anna@mail.example")
  await form.locator('[name="password"]').fill("correct horse battery")

  // A burst from both tabs, and the worker dies in it again and again.
  const second = await context.newPage()
  await second.goto(shop.url)
  let isTelling = true
  const bursts = Promise.all([tellMany(page, "a", 100), tellMany(second, "b", 100)]).finally(() => {
    isTelling = false
  })
  for (let deaths = 0; isTelling || deaths < 3; deaths++) await extension.killServiceWorker()
  await bursts

  const orders = async (letter: string) =>
    (await readJournal(extension)).flatMap(({ event }) => {
      const order = event.name === "purchase" ? event.props?.transaction_id : undefined
      return order?.startsWith(letter) ? [order] : []
    })
  const expectOrders = async (letter: string, count: number) => {
    await expect.poll(async () => (await orders(letter)).length).toBeGreaterThanOrEqual(count)
    expect(await orders(letter)).toEqual(Array.from({ length: count }, (_, number) => `${letter}${number}`))
  }
  await expectOrders("a", 100)
  await expectOrders("b", 100)
  // A worker that has ended is woken by what a frame leaves whose form is sent, and by what a page still holds as it goes.
  const submitted = async () =>
    (await readJournal(extension)).filter(({ event }) => event.name === "form_submit")
  await extension.killServiceWorker()
  await form.getByRole("button").click()
  await expect.poll(async () => (await submitted()).length).toBe(1)
  await extension.killServiceWorker()
  await tellMany(second, "c", 5)
  await second.goto(shop.url.replace("127.0.0.1", "localhost"))
  await expectOrders("c", 5)
  await expect
    .poll(async () => (await readJournal(extension)).some(({ site }) => /^localhost/.test(site)))
    .toBe(true)

  // One journey: one visitor in one session, whichever tab or frame told it. The other site has a visitor of its own.
  expect(await submitted()).toHaveLength(1)
  const told = await readJournal(extension)
  const here = told.filter(({ site }) => `http://${site}` === shop.url)
  const elsewhere = told.filter(({ site }) => `http://${site}` !== shop.url)
  expect(new Set(here.map(({ event }) => event.person)).size).toBe(1)
  expect(new Set(here.map(({ event }) => event.session)).size).toBe(1)
  expect(new Set(here.map(({ event }) => event.id)).size).toBe(here.length)
  expect(elsewhere.map(({ event }) => event.name)).toContain("page_view")
  expect(elsewhere.some(({ event }) => event.person === here[0]?.event.person)).toBe(false)
  // Neither frame counts as a page.
  expect(here.filter(({ event }) => event.name === "page_view")).toHaveLength(2)
})
