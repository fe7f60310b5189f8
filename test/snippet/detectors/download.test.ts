// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { download } from "../../../snippet/detectors/download"
import { openPage, press, watchDetector } from "../watch-detector"

const follow = (link: string) => {
  openPage("/help", link)
  const { sightings } = watchDetector(download)
  press("a")
  return sightings
}

test("a file is told with GA4's fields", () => {
  expect(follow(`<a href="/files/care.pdf?token=abc#p2">Care  guide</a>`)).toMatchObject([
    {
      name: "file_download",
      props: {
        file_extension: "pdf",
        file_name: "care.pdf",
        link_text: "Care guide",
        link_url: "https://shop.example/files/care.pdf?token=removed",
      },
    },
  ])
})

test("on another site it is a file all the same, and so is what the page calls a download", () => {
  expect(follow(`<a href="https://cdn.example/catalogue.ZIP">All</a>`)).toHaveLength(1)
  expect(follow(`<a href="/export" download>Export</a>`)[0]?.props).not.toHaveProperty("file_extension")
})

test.each([
  ["a page", `<a href="/care.html">Care</a>`],
  ["a page about a kind of file", `<a href="/what-is-a.pdf/">Care</a>`],
  ["what the page makes itself", `<a href="blob:https://shop.example/1" download="Anna.pdf">x</a>`],
])("%s is none", (_title, link) => expect(follow(link)).toEqual([]))
