import type { Layout, OverlayMove } from "../messages"

/** From the script in an open inbox to the worker. Which inbox it is the browser says, never the message. */
export type InboxMessage =
  /** Answered with orders, or with null where the person has not switched this inbox on. */
  { type: "inbox-hello" } | ({ type: "inbox-seen" } & InboxSighting)

/** What the script has seen of the list. */
export interface InboxSighting {
  /** Lines that one of the patterns fits; no other leaves the page. */
  lines: SeenLine[]
  /** While the whole list was to be seen, ms UTC: what came then is in it. */
  looked: { from: number; to: number } | null
  /** Which webmail it is; null where the page shows no list that can be read. */
  webmail: string | null
  isWhole: boolean
}

export interface SeenLine {
  id: string
  sender: string | null
  subject: string
  /** It came some time in between, ms UTC. */
  from: number
  to: number
}

/** What the worker asks of the script. */
export interface InboxOrders {
  type: "inbox-orders"
  /** Lines from before are none of ours, ms UTC. */
  since: number
  /** Any one of a subject's or a sender's patterns makes a line ours. */
  subject: string[]
  sender: string[]
  layout: Layout
}

/** What it is told later. */
export type InboxOrder =
  | InboxOrders
  | { type: "inbox-layout"; layout: Layout }
  | OverlayMove
  /** The person has switched it off. */
  | { type: "inbox-stop" }
