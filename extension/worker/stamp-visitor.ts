import type { RecordedEvent } from "../messages"
import type { Visitor } from "./site-record"

/** As analytics counts: a session ends with 30 minutes of silence or a new campaign, never at midnight. */
const SESSION_IDLE_MS = 30 * 60 * 1000

/** Gives a recorded event its visitor and session; `visitor` is changed in place. */
export function stampVisitor(
  event: RecordedEvent,
  visitor: Visitor,
): RecordedEvent & { person: string; session: string } {
  const campaign = event.campaign ? JSON.stringify(event.campaign) : ""
  const renewed =
    !visitor.session ||
    event.at - visitor.lastAt > SESSION_IDLE_MS ||
    (campaign !== "" && campaign !== visitor.campaign)
  if (renewed) visitor.session = `s-${crypto.randomUUID()}`
  if (campaign) visitor.campaign = campaign
  visitor.lastAt = Math.max(visitor.lastAt, event.at)
  return { ...event, person: visitor.person, session: visitor.session }
}
