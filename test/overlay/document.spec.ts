import type { BrowserContext, Frame, Page } from "playwright"
import { expect, test } from "playwright/test"
import { launchChromium } from "../browser/chromium"
import { findFaults } from "../browser/find-faults"
import { serveHarness } from "./harness/serve"
import { states } from "./harness/states"

// The real components in a frame on a page, as the bridge mounts them: what only a browser with layout can tell.

let harness: Awaited<ReturnType<typeof serveHarness>>
let context: BrowserContext
let page: Page

test.describe.configure({ mode: "serial" })
test.beforeAll(async () => {
  harness = await serveHarness()
  context = await launchChromium({ viewport: { width: 900, height: 800 } })
})
test.afterAll(async () => {
  await context?.close()
  await harness?.close()
})
test.beforeEach(async () => {
  page = await context.newPage()
})
test.afterEach(async () => {
  await page.close()
})

/** Opens a state, and waits until the frame is as large as its content asks. */
async function open(query: string): Promise<Frame> {
  await page.goto(`${harness.address}/page.html?${query}`)
  await settled()
  const frame = page.frames().find((each) => each.url().includes("frame.html"))
  if (!frame) throw new Error("The overlay's frame is missing")
  return frame
}

/** The overlay's size is what was last asked for, within the limits of the window. */
async function settled(): Promise<void> {
  await page.waitForFunction(() => {
    const { cuelightActions } = window as unknown as {
      cuelightActions: { type: string; height: number; width: number }[]
    }
    const asked = cuelightActions.findLast(({ type }) => type === "size")
    const box = document.querySelector("#overlay")!.getBoundingClientRect()
    return (
      asked &&
      box.width > 0 &&
      Math.abs(box.height - Math.min(asked.height, Math.floor(innerHeight * 0.6))) < 1
    )
  })
}

const box = async () => (await page.locator("#overlay").boundingBox())!
const actions = () =>
  page.evaluate(() => (window as unknown as { cuelightActions: { type: string }[] }).cuelightActions)

test("the pill is 40 pixels high, and as wide as its words", async () => {
  const frame = await open("state=missed&mode=pill")
  const { width, height } = await box()
  expect(height).toBe(40)
  const pill = await frame.locator(".cue-pill").boundingBox()
  expect(Math.abs((pill?.width ?? 0) - width)).toBeLessThanOrEqual(1)
  expect(width).toBeLessThan(320)
})

test("the open overlay is 320 wide and at most 60 % of the window high, and scrolls inside", async () => {
  const frame = await open("state=statuses")
  const { width, height } = await box()
  expect(width).toBe(320)
  expect(height).toBeLessThanOrEqual(480)
  const last = frame.locator("[data-cue=event]").last()
  await expect(last).not.toBeInViewport()
  await frame.locator(".cue-scroller").focus()
  await page.keyboard.press("End")
  await expect(last).toBeInViewport()
  await expect(frame.locator(".cue-clock")).toBeInViewport()
})

test("a short journey is shown whole, and the frame follows what is opened and closed", async () => {
  const frame = await open("state=healthy")
  const before = await box()
  expect(await frame.evaluate(() => document.querySelector(".cue-scroller")!.scrollHeight)).toBe(
    await frame.evaluate(() => document.querySelector(".cue-scroller")!.clientHeight),
  )
  const row = frame.locator('[data-cue-id="abandoned-cart"] > button')
  await row.click()
  await expect.poll(async () => (await box()).height).toBeGreaterThan(before.height)
  await row.click()
  await expect.poll(async () => (await box()).height).toBe(before.height)
})

test("beside the overlay every click is the page's", async () => {
  await open("state=missed&mode=pill")
  const { x, y, width, height } = await box()
  const beside = [
    [x - 2, y + height / 2],
    [x + width + 2, y + height / 2],
    [x + width / 2, y - 2],
    [x + width / 2, y + height + 2],
  ]
  for (const [left, top] of beside) {
    const tag = await page.evaluate(
      ([a, b]) => document.elementFromPoint(a!, b!)?.closest("#overlay"),
      [left, top],
    )
    expect(tag).toBeNull()
  }
})

test("opening and collapsing by keyboard keeps the focus in the overlay", async () => {
  const frame = await open("state=healthy&mode=pill")
  await frame.locator(".cue-pill").focus()
  await page.keyboard.press("Enter")
  await expect(frame.getByRole("button", { name: "Make small" })).toBeFocused()
  await settled()
  expect((await box()).width).toBe(320)
  await page.keyboard.press("Escape")
  await expect(frame.locator(".cue-pill")).toBeFocused()
  await settled()
  expect((await box()).height).toBe(40)
})

test("it is moved by the pointer, also when the pointer runs ahead", async () => {
  await open("state=healthy&mode=pill")
  const before = await box()
  await page.mouse.move(before.x + 60, before.y + 20)
  await page.mouse.down()
  await page.mouse.move(before.x - 140, before.y - 280, { steps: 5 })
  await page.mouse.up()
  await expect.poll(box).toEqual({ ...before, x: before.x - 200, y: before.y - 300 })
  expect((await actions()).filter(({ type }) => type === "mode")).toEqual([])
})

test("the error of a map leads to its place in the text", async () => {
  const frame = await open("state=broken-map")
  await frame.getByRole("button", { name: "See what is wrong" }).click()
  await frame.getByRole("button", { name: "Paste a map" }).click()
  const area = frame.getByRole("textbox")
  await area.fill(Array.from({ length: 40 }, (_, index) => `line ${index + 1} with words`).join("\n"))
  await frame.getByRole("button", { name: "line 12, column 5" }).click()
  await expect(area).toBeFocused()
  const selected = await area.evaluate((element: HTMLTextAreaElement) =>
    element.value.slice(element.selectionStart, element.selectionEnd),
  )
  expect(selected).toBe(" 12 with words")
})

// From 336 pixels on the overlay has the same width in every window.
for (const width of [400, 280])
  test(`nothing is wider than the overlay in a window of ${width}, in no state or language`, async () => {
    await page.setViewportSize({ width, height: 700 })
    for (const language of ["en", "ru"]) {
      await page.emulateMedia({ colorScheme: language === "en" ? "light" : "dark", reducedMotion: "reduce" })
      for (const state of Object.keys(states)) {
        const frame = await open(`state=${state}&language=${language}`)
        const over = await frame.evaluate(() =>
          [
            ...document.querySelectorAll(
              ".cue-open, .cue-header-row, .cue-scroller, .cue-clock-steps, .cue-section",
            ),
          ]
            .filter((element) => element.scrollWidth > element.clientWidth + 1)
            .map(({ className, scrollWidth, clientWidth }) => `${className} ${scrollWidth} > ${clientWidth}`),
        )
        expect(over, `${state} ${language}`).toEqual([])
        // What assistive technology and weak eyes find is the same at every width.
        if (width === 400) expect.soft(await findFaults(frame), `${state} ${language}`).toEqual([])
      }
    }
  })

test("beside its round corners the page shows through, also in the dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    const frame = await open("state=healthy&mode=pill")
    expect(await frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      "rgba(0, 0, 0, 0)",
    )
    expect(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("normal")
  }
})

test("nothing moves for those who asked for that", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" })
  const frame = await open("state=missed")
  await frame.locator(".cue-row-missed button").click()
  expect(await frame.evaluate(() => document.getAnimations().length)).toBe(0)
})

test("everything that can be pressed is at least 24 pixels high, and has a name", async () => {
  const frame = await open("state=missed")
  await frame.getByRole("button", { name: "Menu" }).click()
  const small = await frame.evaluate(() =>
    [...document.querySelectorAll("button:not(.cue-link)")]
      .filter((button) => button.getBoundingClientRect().height < 24)
      .map((button) => button.outerHTML.slice(0, 80)),
  )
  expect(small).toEqual([])
  for (const button of await frame.getByRole("button").all())
    expect(await button.ariaSnapshot()).toMatch(/"[^"]+"/)
})
