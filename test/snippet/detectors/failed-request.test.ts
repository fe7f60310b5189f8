// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { failedRequest } from "../../../snippet/detectors/failed-request"
import { stubTimeline } from "../stub-timeline"
import { openPage, watchDetector } from "../watch-detector"

let tell: ReturnType<typeof stubTimeline>
beforeEach(() => {
  tell = stubTimeline()
  openPage("/vase", "")
})
afterEach(() => void vi.unstubAllGlobals())

const request = (name: string, responseStatus: number | undefined, initiatorType = "fetch") =>
  tell({ name, responseStatus, initiatorType })

test("an answer of 400 and above, its address cleaned, each once a visit", () => {
  const { sightings, visit } = watchDetector(failedRequest)
  request("https://shop.example/api/cart?token=x&page=2", 500)
  request("https://shop.example/api/cart?page=3", 503)
  expect(sightings).toMatchObject([
    {
      name: "failed_request",
      props: { url: "https://shop.example/api/cart?token=removed&page=2", status: 500, initiator: "fetch" },
    },
  ])
  visit()
  request("https://shop.example/api/cart", 404)
  expect(sightings).toHaveLength(2)
})

test("a page on which everything fails is told ten times", () => {
  const { sightings } = watchDetector(failedRequest)
  for (let index = 0; index < 50; index++) request(`https://shop.example/${index}`, 404)
  expect(sightings).toHaveLength(10)
})

test.each([
  ["what went well", "https://shop.example/", 200],
  ["what another site does not let us see", "https://other.example/", 0],
  ["what the browser does not tell", "https://shop.example/", undefined],
  ["an extension's", "chrome-extension://abc/x", 404],
  ["what the browser looks for by itself", "https://shop.example/favicon.ico", 404, "other"],
])("%s is no failure", (_title, address, status, initiator = "fetch") => {
  const { sightings } = watchDetector(failedRequest)
  request(address, status, initiator)
  expect(sightings).toEqual([])
})
