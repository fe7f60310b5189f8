import { readListTime } from "../read-list-time"
import { findAddress, readLines, textOf, type Webmail } from "../webmail"

const host = /^(e|light)\.mail\.ru$/

/**
 * Mail.ru: links of a list, the sender's address and the full time in tooltips. `llc__snippet` is the beginning of the
 * mail, which is not looked at.
 */
export const mailRu: Webmail = {
  id: "mail-ru",
  title: "Mail.ru",
  hosts: [host],
  isHere: (page) => host.test(page.location.hostname),
  read(page, now) {
    const rows = page.querySelectorAll('a.llc, a[data-qa-id^="letter-item"]')
    const isEmpty = page.querySelector(".dataset__empty") !== null
    if (rows.length === 0 && !isEmpty) return null
    const lines = readLines(rows, (row) => {
      const from = row.querySelector(".ll-crpt, .llc__item_correspondent [title]")
      const when = row.querySelector(".llc__item_date")
      const subject = row.querySelector(".ll-sj__normal, .llc__subject")
      return {
        id:
          row.getAttribute("data-id") ??
          /\/(\d+:[0-9a-f]+:\d+)\//.exec(row.getAttribute("href") ?? "")?.[1] ??
          "",
        sender: findAddress(from?.getAttribute("title")) ?? (textOf(from) || null),
        subject: textOf(subject),
        time: readListTime(when?.getAttribute("title"), now, "ru") ?? readListTime(textOf(when), now, "ru"),
      }
    })
    // Newsletters, shops and social networks may lie in groups of their own, one line each.
    const hasGroups = page.querySelector('[class*="metathread"], a[href^="/inbox/"][class*="mt-t"]') !== null
    return { lines, isWhole: /^\/inbox\/?$/.test(page.location.pathname) && !hasGroups }
  },
}
