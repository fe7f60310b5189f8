import type { BrowserContext, Page } from "playwright"
import { findFaults } from "../browser/find-faults"
import { evaluateIn, speakToTarget, type TargetSession } from "../browser/speak-to-target"
import { expect, test } from "./fixtures"
import type { ExtensionUnderTest } from "./fixtures-extension"
import { addToCart, clock, cue, expectStage, freshOverlay, openProduct, standStill } from "./walk"

/** The tab of a page, as Chrome's extensions know it, asked of an extension page that lies in it. */
const tabIdOf = (overlay: Awaited<ReturnType<typeof freshOverlay>>) =>
  overlay.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? -1)

/** A page that Chrome shows beside the tab, opened in a tab of its own, where a test can press its buttons. */
async function openBeside(extension: ExtensionUnderTest, page: Page, address: string): Promise<Page> {
  const beside = await page.context().newPage()
  await beside.goto(extension.address(address))
  return beside
}

const popupOf = async (extension: ExtensionUnderTest, tabId: number) =>
  (await extension.worker()).evaluate((id) => chrome.action.getPopup({ tabId: id }), tabId)

async function speakTo(context: BrowserContext, address: RegExp): Promise<TargetSession> {
  const found: { session: TargetSession | null } = { session: null }
  await expect
    .poll(async () => {
      found.session ??= await speakToTarget(context, ({ type, url }) => type !== "tab" && address.test(url))
      return found.session !== null
    })
    .toBe(true)
  return found.session as unknown as TargetSession
}

test.describe("the side panel", () => {
  test.use({ build: "chrome-mv3-prod", shopOptions: { snippet: false } })

  test("follows a journey from the icon to the clock, and keeps to itself what is pretended", async ({
    page,
    shop,
    extension,
  }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    let overlay = await freshOverlay(page)
    const tabId = await tabIdOf(overlay)
    await expect.poll(() => popupOf(extension, tabId)).toContain("popup.html")

    const panel = await openBeside(extension, page, `sidepanel.html?tab=${tabId}`)
    const view = panel.getByRole("tabpanel")
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "awareness")

    await page.bringToFront()
    await addToCart(page)
    overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "intent")

    await panel.bringToFront()
    await panel.getByRole("tab", { name: "Now" }).focus()
    await panel.keyboard.press("ArrowDown")
    await expect(panel.getByRole("tab", { name: "Scenarios" })).toBeFocused()
    await expect(view).toHaveAttribute("data-view", "scenarios")
    await view.locator('[data-cue-id="abandoned-cart"] > button').click()
    await expect(view).toContainText("then no purchase")

    await panel.getByRole("tab", { name: "Clock" }).click()
    await expect(view.getByRole("slider")).toBeVisible()
    await view.getByRole("button", { name: "Pretend", exact: true }).click()
    await expect(view.getByText("Compared with what is")).toBeVisible()
    await panel.getByRole("tab", { name: "Now" }).click()
    await expect(view).toContainText("did not happen")
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "purchase")
    await expect(cue(overlay, "stage").first()).toHaveAttribute("data-cue-id", "intent")
    await view.getByRole("button", { name: "Discard" }).click()
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "intent")

    // The overlay's clock is the site's: the panel says that it is moved, and brings it back.
    await page.bringToFront()
    await clock(overlay, "+1 h")
    await panel.bringToFront()
    await view.getByRole("button", { name: "Back to now" }).click()
    await page.bringToFront()
    await expect(overlay.getByRole("button", { name: "Back to now" })).toHaveCount(0)

    const popup = await openBeside(extension, page, `tabs/popup.html?tab=${tabId}`)
    await expect(popup.getByRole("heading", { level: 1 })).toHaveText("Intent")
    await expect(popup.locator('[data-cue="health"]')).toHaveAttribute("data-cue-status", "ok")
    await expect(popup.locator('[data-count="running"]')).toHaveText("0 scenarios run")
    await expect(popup.getByRole("switch", { name: "Always audit this site" })).toHaveAttribute(
      "aria-checked",
      "false",
    )
    for (const colorScheme of ["light", "dark"] as const) {
      await popup.emulateMedia({ colorScheme })
      expect(await findFaults(popup), colorScheme).toEqual([])
    }
    const shown = popup.getByRole("switch", { name: "Show the overlay on this site" })
    await shown.click()
    await expect(shown).toHaveAttribute("aria-checked", "false")
    await expect.poll(() => popupOf(extension, tabId)).toBe("")
  })

  test("begins a new visitor, comes back to one that was kept, and pretends for itself alone", async ({
    page,
    shop,
    extension,
  }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    await freshOverlay(page)
    await addToCart(page)
    let overlay = await freshOverlay(page)
    await expectStage(overlay, "intent")
    const panel = await openBeside(extension, page, `sidepanel.html?tab=${await tabIdOf(overlay)}#visitor`)
    const view = panel.getByRole("tabpanel")
    const stage = panel.locator('header [data-cue="stage"]')
    await expect(stage).toHaveAttribute("data-cue-id", "intent")

    // By the keys alone: a name, Enter, and on to the button.
    await view.getByRole("textbox", { name: "Name for this visitor" }).focus()
    await panel.keyboard.type("Anna")
    await panel.keyboard.press("Enter")
    await expect(view.getByText("Anna").first()).toBeVisible()
    await view.getByRole("button", { name: "New visitor" }).focus()
    await panel.keyboard.press("Enter")
    await expect(view).toContainText("A new visitor: nothing was done yet")

    await page.bringToFront()
    await page.goto(shop.url)
    overlay = await freshOverlay(page)
    await expectStage(overlay, "awareness")
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(0)

    await panel.bringToFront()
    await expect(stage).toHaveAttribute("data-cue-id", "awareness")
    await view.getByRole("button", { name: "Go on as this one Anna" }).click()
    await expect(stage).toHaveAttribute("data-cue-id", "intent")
    await expectStage(overlay, "intent")

    await view.getByRole("textbox", { name: "Trait", exact: true }).fill("vip")
    await view.getByRole("textbox", { name: "Value", exact: true }).fill("true")
    await panel.keyboard.press("Enter")
    await expect(view.getByText("pretended", { exact: true })).toBeVisible()
    await view.getByRole("combobox").first().selectOption({ label: "Pretend: in it" })
    await expect(view.getByText("pretended", { exact: true })).toHaveCount(2)
    // What is pretended is the panel's alone: another panel knows nothing of it.
    const other = await openBeside(extension, page, panel.url().replace(/^.*\//, ""))
    await expect(other.getByRole("tabpanel")).toContainText("Anna")
    await expect(other.getByText("pretended", { exact: true })).toHaveCount(0)
  })

  test("opens beside the page from the button of the overlay, and from the popup", async ({
    page,
    shop,
    extension,
  }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    const overlay = await freshOverlay(page)
    await standStill(overlay)
    await overlay.getByRole("button", { name: "Open the side panel" }).click()
    const contexts = async () =>
      (await extension.worker()).evaluate(async () => {
        const open = await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] })
        return open.length
      })
    await expect.poll(contexts).toBe(1)

    // The browser names the keys in its own language.
    const commands = (await extension.worker()).evaluate(() => chrome.commands.getAll())
    expect((await commands).map(({ name, description }) => [name, description])).toEqual([
      ["_execute_action", ""],
      ["open-panel", "Open the side panel"],
    ])
    // The key audits what is not audited yet. No test can press it; without the right that the press would lend, the icon
    // says so.
    await openProduct(await page.context().newPage(), shop)
    const badge = () =>
      extension.worker().then((worker) =>
        worker.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
          return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id })
        }),
      )
    expect(await badge()).toBe("")
    const press = async (command: string) =>
      (await extension.worker()).evaluate(
        async ([name, url]) => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
          const { onCommand } = chrome.commands as unknown as {
            onCommand: { dispatch(...told: unknown[]): void }
          }
          onCommand.dispatch(name, { ...tab, url })
        },
        [command, shop.url],
      )
    await press("another")
    expect(await badge()).toBe("")
    await press("open-panel")
    await expect.poll(badge).toBe("–")
  })

  test("is a panel of DevTools too", async ({ page, shop, extension }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    await freshOverlay(page)
    const { context } = extension
    const pageSession = await context.newCDPSession(page)
    const { targetInfo } = await pageSession.send("Target.getTargetInfo")
    const session = await context.browser()!.newBrowserCDPSession()
    // Newer than the protocol that Playwright describes.
    const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>
    await send("Target.openDevTools", { targetId: targetInfo.targetId })
    // Asked for anything before it is up, DevTools fails.
    await speakTo(context, /\/devtools\.html$/)
    const devTools = await speakTo(context, /^devtools:/)
    // As a press of its tab in DevTools does.
    const show = `import("./ui/legacy/legacy.js").then(async ({ ViewManager }) => {
      const views = ViewManager.ViewManager.instance()
      const [id] = [...views.views.keys()].filter((each) => each.includes("${extension.id}"))
      if (id) await views.showView(id)
      return id ?? ""
    })`
    await expect.poll(() => evaluateIn(devTools, show)).toContain("Cuelight")
    const panel = await speakTo(context, /\/sidepanel\.html\?tab=\d+$/)
    const stage = `document.querySelector('header [data-cue="stage"]')?.dataset.cueId`
    await expect.poll(() => evaluateIn(panel, stage)).toBe("awareness")
    await addToCart(page)
    await expect.poll(() => evaluateIn(panel, stage)).toBe("intent")
  })
})
