// @vitest-environment happy-dom
import { expect, it } from "vitest"
import { gmail } from "../../../extension/page/webmail/readers/gmail"
import { at, openInbox, readInbox, SECRET } from "../open-inbox"

const row = (id: string, from: string, subject: string, title: string, unread = true) => `
  <tr class="zA ${unread ? "zE" : "yO"}" role="row" id=":${id}">
    <td class="PF xY"></td><td class="oZ-x3 xY"><div role="checkbox"></div></td>
    <td class="yX xY" role="gridcell"><div class="yW"><span class="bA4">${from}</span></div></td>
    <td class="xY a4W" role="gridcell"><div class="xS" role="link"><div class="xT">
      <div class="y6"><span class="bog"><span data-thread-id="#thread-f:${id}" data-legacy-thread-id="18${id}" data-legacy-last-message-id="19${id}">${subject}</span></span></div>
      <span class="y2"><span class="Zt">&nbsp;-&nbsp;</span>${SECRET}</span></div></div></td>
    <td class="xW xY" role="gridcell"><span title="${title}"><span>12:03</span></span></td>
  </tr>`
const shop = '<span class="zF" email="Shop@Kiln.example" name="Kiln &amp; Linen">Kiln</span>'
const page = (rows: string, above = "") =>
  `<div role="main">${above}<table role="grid"><tbody>${rows}</tbody></table></div>`
const inbox = (rows: string, above = "", hash = "#inbox", lang = "en") =>
  openInbox(`https://mail.google.com/mail/u/0/${hash}`, page(rows, above), { lang })

it("reads sender, subject and time of each line, and nothing of the mail", () => {
  inbox(
    row("a", shop, "Still on the shelf", "Sun, Nov 22, 2026, 11:03 AM") +
      row(
        "b",
        `<span email="me@x.example" name="me">me</span>, ${shop}`,
        "Hello",
        "Sat, Nov 21, 2026, 6:20 PM",
        false,
      ),
  )
  const { lines, isWhole } = readInbox(gmail)
  expect(lines).toEqual([
    {
      id: "19a",
      sender: "shop@kiln.example",
      subject: "Still on the shelf",
      time: { from: at(11, 3), to: at(11, 4) - 1 },
    },
    {
      id: "19b",
      sender: "shop@kiln.example",
      subject: "Hello",
      time: { from: at(18, 20, 21), to: at(18, 21, 21) - 1 },
    },
  ])
  expect(isWhole).toBe(true)
})

it("reads a Russian page", () => {
  inbox(row("a", shop, "Вы забыли вазу", "вс, 22 нояб. 2026 г., 11:03"), "", "#inbox", "ru")
  expect(readInbox(gmail).lines[0]?.time?.from).toBe(at(11, 3))
})

it("says nothing of what is not there with tabs, in a search or in another folder", () => {
  const line = row("a", shop, "Hello", "Sun, Nov 22, 2026, 11:03 AM")
  inbox(line, '<div role="tab">Primary</div><div role="tab">Promotions</div>')
  expect(readInbox(gmail).isWhole).toBe(false)
  for (const hash of ["#search/shelf", "#spam", "#inbox/p2", "#label/x"]) {
    inbox(line, "", hash)
    expect(readInbox(gmail).isWhole).toBe(false)
  }
})

it("is neither another page nor an opened mail", () => {
  expect(gmail.isHere(openInbox("https://mail.google.com.evil.example/", page("")))).toBe(false)
  const open = openInbox(
    "https://mail.google.com/mail/u/0/#inbox/x",
    `<div role="main"><h2 class="hP">S</h2>${SECRET}</div>`,
  )
  expect(gmail.read(open, at(12))).toBeNull()
})

it("leaves out lines that it cannot read", () => {
  inbox(`<tr class="zA"></tr>${row("a", shop, "", "x")}${row("b", shop, "Hello", "soon")}`)
  expect(readInbox(gmail).lines).toEqual([
    { id: "19b", sender: "shop@kiln.example", subject: "Hello", time: null },
  ])
})
