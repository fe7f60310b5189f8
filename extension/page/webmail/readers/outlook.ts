import { readListTime } from "../read-list-time"
import { findAddress, type InboxLine, readLines, textOf, type Webmail } from "../webmail"

/** What Outlook says of a row before the sender, in English and Russian. */
const states =
  /^(unread|flagged|pinned|replied|forwarded|has attachments?|external sender|important|collapsed|expanded|не прочитано|непрочитанные|помечено|закреплено|внешний отправитель|важное|есть вложения)[,.:]?\s+/i

/**
 * Outlook on the web: options of a list box. Classes change with every release, so it is read by roles: spans with
 * tooltips hold the sender's address and the full time, and the row's label says sender, subject, time and the beginning
 * of the mail in this order; what comes after the time is cut off and not looked at.
 */
export const outlook: Webmail = {
  id: "outlook",
  title: "Outlook",
  hosts: [/^outlook\.(live|office|office365)\.com$/, /^outlook\.cloud\.microsoft$/],
  isHere: (page) => /^outlook\.((live|office|office365)\.com|cloud\.microsoft)$/.test(page.location.hostname),
  read(page, now) {
    const rows = page.querySelectorAll(
      '[role="listbox"] [role="option"][data-convid],[role="option"][data-convid]',
    )
    if (rows.length === 0) return null
    const lang = page.documentElement.lang
    const lines = readLines(rows, (row) => readRow(row, now, lang))
    const path = page.location.pathname
    const isInbox = /\/mail\/(\d+\/)?(inbox\/?)?$/i.test(path)
    const isFocused = page.querySelector('[role="tablist"] [role="tab"][aria-selected="true"]') !== null
    return { lines, isWhole: isInbox && !isFocused }
  },
}

function readRow(row: Element, now: number, lang: string): InboxLine | null {
  const titled = [...row.querySelectorAll("span[title], div[title]")]
  const from = titled.find((each) => findAddress(each.getAttribute("title")) !== null)
  const when = titled.findLast(
    (each) => each !== from && readListTime(each.getAttribute("title"), now, lang) !== null,
  )
  const id = row.getAttribute("data-convid") ?? ""
  const sender = findAddress(from?.getAttribute("title")) ?? (textOf(from) || null)
  const time = readListTime(when?.getAttribute("title"), now, lang)
  const own = row.querySelector('[data-testid*="subject" i], [id*="subject" i], .lvHighlightSubjectClass')
  const subject = own
    ? textOf(own)
    : findSubject(row.getAttribute("aria-label") ?? "", textOf(from), textOf(when))
  return { id, sender, subject, time }
}

/** Between the sender's name and the time that is shown. */
function findSubject(label: string, name: string, shownTime: string): string {
  let rest = label.replace(/\s+/g, " ").trim()
  while (states.test(rest)) rest = rest.replace(states, "")
  const start = name === "" ? -1 : rest.indexOf(name)
  if (start < 0 || shownTime === "") return ""
  rest = rest.slice(start + name.length)
  const end = rest.indexOf(shownTime)
  return end < 0
    ? ""
    : rest
        .slice(0, end)
        .replace(/^[\s,.]+|[\s,.]+$/g, "")
        .slice(0, 300)
}
