import { expect, test } from "vitest"
import { coverageOf, watch } from "../../extension/worker/coverage"
import { newSiteRecord, siteOf } from "../../extension/worker/site-record"

const record = (at = 1_000) => newSiteRecord("shop.example", at)

test("on-page channels are watched since the recorder looks", () => {
  expect(coverageOf(record(), ["popup", "email"], 5_000)).toEqual([
    { channel: "popup", from: 1_000, to: 5_000 },
  ])
})

test("a channel that nobody watches is not covered", () => {
  expect(coverageOf(record(), ["email", "sms", "push"], 5_000)).toEqual([])
})

test("what the person watches is covered from then on, also when the clock is moved", () => {
  const site = record()
  watch(site, "email", true, 2_000)
  expect(coverageOf(site, ["email"], 99_000)).toEqual([{ channel: "email", from: 2_000, to: 99_000 }])
})

test("it ends when the person stops, and the watched time stays covered", () => {
  const site = record()
  watch(site, "email", true, 2_000)
  watch(site, "email", true, 2_500)
  watch(site, "email", false, 3_000)
  watch(site, "email", false, 3_500)
  expect(coverageOf(site, ["email"], 9_000)).toEqual([{ channel: "email", from: 2_000, to: 3_000 }])
})

test("before it was watched nothing is covered", () => {
  const site = record()
  watch(site, "email", true, 7_000)
  expect(coverageOf(site, ["email"], 6_000)).toEqual([])
})

test("a site is host and port without www", () => {
  expect(siteOf("https://www.shop.example/a?b#c")).toBe("shop.example")
  expect(siteOf("http://127.0.0.1:8080/")).toBe("127.0.0.1:8080")
  expect(siteOf("https://checkout.shop.example/")).toBe("checkout.shop.example")
})

test("pages of the browser and of extensions are no sites", () => {
  for (const url of [
    "chrome://extensions",
    "chrome-extension://abc/x.html",
    "about:blank",
    "file:///x",
    "",
    undefined,
  ])
    expect(siteOf(url)).toBeNull()
})
