// @vitest-environment happy-dom
import { expect, it } from "vitest"
import { yandex } from "../../../extension/page/webmail/readers/yandex"
import { at, openInbox, readInbox, SECRET } from "../open-inbox"

const row = (id: string, from: string, subject: string, when: string) => `
  <div class="ns-view-messages-item-wrap"><div class="mail-MessageSnippet-Wrap">
  <a class="mail-MessageSnippet js-message-snippet toggles-svgicon-on-important" href="#message/${id}">
    <span class="mail-MessageSnippet-Content">
      <span class="mail-MessageSnippet-Item mail-MessageSnippet-Item_sender"><span class="mail-MessageSnippet-FromText" title="${from}">Kiln</span></span>
      <span class="mail-MessageSnippet-Item mail-MessageSnippet-Item_body">
        <span class="mail-MessageSnippet-Item mail-MessageSnippet-Item_subject"><span title="${subject}">${subject}</span></span>
        <span class="mail-MessageSnippet-Item mail-MessageSnippet-Item_firstline js-message-snippet-firstline"><span>${SECRET}</span></span>
      </span>
      <span class="mail-MessageSnippet-Item_date"><span class="mail-MessageSnippet-Item_dateText" title="${when}">11:03</span></span>
    </span></a></div></div>`
const inbox = (body: string, hash = "#inbox") =>
  openInbox(`https://mail.yandex.ru/${hash}`, body, { lang: "ru" })

it("reads sender, subject and time, and nothing of the mail", () => {
  inbox(
    row("181", "shop@kiln.example", "Вы забыли вазу", "Сегодня в 11:03") +
      row("180", "Kiln", "Привет", "Вчера в 18:20") +
      row("179", "Kiln", "Раньше", "3 июня в 9:05"),
  )
  const { lines, isWhole } = readInbox(yandex)
  expect(lines.map(({ id, sender, subject, time }) => [id, sender, subject, time?.from])).toEqual([
    ["181", "shop@kiln.example", "Вы забыли вазу", at(11, 3)],
    ["180", "Kiln", "Привет", at(18, 20, 21)],
    ["179", "Kiln", "Раньше", new Date(2026, 5, 3, 9, 5).getTime()],
  ])
  expect(isWhole).toBe(true)
})

it("reads a page with other classes by what they are named for", () => {
  inbox(
    `<div data-testid="messages-list_message" data-id="7"><span data-testid="message-sender" title="shop@kiln.example">K</span>
     <span data-testid="message-subject">Hello</span><span data-testid="message-firstline">${SECRET}</span>
     <time datetime="2026-11-22T11:03:00">11:03</time></div>`,
  )
  expect(readInbox(yandex).lines).toMatchObject([
    { id: "7", sender: "shop@kiln.example", subject: "Hello", time: { from: at(11, 3) } },
  ])
})

it("says nothing of what is not there with tabs, in spam or in a search", () => {
  const line = row("181", "shop@kiln.example", "x", "Сегодня в 11:03")
  inbox(`<a href="#tabs/news">Рассылки</a>${line}`)
  expect(readInbox(yandex).isWhole).toBe(false)
  for (const hash of ["#spam", "#search?request=x"]) {
    inbox(line, hash)
    expect(readInbox(yandex).isWhole).toBe(false)
  }
})

it("is no other page; an empty inbox is a list, a loading one is none", () => {
  expect(yandex.isHere(openInbox("https://mail.yandex.ru.evil.example/", ""))).toBe(false)
  expect(yandex.read(inbox(""), at(12))).toBeNull()
  expect(yandex.read(inbox('<div class="ns-view-messages-empty"></div>'), at(12))?.lines).toEqual([])
})
