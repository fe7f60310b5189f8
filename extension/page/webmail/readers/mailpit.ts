import { readListTime } from "../read-list-time"
import { findAddress, readLines, textOf, type Webmail } from "../webmail"

/**
 * Mailpit: rows of a list group with the mail's id, its sender in a tooltip, and how long ago it came. Below the subject
 * stands the beginning of the mail, which is not looked at.
 */
export const mailpit: Webmail = {
  id: "mailpit",
  title: "Mailpit",
  hosts: [],
  isHere: (page) =>
    /^mailpit\b/i.test(page.querySelector('meta[name="application-name"]')?.getAttribute("content") ?? "") ||
    /\bmailpit\b/i.test(page.title) ||
    page.querySelector('img[alt="Mailpit" i], a[href*="mailpit" i]') !== null,
  read(page, now) {
    const rows = page.querySelectorAll("a.message.list-group-item")
    const isEmpty = /no messages/i.test(textOf(page.querySelector("p.text-center")))
    if (rows.length === 0 && !isEmpty) return null
    const lines = readLines(rows, (row) => {
      const from = row.querySelector('[title^="From:" i]')
      // Wide and narrow pages show the time in two places; the last of the row is the wide one's.
      const times = [...row.querySelectorAll(".text-muted")].filter((each) => each.children.length <= 1)
      return {
        id: row.id || (/\/view\/([^/?#]+)/.exec(row.getAttribute("href") ?? "")?.[1] ?? ""),
        sender: findAddress(from?.getAttribute("title")) ?? (textOf(from) || null),
        subject: textOf(row.querySelector(".subject")),
        time: times.map((each) => readListTime(textOf(each), now)).find(Boolean) ?? null,
      }
    })
    const { pathname, search } = new URL(page.location.href)
    const isFirstPage = !/[?&]start=[1-9]/.test(search)
    return { lines, isWhole: !/\/search\b/.test(pathname) && isFirstPage }
  },
}
