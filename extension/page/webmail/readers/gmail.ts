import { readListTime } from "../read-list-time"
import { findAddress, readLines, textOf, type Webmail } from "../webmail"

/**
 * Gmail: rows of a grid, the sender in a span with its address, the time in a tooltip. The beginning of the mail stands
 * beside the subject in an element of its own, which is not looked at.
 */
export const gmail: Webmail = {
  id: "gmail",
  title: "Gmail",
  hosts: [/^mail\.google\.com$/],
  isHere: (page) => /^mail\.google\.com$/.test(page.location.hostname),
  read(page, now) {
    const main = [...page.querySelectorAll('[role="main"]')].find((each) => each.querySelector("tr.zA"))
    if (!main) return null
    const lines = readLines(main.querySelectorAll("tr.zA"), (row) => {
      // Of a conversation the last who wrote.
      const from = [...row.querySelectorAll("span[email]")].at(-1)
      const thread = row.querySelector(
        "[data-legacy-last-message-id],[data-legacy-thread-id],[data-thread-id]",
      )
      const subject = row.querySelector(".bog") ?? thread
      return {
        id:
          thread?.getAttribute("data-legacy-last-message-id") ??
          thread?.getAttribute("data-legacy-thread-id") ??
          thread?.getAttribute("data-thread-id") ??
          row.id,
        sender:
          findAddress(from?.getAttribute("email")) ?? (from?.getAttribute("name") || textOf(from) || null),
        subject: textOf(subject),
        time: readListTime(
          row.querySelector("td.xW span[title], .xW span[title]")?.getAttribute("title"),
          now,
          page.documentElement.lang,
        ),
      }
    })
    const tabs = main.querySelectorAll('[role="tab"]')
    // With tabs (Promotions, Social) the inbox shows only a part of what comes.
    return { lines, isWhole: /^#inbox\/?$|^$/.test(page.location.hash) && tabs.length <= 1 }
  },
}
