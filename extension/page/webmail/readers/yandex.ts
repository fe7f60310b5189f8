import { readListTime } from "../read-list-time"
import { findAddress, readLines, textOf, type Webmail } from "../webmail"

const host = /^mail\.(yandex\.[a-z.]{2,6}|ya\.ru)$|^mail\.360\.yandex\.ru$/

/**
 * Yandex Mail: snippets of a list, by the class names that have stood there for years, else by what newer pages name
 * alike. The first line of the mail is an element of its own (`firstline`), which is not looked at.
 */
export const yandex: Webmail = {
  id: "yandex",
  title: "Yandex Mail",
  hosts: [host],
  isHere: (page) => host.test(page.location.hostname),
  read(page, now) {
    const rows = page.querySelectorAll(
      '.mail-MessageSnippet, [data-testid="messages-list_message"], [data-testid*="message-snippet" i]',
    )
    const isEmpty = page.querySelector(".ns-view-messages-empty") !== null
    if (rows.length === 0 && !isEmpty) return null
    const lines = readLines(rows, (row) => {
      const from = row.querySelector(
        '.mail-MessageSnippet-FromText, [class*="FromText"], [data-testid*="sender" i], [data-testid*="correspondent" i]',
      )
      const subject = row.querySelector(
        '.mail-MessageSnippet-Item_subject, [data-testid*="subject" i], [class*="Subject"]',
      )
      const when = row.querySelector(
        '.mail-MessageSnippet-Item_dateText, [class*="dateText"], time, [data-testid*="date" i]',
      )
      const link = row.closest("a[href]") ?? row.querySelector("a[href]")
      return {
        id:
          row.getAttribute("data-id") ??
          row.closest("[data-id]")?.getAttribute("data-id") ??
          /message\/(\d+)/.exec(link?.getAttribute("href") ?? "")?.[1] ??
          "",
        sender: findAddress(from?.getAttribute("title")) ?? (textOf(from) || null),
        subject: textOf(subject),
        time:
          readListTime(when?.getAttribute("title"), now, "ru") ??
          readListTime(when?.getAttribute("datetime"), now, "ru") ??
          readListTime(textOf(when), now, "ru"),
      }
    })
    const { hash, search } = page.location
    const isInbox = /^(#inbox|#tabs\/relevant)?\/?$/.test(hash) && !/[?&]request=/.test(search)
    // With tabs (newsletters, social) the inbox shows only a part of what comes.
    const hasTabs = page.querySelector('a[href*="#tabs/"]') !== null
    return { lines, isWhole: isInbox && !hasTabs }
  },
}
