import type { Frame, Page } from "playwright/test"
import { expect, test } from "./fixtures"
import { cue, freshOverlay, signUp } from "./walk"

// Pages without the tag, whose forms the browser sends: what comes of them only the next page knows.
test.use({ shopOptions: { snippet: false, popup: false } })

const submit = async (page: Page, form: string, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) await page.fill(`${form} [name="${name}"]`, value)
  await page.click(`${form} [type="submit"]`)
  await expect(page.locator(`${form} .error, ${form} [aria-invalid="true"]`).first()).toBeVisible()
}
const told = (overlay: Frame, name: string) => cue(overlay, "event", name)

test("a registration and a login are told when the shop has taken them, and not when it refuses", async ({
  page,
  shop,
  extension,
}) => {
  await signUp(page, shop)
  await expect(told(await freshOverlay(page), "sign_up")).toHaveCount(1)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await page.getByRole("button", { name: "Log out" }).click()

  await page.goto(`${shop.url}/account`)
  await submit(page, "#log-in", { email: "anna@mail.example", password: "not this one" })
  await submit(page, "#sign-up", { name: "Anna", email: "anna@mail.example", password: "another secret" })
  // The shop takes this one, and what it refused before would have been told before it.
  await page.fill('#log-in [name="email"]', "anna@mail.example")
  await page.fill('#log-in [name="password"]', "correct horse battery")
  await page.click('#log-in [type="submit"]')
  await expect(page.getByRole("button", { name: "Log out" })).toBeVisible()
  const worker = await extension.worker()
  const names = () =>
    worker.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("cuelight")
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const rows = await new Promise<unknown[]>((resolve) => {
        const request = database.transaction("events").objectStore("events").getAll()
        request.onsuccess = () => resolve(request.result)
      })
      database.close()
      return rows.map((row) => /"name":"(sign_up|login)"/.exec(JSON.stringify(row))?.[1]).filter(Boolean)
    })
  await expect.poll(names).toEqual(["sign_up", "login"])
})
