// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { pageView } from "../../../snippet/detectors/page-view"
import { openPage, watchDetector } from "../watch-detector"

test("is called page-view", () => expect(pageView.name).toBe("page-view"))

test("tells one page view for each visit", () => {
  openPage("/a", "")
  const { sightings, visit } = watchDetector(pageView)
  visit()
  visit("restored")
  expect(sightings.map(({ name, source }) => `${name} ${source}`)).toEqual(Array(3).fill("page_view page"))
})

test("does not tell a page view when only the query changes", () => {
  openPage("/a", "")
  const { sightings, changeAddress } = watchDetector(pageView)
  changeAddress("/a?sort=price")
  expect(sightings).toHaveLength(1)
})
