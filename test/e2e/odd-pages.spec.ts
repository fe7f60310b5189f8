import type { Page } from "playwright/test"
import { expect, findOverlay, overlayFrame, test } from "./fixtures"
import { cue, freshOverlay, openProduct } from "./walk"

// What pages do that takes an overlay away, covers it, or makes it dead. Of each the same is asked: a person's click
// in the overlay is the overlay's, and it has its own size.

test.use({ viewport: { width: 900, height: 700 } })

/**
 * Opens the menu, or closes it the next time, by the mouse as a person does: an overlay that is covered or inert does
 * not feel it. It grows and moves by itself meanwhile, so that a click may miss once.
 */
async function expectUsable(page: Page, what: string): Promise<void> {
  const overlay = await overlayFrame(page)
  const back = overlay.getByRole("button", { name: "Back", exact: true })
  const wasOpen = await back.isVisible()
  await expect(async () => {
    if ((await back.isVisible()) === wasOpen) {
      const box = await (wasOpen ? back : overlay.getByRole("button", { name: "Menu" })).boundingBox()
      if (!box) throw new Error("It is not shown.")
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    }
    await expect(back).toHaveCount(wasOpen ? 0 : 1, { timeout: 500 })
    expect(await (await overlay.frameElement()).boundingBox()).toMatchObject({ width: 320 })
  }, what).toPass({ intervals: [50, 100, 250] })
}

const layerOverAll = `globalThis.layer = document.createElement("div"); layer.popover = "manual"; layer.style = "inset: 0; width: 100vw; height: 100vh; z-index: 2147483647"; document.documentElement.append(layer); layer.showPopover()`

const openInShadow = `
const host = document.createElement("div")
document.body.append(host)
const root = host.attachShadow({ mode: "closed" })
root.innerHTML = "<dialog><button>Close</button></dialog>"
root.firstChild.showModal()
globalThis.closeShadow = () => { root.firstChild.close(); host.remove() }`

/** An element of the page fills the screen; where the page has none, it gets one. */
async function fillScreen(page: Page, name: "main" | "video" | "iframe"): Promise<void> {
  await page.evaluate((wanted) => {
    const known = document.querySelector(wanted)
    const element = known ?? document.body.appendChild(document.createElement(wanted))
    const heading = document.querySelector("h1") as HTMLElement
    heading.onclick = () => void element.requestFullscreen()
  }, name)
  await page.locator("h1").click()
  await page.waitForFunction("document.fullscreenElement")
}

/** In the order in which they come, and how each of them ends. */
const oddities: [what: string, begin: string, end: string][] = [
  [
    "all of the page is inert",
    `document.documentElement.inert = true`,
    `document.documentElement.inert = false`,
  ],
  [
    "a sheet against everything",
    `sheet.textContent = "* { display: none !important; transform: scale(0) !important; opacity: 0 !important; visibility: hidden !important; filter: blur(9px) !important; clip-path: inset(50%) !important; user-select: none !important; pointer-events: none !important } html, body { display: block !important; contain: strict !important }"`,
    `sheet.textContent = ""`,
  ],
  ["an enlarged page", `sheet.textContent = "html { zoom: 2 }"`, `sheet.textContent = ""`],
  [
    "a page from right to left, and downwards",
    `document.dir = "rtl"; sheet.textContent = "html { writing-mode: vertical-rl; letter-spacing: 4px }"`,
    `document.dir = ""; sheet.textContent = ""`,
  ],
  ["a layer over everything", layerOverAll, `layer.remove()`],
  ["a modal dialog in a closed shadow root", openInShadow, `closeShadow()`],
  [
    "two modal dialogs, the upper one before the lower",
    `globalThis.dialogs = ["lower", "upper"].map((name) => { const dialog = document.createElement("dialog"); dialog.innerHTML = "<button>Close</button>"; document.body.prepend(dialog); dialog.showModal(); return dialog })`,
    `for (const dialog of dialogs) dialog.remove()`,
  ],
]

test("who writes in the page goes on writing while the overlay comes, and comes to the top again", async ({
  page,
  shop,
}) => {
  await page.addInitScript(() => {
    addEventListener("blur", ({ target }) => Object.assign(globalThis, { left: String(target) }), true)
    addEventListener("DOMContentLoaded", () => document.querySelector<HTMLElement>("[type=search]")?.focus())
  })
  await openProduct(page, shop)
  const { x, y } = (await (await (await freshOverlay(page)).frameElement()).boundingBox()) ?? { x: 0, y: 0 }
  const top = (at: { x: number; y: number }) => document.elementFromPoint(at.x, at.y)?.localName
  const middle = { x: x + 100, y: y + 20 }
  const overlay = await page.evaluate(top, middle)
  await page.evaluate(`{ ${layerOverAll} }`)
  expect(overlay).toMatch(/^cue-/)
  await expect.poll(() => page.evaluate(top, middle)).toBe(overlay)
  await page.keyboard.type("vase")
  await expect(page.getByRole("searchbox")).toHaveValue("vase")
  expect(await page.evaluate("globalThis.left")).toBeUndefined()
})

test("whatever a page does to it, it can be used and has its own size, or the person hears why not", async ({
  page,
  shop,
  extension,
}) => {
  await openProduct(page, shop)
  await freshOverlay(page)
  await page.evaluate(`globalThis.sheet = document.head.appendChild(document.createElement("style"))`)
  for (const [what, begin, end] of oddities) {
    await page.evaluate(`{ ${begin} }`)
    await expectUsable(page, what)
    await page.evaluate(`{ ${end} }`)
  }

  await fillScreen(page, "main")
  await expectUsable(page, "a part of the page fills the screen")
  await page.evaluate("document.exitFullscreen()")
  await page.waitForFunction("!document.fullscreenElement")

  // A film shows nothing that lies in it, and takes what is beside the overlay as before.
  await fillScreen(page, "video")
  await expectUsable(page, "a film fills the screen")
  await page.mouse.move(100, 300)
  await expect.poll(() => page.evaluate("document.elementFromPoint(100, 300).localName")).toBe("video")
  await page.evaluate("document.exitFullscreen()")
  await page.waitForFunction("!document.fullscreenElement")
  // A frame does not even tell where the pointer is: the light says why nothing can be clicked.
  await fillScreen(page, "iframe")
  const light = cue(await overlayFrame(page), "health", "overlay-asleep")
  await expect(light.first()).toBeAttached()
  await page.evaluate("document.exitFullscreen()")
  await expect(light).toHaveCount(0)

  // Small windows and forced colours are nothing to the page, and all to us.
  await page.setViewportSize({ width: 320, height: 240 })
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" })
  const overlay = await freshOverlay(page)
  await expect.poll(async () => (await (await overlay.frameElement()).boundingBox())?.width).toBe(304)
  expect(await overlay.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  )
  await page.emulateMedia({ media: "print" })
  await expect.poll(async () => (await overlay.frameElement()).isVisible()).toBe(false)
  await page.emulateMedia({ media: "screen" })
  await page.setViewportSize({ width: 900, height: 700 })

  // A page that opens layer after layer over it has its will; it can be used again where the page comes to an end.
  await page.evaluate(() => {
    const next = () => {
      const layer = document.createElement("div")
      layer.className = "layer"
      layer.popover = "manual"
      layer.style.cssText = "inset: 0; width: 100vw; height: 100vh"
      for (const each of document.querySelectorAll(".layer")) each.remove()
      document.documentElement.append(layer)
      layer.showPopover()
    }
    Object.assign(globalThis, { covering: setInterval(next, 20) })
  })
  const covered = cue(await overlayFrame(page), "health", "overlay-covered")
  await expect(covered.first()).toBeAttached()
  await page.evaluate(`clearInterval(covering); document.querySelector(".layer").remove()`)
  await expectUsable(page, "a page that has opened layers")
  await expect(covered).toHaveCount(0)

  // What does not belong into <html> is removed by this page as soon as it comes.
  await page.evaluate(() => {
    const { documentElement: root, head, body } = document
    const clean = () => {
      for (const each of [...root.children]) if (each !== head && each !== body) each.remove()
    }
    new MutationObserver(clean).observe(root, { childList: true })
    clean()
  })
  await expectUsable(page, "a page that keeps <html> clean")

  // One that wants none anywhere has its will, and the icon and the side panel say so.
  const tabId = await (await overlayFrame(page)).evaluate(async () => (await chrome.tabs.getCurrent())?.id)
  await page.evaluate(() => {
    const clean = () => {
      for (const each of document.querySelectorAll("*")) if (each.localName.startsWith("cue-")) each.remove()
    }
    new MutationObserver(clean).observe(document, { childList: true, subtree: true })
    clean()
  })
  await expect.poll(() => findOverlay(page)).toBeUndefined()
  const badge = async () =>
    (await extension.worker()).evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId)
  await expect.poll(badge).toBe("!")
  const panel = await page.context().newPage()
  await panel.goto(extension.address(`sidepanel.html?tab=${tabId}#health`))
  await expect(panel.getByRole("tabpanel")).toContainText("Open the side panel")
})
