// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { link } from "../../../snippet/detectors/link"
import { openPage, press, watchDetector } from "../watch-detector"

describe("contact", () => {
  const follow = (href: string) => {
    openPage("/help", `<a href="${href}">Write to us</a>`)
    const { sightings } = watchDetector(link)
    press("a")
    return sightings.filter(({ name }) => name === "contact")
  }

  test.each([
    ["tel:+49-30-123", "phone"],
    ["mailto:hello@shop.example", "email"],
    ["sms:+4930123", "sms"],
    ["https://wa.me/4930123", "whatsapp"],
    ["https://api.whatsapp.com/send?phone=4930123&text=Hi", "whatsapp"],
    ["whatsapp://send?phone=4930123", "whatsapp"],
    ["https://t.me/shop_bot", "telegram"],
    ["tg://resolve?domain=shop", "telegram"],
    ["viber://chat?number=4930123", "viber"],
    ["https://m.me/shop", "messenger"],
    ["https://vk.me/shop", "vk"],
  ])("%s is contact by %s", (href, method) => {
    expect(follow(href)).toMatchObject([{ name: "contact", source: "url", props: { method } }])
  })

  test.each([
    ["another page", "/telephone"],
    ["another site", "https://t.me.shop.example/x"],
    ["sharing by WhatsApp", "https://wa.me/?text=https://shop.example/vase"],
    ["sharing by WhatsApp's other address", "https://api.whatsapp.com/send?text=Look"],
    ["sharing by Telegram", "https://t.me/share/url?url=https://shop.example/vase"],
    ["sharing by mail", "mailto:?subject=Look&body=https://shop.example/vase"],
    ["an address that is none", "http://["],
  ])("%s is not", (_title, href) => expect(follow(href)).toEqual([]))

  test("neither number nor address leaves", () => {
    expect(JSON.stringify(follow("tel:+49-30-123")[0]?.props)).not.toMatch(/30/)
    expect(JSON.stringify(follow("mailto:anna@shop.example")[0]?.props)).not.toMatch(/anna/)
  })
})

describe("download", () => {
  const follow = (markup: string) => {
    openPage("/help", markup)
    const { sightings } = watchDetector(link)
    press("a")
    return sightings.filter(({ name }) => name === "file_download")
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
})

describe("outbound", () => {
  const follow = (href: string, event = new MouseEvent("click", { bubbles: true, composed: true })) => {
    openPage("https://www.shop.co.uk/about", `<a href="${href}"><b>There</b></a>`)
    const { sightings } = watchDetector(link)
    document.querySelector("b")!.dispatchEvent(event)
    return sightings.filter(({ name }) => name === "click")
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
})
