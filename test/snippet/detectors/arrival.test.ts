// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest"
import { arrival } from "../../../snippet/detectors/arrival"
import { openPage, watchDetector } from "../watch-detector"

afterEach(() => vi.restoreAllMocks())

const arrive = (address: string) => {
  openPage(address, "")
  return watchDetector(arrival)
}

test.each([
  ["/?utm_medium=email&utm_source=altcraft&utm_campaign=cart-1", { channel: "email", campaign: "cart-1" }],
  ["/?utm_medium=E-Mail", { channel: "email" }],
  ["/?utm_medium=newsletter&utm_campaign=digest", { channel: "email", campaign: "digest" }],
  ["/?utm_medium=sms&utm_campaign=sale", { channel: "sms", campaign: "sale" }],
  ["/?utm_medium=web-push&utm_campaign=p1", { channel: "push", campaign: "p1" }],
  ["/?utm_medium=whatsapp", { channel: "messenger" }],
  ["/?mc_cid=9f3a&mc_eid=1", { channel: "email", campaign: "9f3a" }],
  ["/?_kx=abc", { channel: "email" }],
])("%s is a message that was clicked", (address, props) => {
  expect(arrive(address).sightings).toEqual([
    { name: "message_clicked", source: "url", at: expect.any(Number), props },
  ])
})

test.each([
  ["an advertisement", "/?utm_medium=cpc&utm_source=google&gclid=1"],
  ["a post", "/?utm_medium=social&utm_source=telegram"],
  ["a page without a campaign", "/vase"],
  ["a campaign without a medium", "/?utm_campaign=email"],
  ["the site's own parameter", "/?email=1&push=2"],
])("%s is none", (_title, address) => expect(arrive(address).sightings).toEqual([]))

test("neither an e-mail address nor a person's id is told", () => {
  const { sightings } = arrive("/?utm_medium=email&mc_cid=anna@mail.example&mc_eid=person7&_kx=person8")
  expect(JSON.stringify(sightings)).not.toMatch(/anna|person/)
})

test("reloading, going back and moving on in one document are no second click", () => {
  const { sightings, visit } = arrive("/?utm_medium=email")
  visit("navigate")
  visit("restored")
  expect(sightings).toHaveLength(1)
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([
    { type: "reload" } as unknown as PerformanceEntry,
  ])
  expect(arrive("/?utm_medium=email").sightings).toEqual([])
})

test("a link of the site itself is no message", () => {
  vi.spyOn(document, "referrer", "get").mockReturnValue("https://shop.example/account")
  expect(arrive("/?utm_medium=email").sightings).toEqual([])
})
