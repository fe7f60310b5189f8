// @vitest-environment happy-dom
import { expect, it } from "vitest"
import { outlook } from "../../../extension/page/webmail/readers/outlook"
import { at, openInbox, readInbox, SECRET } from "../open-inbox"

const row = (id: string, subject: string, label: string, time: string, shown = "11:03 AM") => `
  <div role="option" data-convid="${id}" aria-selected="false" tabindex="-1" aria-label="${label} ${shown} ${SECRET} No conversations selected">
    <div class="S2NDX"><span title="shop@kiln.example" class="">Kiln &amp; Linen</span></div>
    <div class="IjzWp"><span title="" class="TtcXM">${subject}</span><span class="_rWRU" title="${time}">${shown}</span></div>
    <div><span class="FqgPc">${SECRET}</span></div>
  </div>`
const inbox = (rows: string, { path = "/mail/0/", above = "", lang = "en-US" } = {}) =>
  openInbox(
    `https://outlook.live.com${path}`,
    `${above}<div role="listbox" aria-label="Message list">${rows}</div>`,
    {
      lang,
    },
  )

it("reads sender, subject and time by roles and tooltips, and cuts off the mail's beginning", () => {
  inbox(
    row(
      "c1",
      "Still on the shelf",
      "Unread External sender Kiln &amp; Linen Still on the shelf",
      "Sun 11/22/2026 11:03 AM",
    ) +
      row(
        "c2",
        "Re: 12:03, a deal",
        "Kiln &amp; Linen, Re: 12:03, a deal,",
        "Sat 11/21/2026 6:20 PM",
        "Sat 6:20 PM",
      ),
  )
  const { lines, isWhole } = readInbox(outlook)
  expect(lines).toEqual([
    {
      id: "c1",
      sender: "shop@kiln.example",
      subject: "Still on the shelf",
      time: { from: at(11, 3), to: at(11, 4) - 1 },
    },
    {
      id: "c2",
      sender: "shop@kiln.example",
      subject: "Re: 12:03, a deal",
      time: { from: at(18, 20, 21), to: at(18, 21, 21) - 1 },
    },
  ])
  expect(isWhole).toBe(true)
})

it("takes the subject's own element where there is one", () => {
  inbox(
    `<div role="option" data-convid="c" aria-label="${SECRET}"><span title="shop@kiln.example">K</span>
     <span data-testid="subject">Hello</span><span title="Sun 11/22/2026 11:03 AM">11:03</span></div>`,
  )
  expect(readInbox(outlook).lines[0]?.subject).toBe("Hello")
})

it("leaves a line out rather than take the mail for its subject", () => {
  inbox(row("c1", "x", "Somebody else Still on the shelf", "Sun 11/22/2026 11:03 AM"))
  expect(readInbox(outlook).lines).toEqual([])
})

it("says nothing of what is not there in the focused half, or in another folder", () => {
  const line = row("c1", "x", "Kiln &amp; Linen x", "Sun 11/22/2026 11:03 AM")
  inbox(line, { above: '<div role="tablist"><button role="tab" aria-selected="true">Focused</button></div>' })
  expect(readInbox(outlook).isWhole).toBe(false)
  inbox(line, { path: "/mail/0/junkemail" })
  expect(readInbox(outlook).isWhole).toBe(false)
})

it("is no other page, and no list while it loads", () => {
  expect(outlook.isHere(openInbox("https://outlook.example/", ""))).toBe(false)
  expect(outlook.read(openInbox("https://outlook.office.com/mail/", ""), at(12))).toBeNull()
})
