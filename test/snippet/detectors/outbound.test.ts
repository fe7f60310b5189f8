// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { outbound } from "../../../snippet/detectors/outbound"
import { openPage, watchDetector } from "../watch-detector"

const follow = (href: string, event = new MouseEvent("click", { bubbles: true, composed: true })) => {
  openPage("https://www.shop.co.uk/about", `<a href="${href}"><b>There</b></a>`)
  const { sightings } = watchDetector(outbound)
  document.querySelector("b")!.dispatchEvent(event)
  return sightings
}

test("a link to another site is GA4's click, its address cleaned", () => {
  expect(follow("https://user:secret@maps.example/?q=shop&token=x1")).toMatchObject([
    {
      name: "click",
      source: "url",
      props: {
        outbound: true,
        link_domain: "maps.example",
        link_text: "There",
        link_url: "https://maps.example/?q=shop&token=removed",
      },
    },
  ])
})

test("the middle button follows a link too, the right one does not", () => {
  const button = (button: number) => new MouseEvent("auxclick", { bubbles: true, composed: true, button })
  expect(follow("https://maps.example/", button(1))).toHaveLength(1)
  expect(follow("https://maps.example/", button(2))).toEqual([])
})

test.each([
  ["the site itself", "/contact"],
  ["a sub-domain", "https://blog.shop.co.uk/"],
  ["the site without www", "https://shop.co.uk/"],
  ["a file elsewhere", "https://cdn.example/catalogue.pdf"],
  ["a messenger", "https://wa.me/4930123"],
  ["a script", "javascript:void(0)"],
])("%s is not outbound", (_title, href) => expect(follow(href)).toEqual([]))

test("under one public suffix live many sites", () => {
  expect(follow("https://other.co.uk/")).toHaveLength(1)
})
