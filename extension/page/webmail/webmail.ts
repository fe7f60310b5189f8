import type { ListTime } from "./read-list-time"

/** One line of a list of mails: what every passer-by of the screen sees, and nothing of what the mail says. */
export interface InboxLine {
  /** The webmail's own id of it, the same whenever the list is read. */
  id: string
  /** The address, where the list has it, else the name. */
  sender: string | null
  subject: string
  time: ListTime | null
}

export interface InboxList {
  lines: InboxLine[]
  /**
   * Whatever comes in would show up in this list: it is the inbox itself, its newest end, with no search, tab or grouping
   * in between. Only then does it say anything that a mail is not there.
   */
  isWhole: boolean
}

/** How one webmail shows its list. A file of this folder, a line in the registry, a test on a page built like it. */
export interface Webmail {
  id: string
  title: string
  /** Its addresses, by host; a webmail that anybody hosts has none. */
  hosts: readonly RegExp[]
  /** Whether this document is one of its pages. */
  isHere(page: Document): boolean
  /** The list as it stands; null where the page shows none (a mail is open, or it still loads). `now` is ms UTC. */
  read(page: Document, now: number): InboxList | null
}

/** More than any webmail lists at once. */
const MOST_LINES = 250
const MOST_TEXT = 300

/** Text of an element, in one line. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, MOST_TEXT)
}

/** Lines that can be read; one that cannot costs no other. */
export function readLines(
  rows: Iterable<Element>,
  readLine: (row: Element) => InboxLine | null,
): InboxLine[] {
  const lines: InboxLine[] = []
  for (const row of [...rows].slice(0, MOST_LINES)) {
    const line = readLine(row)
    if (line && line.id !== "" && line.subject !== "") lines.push(line)
  }
  return lines
}

const address = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[^\s<>"'(),;:]+/

/** The address in a text, in small letters. */
export function findAddress(text: string | null | undefined): string | null {
  return address.exec((text ?? "").slice(0, MOST_TEXT))?.[0]?.toLowerCase() ?? null
}
