// @vitest-environment happy-dom
import { expect, it } from "vitest"
import { mailpit } from "../../../extension/page/webmail/readers/mailpit"
import { NOON, openInbox, readInbox, SECRET } from "../open-inbox"

const minute = 60_000
const row = (id: string, subject: string, ago: string) => `
  <a href="/view/${id}" id="${id}" class="row gx-1 message d-flex small list-group-item list-group-item-action border-start-0 border-end-0">
    <div class="col-lg-3">
      <div class="d-lg-none float-end text-muted text-nowrap small">${ago}</div>
      <div class="text-truncate d-lg-none privacy"><span title="From: shop@kiln.example">Kiln</span></div>
      <div class="text-truncate d-none d-lg-block privacy"><b title="From: shop@kiln.example">Kiln</b></div>
      <div class="d-none d-lg-block text-truncate text-muted small privacy"> To: anna@mail.example </div>
    </div>
    <div class="col-lg-6 col-xxl-7 mt-2 mt-lg-0">
      <div class="subject text-truncate text-spaces-nowrap"><b>${subject}</b></div>
      <div class="small text-muted text-truncate">${SECRET}</div>
    </div>
    <div class="d-none d-lg-block col-1 small text-end text-muted"> 1.2 kB </div>
    <div class="d-none d-lg-block col-2 col-xxl-1 small text-end text-muted">${ago}</div>
  </a>`
const inbox = (body: string, path = "/") =>
  openInbox(`http://localhost:8025${path}`, `<div class="list-group my-2">${body}</div>`, {
    head: '<title>Inbox - localhost - Mailpit</title><meta name="application-name" content="Mailpit">',
  })

it("reads sender, subject and how long ago, and nothing of the mail", () => {
  inbox(
    row("a1", "Still on the shelf", "a few seconds ago") +
      row("a2", "Hello", "3 minutes ago") +
      row("a3", "Old", "2 days ago"),
  )
  const { lines, isWhole } = readInbox(mailpit)
  expect(lines).toEqual([
    {
      id: "a1",
      sender: "shop@kiln.example",
      subject: "Still on the shelf",
      time: { from: NOON - minute, to: NOON },
    },
    {
      id: "a2",
      sender: "shop@kiln.example",
      subject: "Hello",
      time: { from: NOON - 3.5 * minute, to: NOON - 2.5 * minute },
    },
    // Only the day is said.
    { id: "a3", sender: "shop@kiln.example", subject: "Old", time: null },
  ])
  expect(isWhole).toBe(true)
})

it("says nothing of what is not there in a search, or beyond the first page", () => {
  for (const path of ["/search?q=shelf", "/?start=50&limit=50"]) {
    inbox(row("a1", "x", "a few seconds ago"), path)
    expect(readInbox(mailpit).isWhole).toBe(false)
  }
})

it("is no other page; an empty inbox is a list, a loading one is none", () => {
  expect(mailpit.isHere(openInbox("http://localhost:8025/", "<title>Shop</title>"))).toBe(false)
  expect(mailpit.read(inbox(""), NOON)).toBeNull()
  expect(
    mailpit.read(inbox('<p class="text-center mt-5">No messages in your mailbox</p>'), NOON)?.lines,
  ).toEqual([])
})
