// @vitest-environment happy-dom
import { expect, it } from "vitest"
import { mailRu } from "../../../extension/page/webmail/readers/mail-ru"
import { at, openInbox, readInbox, SECRET } from "../open-inbox"

const row = (id: string, from: string, subject: string, when: string) => `
  <a class="llc llc_normal llc_new js-letter-list-item" href="/inbox/${id}/" data-id="${id}">
    <div class="llc__avatar"><button class="ll-av"></button></div>
    <div class="llc__container"><div class="llc__content">
      <div class="llc__item llc__item_correspondent llc__item_unread"><span class="ll-crpt" title="${from}">Kiln</span></div>
      <div class="llc__item llc__item_title">
        <span class="llc__subject llc__subject_unread"><span class="ll-sj__normal">${subject}</span></span>
        <span class="llc__snippet"><span class="ll-sp__normal">${SECRET}</span></span>
      </div>
      <div class="llc__item llc__item_date" title="${when}">11:03</div>
    </div></div></a>`
const inbox = (body: string, path = "/inbox/") => openInbox(`https://e.mail.ru${path}`, body, { lang: "ru" })

it("reads sender, subject and time, and nothing of the mail", () => {
  inbox(
    row("1:7f4f:0", "Kiln &amp; Linen &lt;shop@kiln.example&gt;", "Вы забыли вазу", "22 ноября 2026, 11:03") +
      row("1:7f4e:0", "Kiln", "Привет", "Вчера, 18:20"),
  )
  const { lines, isWhole } = readInbox(mailRu)
  expect(lines.map(({ id, sender, subject, time }) => [id, sender, subject, time?.from])).toEqual([
    ["1:7f4f:0", "shop@kiln.example", "Вы забыли вазу", at(11, 3)],
    ["1:7f4e:0", "Kiln", "Привет", at(18, 20, 21)],
  ])
  expect(isWhole).toBe(true)
})

it("says nothing of what is not there with groups, and in another folder", () => {
  const line = row("1:7f4f:0", "shop@kiln.example", "x", "22 ноября 2026, 11:03")
  inbox(`${line}<div class="metathread__contain">Рассылки</div>`)
  expect(readInbox(mailRu).isWhole).toBe(false)
  for (const path of ["/spam/", "/search/?q=x"]) {
    inbox(line, path)
    expect(readInbox(mailRu).isWhole).toBe(false)
  }
})

it("is no other page; an empty inbox is a list, a loading one is none", () => {
  expect(mailRu.isHere(openInbox("https://mail.ru/", ""))).toBe(false)
  expect(mailRu.read(inbox(""), at(12))).toBeNull()
  expect(mailRu.read(inbox('<div class="dataset__empty"></div>'), at(12))?.lines).toEqual([])
})
