import { readListTime } from "../read-list-time"
import { readLines, textOf, type Webmail } from "../webmail"

/** MailDev 2: every mail in the list beside, newest first, with its subject, its receiver and its time. */
export const maildev: Webmail = {
  id: "maildev",
  title: "MailDev",
  hosts: [],
  isHere: (page) => page.querySelector('[ng-app="mailDevApp"]') !== null,
  read(page, now) {
    const list = page.querySelector("ul.email-list")
    if (!list) return null
    const lines = readLines(list.querySelectorAll("li.email-item"), (row) => {
      const link = row.querySelector("a.email-item-link")
      // The subject is the text before the line with the receiver; an attachment's clip stands between.
      const title = [...(link?.querySelector(".title")?.childNodes ?? [])].find(
        (node) => node.nodeType === 3 && node.textContent?.trim() !== "",
      )
      return {
        id: /#\/email\/([^/?#]+)/.exec(link?.getAttribute("href") ?? "")?.[1] ?? "",
        // This list does not say who wrote.
        sender: null,
        subject: (title?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 300),
        time: readListTime(textOf(link?.querySelector(".subline")), now),
      }
    })
    const search = page.querySelector<HTMLInputElement>("input.search-input")?.value ?? ""
    const isLoading = page.querySelector(".emails-loading") !== null
    return { lines, isWhole: search.trim() === "" && !isLoading }
  },
}
