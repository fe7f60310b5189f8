import type { Page } from "playwright/test"
import { expect, test } from "./fixtures"

// The tag alone, as a site owner puts it there: how a visit went is seen where the tag asks for it, and nowhere else.
test.use({
  build: null,
  expectedErrors: /A bug of the shop/,
  shopOptions: { attributes: { "data-experience": "" } },
})

interface Told {
  name: string
  props: Record<string, unknown>
}

const experiences =
  /^(rage_click|dead_click|js_error|failed_request|slow_page|scroll|user_engagement|nps|csat|message_\w+)$/

const readHistory = (page: Page): Promise<Told[]> =>
  page.evaluate(() => (window as unknown as { cuelight: { history(): Promise<Told[]> } }).cuelight.history())
const told = async (page: Page, name: string) =>
  (await readHistory(page)).filter((event) => event.name === name).map(({ props }) => props)

/** What goes wrong in the shop from here on, and the survey that asks about it. */
async function spoil(page: Page): Promise<void> {
  await page.evaluate(() => {
    const survey = `<div id="nps"><p>How likely are you to recommend us?</p>${Array.from({ length: 11 }, (_, score) => `<button type="button">${score}</button>`).join("")}</div>`
    document
      .querySelector("main")!
      .insertAdjacentHTML(
        "afterbegin",
        `<aside id="sale" class="popup" role="dialog" style="left:auto;right:0;height:200px">Ten per cent off today <button type="button" onclick="this.parentElement.remove()">Close</button></aside><div id="ad"></div><button id="dead" type="button" style="width:300px">Show more</button>${survey}<div style="height:3000px"></div>`,
      )
    setTimeout(() => {
      throw new TypeError("A bug of the shop, met by anna@mail.example")
    })
    const missing = fetch("/missing?token=abcdef").then((answer) => answer.text())
    void missing.then(() => {
      document.getElementById("ad")!.style.height = "700px"
      requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById("ad")!.remove()))
    })
  })
}

test("rage, dead ends, errors, slowness, depth, time, a survey and a pop-up, by the tag that asks for them", async ({
  page,
  shop,
}) => {
  const file = page.waitForResponse(/cuelight-experience\.js/)
  await page.goto(`${shop.url}/p/blue-vase`)
  expect((await file).status()).toBe(200)
  await spoil(page)
  await expect.poll(() => told(page, "failed_request")).toMatchObject([{ status: 404, initiator: "fetch" }])
  await expect.poll(() => told(page, "slow_page")).toMatchObject([{ metric: "CLS" }])
  const sale = { channel: "popup", target: "aside#sale.popup" }
  await expect.poll(() => told(page, "message_shown")).toEqual([sale])
  await page.locator("#sale button").click()
  await expect.poll(() => told(page, "message_closed")).toEqual([sale])
  await page.locator("#dead").click({ clickCount: 3, delay: 10 })
  await page.locator("#nps button", { hasText: /^9$/ }).click()
  await expect.poll(() => told(page, "nps")).toEqual([{ score: 9 }])
  await expect.poll(() => told(page, "rage_click")).toMatchObject([{ target: "button#dead", clicks: 3 }])
  await expect
    .poll(() => told(page, "js_error"))
    .toMatchObject([{ message: expect.stringMatching(/^TypeError/) }])
  await page.locator("#dead").click()
  await expect.poll(() => told(page, "dead_click")).toEqual([{ target: "button#dead" }])
  await page.mouse.wheel(0, 1_500)
  await expect.poll(() => told(page, "scroll")).not.toEqual([])
  // A quarter of a minute goes by.
  await page.evaluate(() => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + 15_000
  })
  await page.mouse.move(400, 400)
  await page.goto(`${shop.url}/p/bud-vase`)
  await expect.poll(() => told(page, "user_engagement")).toHaveLength(1)
  expect(JSON.stringify(await readHistory(page))).not.toMatch(/abcdef|anna@/)
})

test("none of it without the attribute, and nothing at all where the visitor has refused", async ({
  page,
  openShop,
}) => {
  for (const attributes of [{}, { "data-experience": "", "data-consent": "denied" }]) {
    const shop = await openShop({ attributes: attributes as Record<string, string> })
    const requests: string[] = []
    page.on("request", (request) => requests.push(request.url()))
    const rules = page.waitForResponse(/cuelight-rules\.js/)
    await page.goto(`${shop.url}/p/blue-vase`)
    await rules
    await spoil(page)
    await page.locator("#dead").click({ clickCount: 3, delay: 10 })
    await page.locator("#nps button", { hasText: /^9$/ }).click()
    await page.goto(`${shop.url}/p/bud-vase`)
    const events = await readHistory(page)
    expect(events.filter(({ name }) => experiences.test(name))).toEqual([])
    const isOn = "data-experience" in attributes
    expect(requests.some((url) => url.includes("cuelight-experience.js"))).toBe(isOn)
    if (isOn) expect(events).toEqual([])
    else expect(events.some(({ name }) => name === "view_item")).toBe(true)
  }
})
