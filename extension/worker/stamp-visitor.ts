import type { RecordedEvent } from "../messages"
import type { Visitor } from "./site-record"

/** As analytics counts: a session ends with 30 minutes of silence or a new campaign, never at midnight. */
const SESSION_IDLE_MS = 30 * 60 * 1000
/** A clock that is set right by a little now and then was not set back. */
export const CLOCK_TOLERANCE_MS = 60_000

/**
 * Gives a recorded event its visitor and session; `visitor` is changed in place. Where the device's clock was set back,
 * the last event lies after `now` (ms UTC), and no silence is measured from it.
 */
export function stampVisitor(
  event: RecordedEvent,
  visitor: Visitor,
  now: number,
): RecordedEvent & { person: string; session: string } {
  const campaign = event.campaign ? JSON.stringify(event.campaign) : ""
  if (visitor.lastAt > now + CLOCK_TOLERANCE_MS) visitor.lastAt = event.at
  const renewed =
    !visitor.session ||
    event.at - visitor.lastAt > SESSION_IDLE_MS ||
    (campaign !== "" && campaign !== visitor.campaign)
  if (renewed) visitor.session = `s-${crypto.randomUUID()}`
  if (campaign) visitor.campaign = campaign
  visitor.lastAt = Math.max(visitor.lastAt, event.at)
  return { ...event, person: visitor.person, session: visitor.session }
}
