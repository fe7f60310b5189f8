// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { contact } from "../../../snippet/detectors/contact"
import { openPage, press, watchDetector } from "../watch-detector"

const follow = (href: string) => {
  openPage("/help", `<a href="${href}">Write to us</a>`)
  const { sightings } = watchDetector(contact)
  press("a")
  return sightings
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
