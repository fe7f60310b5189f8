// @vitest-environment happy-dom
import { expect, it } from "vitest"
import { maildev } from "../../../extension/page/webmail/readers/maildev"
import { NOON, openInbox, readInbox, SECRET } from "../open-inbox"

const row = (id: string, subject: string, time: string) => `
  <li class="email-item email-${id} ng-scope unread"><a href="#/email/${id}" class="email-item-link">
    <span class="title ng-binding">
      ${subject}<span ng-hide="!item.attachments" class="ng-hide">&nbsp;<i class="fas fa-paperclip"></i></span>
      <span class="title-subline ng-binding" title="[]">To:&nbsp;anna@mail.example&nbsp;</span>
    </span>
    <span class="subline ng-binding">${time}</span></a></li>`
const inbox = (rows: string, more = "") => {
  const page = openInbox(
    "http://127.0.0.1:1080/#/",
    `<div ng-app="mailDevApp"><input class="search-input">${more}<ul class="email-list">${rows}</ul>
     <div class="email-container">${SECRET}</div></div>`,
  )
  return page
}

it("reads subject and time to the second, and nothing of the mail", () => {
  const time = new Date(NOON - 30_000).toISOString().replace("T", " ").slice(0, 19)
  inbox(row("5ohOz4Mq", "Still on the shelf", `${time} (+0000)`))
  const { lines, isWhole } = readInbox(maildev)
  expect(lines).toEqual([
    {
      id: "5ohOz4Mq",
      sender: null,
      subject: "Still on the shelf",
      time: { from: NOON - 30_000, to: NOON - 29_001 },
    },
  ])
  expect(isWhole).toBe(true)
})

it("says nothing of what is not there while it loads, or is searched", () => {
  inbox(row("a", "x", "2026-11-22 10:00:00 (+0000)"), '<div class="emails-loading">Loading...</div>')
  expect(readInbox(maildev).isWhole).toBe(false)
  const page = inbox("")
  page.querySelector("input")!.value = "shelf"
  expect(readInbox(maildev).isWhole).toBe(false)
})

it("is no other page, and no list before it has been drawn", () => {
  expect(maildev.isHere(openInbox("http://127.0.0.1:1080/", "<ul class=email-list></ul>"))).toBe(false)
  expect(
    maildev.read(openInbox("http://127.0.0.1:1080/", '<div ng-app="mailDevApp"></div>'), NOON),
  ).toBeNull()
})
