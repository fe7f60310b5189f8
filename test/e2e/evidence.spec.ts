import type { Page } from "playwright/test"
import type { EvidenceAction, SourcesState } from "../../extension/evidence/state"
import type { PageMessage } from "../../extension/messages"
import { makeWorkbook, serialOf } from "../evidence/file/workbook"
import { type MailServer, startMailServer } from "../evidence/mail-server"
import { Automation, type Habit } from "../shop/automation"
import type { Shop, ShopOptions } from "../shop/shop"
import { expect, overlayFrame, test } from "./fixtures"
import type { ExtensionUnderTest } from "./fixtures-extension"
import { addToCart, buy, clock, expectFollowUp, freshOverlay, openProduct, signUp } from "./walk"

const reminderMap = JSON.stringify({
  cuelight: 1,
  id: "reminders",
  name: "Reminders",
  timeZone: "UTC",
  touchpoints: [
    {
      event: "purchase",
      on: "visible",
      selector: "[data-order-number]",
      props: { transaction_id: "@data-order-number" },
    },
  ],
  stages: [{ id: "awareness", name: "Awareness" }],
  channels: { email: { address: "email" } },
  messages: { reminder: { name: "Cart reminder", match: { subject: "*shelf*" } } },
  scenarios: [
    {
      id: "cart",
      name: "Cart",
      trigger: { event: "add_to_cart" },
      goal: { event: "purchase" },
      steps: [{ id: "mail", after: "1h", grace: "15m", channel: "email", message: "reminder" }],
    },
  ],
})

let inbox: MailServer
test.beforeAll(async () => {
  inbox = await startMailServer()
})
test.afterAll(() => inbox?.close())

/** The options page, where the person connects sources, and from which a test may ask the worker. */
async function openOptions(extension: ExtensionUnderTest) {
  const page = await extension.context.newPage()
  await page.goto(extension.address("options.html"))
  const ask = (message: PageMessage) =>
    page.evaluate((given) => {
      const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome
      return runtime.sendMessage(given)
    }, message)
  return { page, ask, act: (action: EvidenceAction) => ask({ type: "evidence-action", action }) }
}

const hostOf = ({ url }: Shop) => new URL(url).host

/** A visitor with an account fills the cart of a shop whose automation has this habit; the inbox is connected. */
async function leaveCart(
  page: Page,
  extension: ExtensionUnderTest,
  open: (options: ShopOptions) => Promise<Shop>,
  habit: Habit,
) {
  const automation = new Automation({ smtpPort: inbox.smtpPort, habit })
  const shop = await open({ automation, popup: false })
  // What another shop of this test has sent is not in it any more.
  await inbox.clear()
  await signUp(page, shop)
  const options = await openOptions(extension)
  await options.ask({
    type: "options-action",
    action: { type: "map-text", site: hostOf(shop), text: reminderMap, fileName: "map.json" },
  })
  await openProduct(page, shop)
  await addToCart(page)
  await expect.poll(() => automation.waits).toBe(true)
  const overlay = await freshOverlay(page)
  await expectFollowUp(overlay, "cart/mail", "scheduled")
  return { shop, automation, options, overlay }
}

const form = (shop: Shop) => ({
  id: null,
  site: hostOf(shop),
  connector: "maildev",
  settings: { url: inbox.url },
  recipient: "",
  keptSince: Date.now(),
})

/** An export of mails to somebody else: it is read by the built page, and proves nothing of this visitor. */
async function importWorkbook(settings: Page) {
  const rows = [1, 2].map((second) => [
    "boris@example.test",
    serialOf(Date.now() + second * 1_000),
    "Your shelf",
  ])
  const buffer = Buffer.from(makeWorkbook({ Sent: [["Email", "Sent at", "Subject"], ...rows] }))
  await settings.getByRole("button", { name: "Import a file" }).click()
  await settings
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "sent.xlsx", mimeType: "application/x", buffer })
  await expect(settings.locator('[data-cue="file-summary"]')).toContainText(
    "2 pieces of evidence out of 2 rows",
  )
  await settings.getByLabel("Only a part").check()
  await settings.getByRole("button", { name: "Import", exact: true }).click()
  await expect(settings.locator('[data-cue="file-taken"]')).toContainText(
    "2 are of people whom this site does not know",
  )
  await settings.getByRole("button", { name: "Close" }).click()
  await expect(settings.locator('[data-cue="source"][data-cue-id="file"]')).toContainText("sent.xlsx")
}

test("a connected inbox settles what it has got, and what it has not is missed", async ({
  page,
  extension,
  openShop,
}) => {
  const { automation, options, overlay } = await leaveCart(page, extension, openShop, "on-time")
  const settings = options.page
  await settings.bringToFront()
  await settings.getByRole("button", { name: "Connect a source" }).click()
  await settings.getByLabel("Service").selectOption({ label: "MailDev" })
  await settings.getByLabel("Address", { exact: true }).fill("http://127.0.0.1:9")
  await settings.getByRole("button", { name: "Try it" }).click()
  await expect(settings.locator('[data-cue="source-test"]')).toContainText("No connection")
  await settings.getByLabel("Address", { exact: true }).fill(inbox.url)
  await settings.getByRole("button", { name: "Try it" }).click()
  await expect(settings.locator('[data-cue="source-test"][data-cue-status="good"]')).toBeVisible()
  await settings.getByRole("button", { name: "Allow and save" }).click()
  await expect(settings.locator('[data-cue="source"]')).toContainText("Watches: e-mail")
  await importWorkbook(settings)

  await page.bringToFront()
  // Looked for, and not there: only now may it be called missed.
  await clock(overlay, "+1 day")
  await expectFollowUp(overlay, "cart/mail", "missed")
  await automation.runUntil(automation.dueAt)
  await clock(overlay, "+1 h")
  await expectFollowUp(overlay, "cart/mail", "sent")
  await expect(overlay.locator('[data-cue-status="missed"]')).toHaveCount(0)
  automation.close()
})

test("nothing is lost and nothing doubled when the worker ends between two polls", async ({
  page,
  extension,
  openShop,
}) => {
  const { shop, automation, options, overlay } = await leaveCart(page, extension, openShop, "twice")
  await options.act({ type: "save", form: form(shop) })
  await automation.runUntil(automation.dueAt)
  const countFound = async () => {
    const { sources } = (await options.ask({ type: "sources-state" })) as SourcesState
    return sources.map(({ found, problem }) => `${found} ${problem?.code ?? "good"}`)
  }
  await extension.killServiceWorker()
  await options.act({ type: "look-site", site: hostOf(shop) })
  expect(await countFound()).toEqual(["2 good"])
  await options.act({ type: "look-site", site: hostOf(shop) })
  expect(await countFound()).toEqual(["2 good"])
  // Who wakes the next worker.
  const alarm = await (await extension.worker()).evaluate(() => {
    const { alarms } = (globalThis as unknown as { chrome: typeof chrome }).chrome
    return alarms.get("look-for-evidence")
  })
  expect(alarm?.periodInMinutes).toBe(0.5)
  await page.bringToFront()
  await clock(overlay, "+1 day")
  await expectFollowUp(overlay, "cart/mail", "sent")
  automation.close()
})

test("mail after the purchase should not have been sent", async ({ page, extension, openShop }) => {
  const { shop, automation, options } = await leaveCart(page, extension, openShop, "after-purchase")
  await options.act({ type: "save", form: form(shop) })
  await page.bringToFront()
  await buy(page, shop)
  const overlay = await freshOverlay(page)
  await automation.runUntil(automation.dueAt)
  await clock(overlay, "+1 day")
  await expectFollowUp(overlay, "cart/mail", "skipped")
  automation.close()
})

/** Due at once, so that nothing need be waited for; the second mail is known by nothing yet. */
const atOnceMap = JSON.stringify({
  ...JSON.parse(reminderMap),
  id: "at-once",
  channels: { email: {}, sms: {} },
  messages: {
    reminder: { name: "Cart reminder", match: { subject: "*shelf*" } },
    second: { name: "Second mail" },
  },
  scenarios: [
    {
      id: "cart",
      name: "Cart",
      trigger: { event: "add_to_cart" },
      steps: [
        { id: "mail", grace: "1h", channel: "email", message: "reminder" },
        { id: "second", from: "trigger", grace: "1h", channel: "email", message: "second" },
        { id: "text", from: "trigger", grace: "1h", channel: "sms" },
      ],
    },
  ],
})

/** Everything that the extension has written down, as text. */
const dump = (page: Page) =>
  page.evaluate(async () => {
    const kept: unknown[] = [
      await chrome.storage.local.get(null),
      await chrome.storage.session.get(null),
      ...Object.entries(localStorage),
    ]
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name ?? "")
        opening.onsuccess = () => done(opening.result)
        opening.onerror = () => fail(opening.error)
      })
      for (const store of database.objectStoreNames)
        kept.push(
          await new Promise((done, fail) => {
            const asking = database.transaction(store).objectStore(store).getAll()
            asking.onsuccess = () => done(asking.result)
            asking.onerror = () => fail(asking.error)
          }),
        )
      database.close()
    }
    return JSON.stringify(kept)
  })

test("an open inbox that is switched on, evidence dragged onto its step, and a message marked by hand", async ({
  page,
  extension,
  openShop,
}) => {
  const shop = await openShop({ popup: false, snippet: false })
  await inbox.clear()
  await openProduct(page, shop)
  await freshOverlay(page)
  const options = await openOptions(extension)
  await options.ask({
    type: "options-action",
    action: { type: "map-text", site: hostOf(shop), text: atOnceMap, fileName: "map.json" },
  })
  await page.bringToFront()
  await openProduct(page, shop)
  await addToCart(page)
  const overlay = await freshOverlay(page)
  await expectFollowUp(overlay, "cart/mail", "due")
  const tabId = await overlay.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? -1)
  const panel = await extension.context.newPage()
  await panel.goto(extension.address(`sidepanel.html?tab=${tabId}#evidence`))
  const view = panel.getByRole("tabpanel")
  const step = (id: string) => view.locator(`[data-cue="followup"][data-cue-id="cart/${id}"]`)

  await view.getByLabel("Address of the inbox").fill(inbox.url)
  await view.getByRole("button", { name: "Allow and read" }).click()
  await expect(view.locator('[data-cue="inbox"]')).toContainText(inbox.url)

  const mailbox = await extension.context.newPage()
  await mailbox.goto(inbox.url)
  const expected = (await overlayFrame(mailbox)).locator('[data-cue-id="cart/mail"]')
  await expect(expected).toHaveAttribute("data-cue-status", "due")
  await inbox.send({ to: "anna@mail.example", subject: "SECRET balance 4711", at: Date.now() })
  await inbox.send({ to: "anna@mail.example", subject: "Still on the shelf", at: Date.now() })
  await expect(expected).toHaveAttribute("data-cue-status", "sent")
  expect(mailbox.frames()).toHaveLength(2)
  const kept = await dump(options.page)
  expect(kept).toContain("Still on the shelf")
  expect(kept).not.toContain("SECRET")
  expect(kept).not.toContain(`"site":"${new URL(inbox.url).host}"`)

  await panel.bringToFront()
  await expect(step("mail").locator('[data-cue="evidence"]')).toContainText("its subject fits *shelf*")
  // The same mails from a source: what both have seen is one, what nobody planned belongs to nothing yet.
  await options.act({ type: "save", form: { ...form(shop), keptSince: Date.now() - 60_000 } })
  const loose = view.locator('[data-cue="evidence"][data-cue-status="loose"]')
  await expect(loose).toContainText("SECRET balance")
  await expect(step("mail").locator('[data-cue="evidence"]')).toHaveCount(1)
  // By its text: a list of choices in it cannot be dragged.
  await loose.dragTo(step("second"), { sourcePosition: { x: 12, y: 12 }, targetPosition: { x: 12, y: 12 } })
  await expect(loose).toHaveCount(0)
  await expect(step("second")).toHaveAttribute("data-cue-status", "sent")
  await step("second").getByRole("button", { name: "Always: subject" }).click()
  await expect(step("second").locator('[data-cue="evidence"]')).toContainText("you have assigned it")
  await step("second")
    .getByRole("button", { name: /not this step/ })
    .click()
  await expect(step("second").locator('[data-cue="evidence"]')).toContainText(
    "its subject fits SECRET balance *",
  )

  await step("text").getByRole("button", { name: "Mark as sent" }).click()
  await expect(step("text")).toHaveAttribute("data-cue-status", "sent")
  await expect(step("text")).toContainText("you have said so")
  await step("text")
    .getByRole("button", { name: /I did not get it/ })
    .click()
  await expect(step("text")).toHaveAttribute("data-cue-status", "due")

  await mailbox.bringToFront()
  const frame = await overlayFrame(mailbox)
  await frame.getByRole("button", { name: "Stop reading this inbox" }).click()
  await frame.getByRole("button", { name: "Stop", exact: true }).click()
  await expect.poll(() => mailbox.frames().length).toBe(1)
})
