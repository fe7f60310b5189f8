import { expect } from "vitest"
import type { InboxList, Webmail } from "../../extension/page/webmail/webmail"

/** Noon by the wall clock of this computer, in which webmails write their times. */
export const NOON = new Date(2026, 10, 22, 12, 0).getTime()
export const at = (hours: number, minutes = 0, day = 22) => new Date(2026, 10, day, hours, minutes).getTime()
/** Stands where the beginning of a mail stands: it may turn up nowhere. */
export const SECRET = "SECRET-BODY your code is 4711"

/** Sets the document up as a webmail's page. */
export function openInbox(address: string, body: string, { lang = "en", head = "" } = {}): Document {
  ;(globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address)
  document.documentElement.lang = lang
  document.head.innerHTML = head
  document.body.innerHTML = body
  return document
}

/** What is read of it; nothing of what mails say is among it. */
export function readInbox(webmail: Webmail, page: Document = document): InboxList {
  expect(webmail.isHere(page)).toBe(true)
  const list = webmail.read(page, NOON)
  if (!list) throw new Error("The page shows no list.")
  expect(page.body.innerHTML).toContain("SECRET")
  expect(JSON.stringify(list)).not.toContain("SECRET")
  return list
}
