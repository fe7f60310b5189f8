import type { TouchpointEvent } from "../../../shared/event"
import { type ExpectedMail, findExpectedMail, listExpectedMail, parseEvent } from "../../domain"
import type { SeenLine } from "../../inbox/messages"
import { latestPerson, type SiteJourney } from "../site-journey"

/** Who told it, of evidence from an open inbox. */
export const FROM_INBOX = "webmail"
const MOST_LINES = 250
const MOST_TEXT = 300
/** The clocks of an inbox and of a service may differ by so much. */
const SAME_MS = 120_000

/**
 * The lines of an open inbox as evidence for the visitor. What the script in the page says is looked at again: only what
 * the map expects becomes an event.
 */
export function makeInboxEvents(
  loaded: SiteJourney,
  { origin, lines }: { origin: string; lines: unknown },
  now: number,
): TouchpointEvent[] {
  const person = latestPerson(loaded)
  if (person === null) return []
  const expected = listExpectedMail(loaded.map)
  const dues = listDues(loaded, person, now)
  return readLines(lines).flatMap((line) => {
    const mail = findExpectedMail(expected, line)
    if (!mail || line.to < loaded.record.recordedFrom || line.from > now) return []
    const at = placeInTime(line, dues.get(mail.channel) ?? [], now)
    const event = {
      id: `${FROM_INBOX}:${origin}:${line.id}`.slice(0, 600),
      name: "message_delivered",
      at,
      person,
      props: describe(mail, line),
      source: FROM_INBOX,
    }
    const parsed = parseEvent(event)
    return "event" in parsed && !isKnown(loaded, parsed.event) ? [parsed.event] : []
  })
}

function describe({ channel }: ExpectedMail, { id, subject, sender }: SeenLine): Record<string, string> {
  return { channel, provider_id: `${FROM_INBOX}:${id}`, subject, ...(sender !== null && { sender }) }
}

/**
 * A list says a minute, or less: the mail came some time in it. Where a step was due in that time it may have come with
 * it, and nobody can say that it came before.
 */
function placeInTime({ from, to }: SeenLine, dues: readonly number[], now: number): number {
  const due = dues.find((at) => at > from && at <= to)
  return Math.min(due ?? Math.max(from, 0), now)
}

/** When steps of each channel are or were due, ms UTC. */
function listDues({ journey }: SiteJourney, person: string, now: number): Map<string, number[]> {
  const dues = new Map<string, number[]>()
  const runs = journey.result(now).people.find(({ ids }) => ids.includes(person))?.runs ?? []
  for (const { channel, dueAt } of runs.flatMap(({ steps }) => steps))
    if (dueAt !== null) dues.set(channel, [...(dues.get(channel) ?? []), Date.parse(dueAt)])
  return dues
}

function readLines(value: unknown): SeenLine[] {
  return (Array.isArray(value) ? value.slice(0, MOST_LINES) : []).flatMap(
    (line: Partial<SeenLine> | null) => {
      const { id, sender, subject, from, to } = line ?? {}
      if (typeof id !== "string" || id === "" || typeof subject !== "string") return []
      if (!isInstant(from) || !isInstant(to) || to < from) return []
      return [
        {
          id: id.slice(0, 200),
          sender: typeof sender === "string" ? sender.slice(0, MOST_TEXT) : null,
          subject: subject.slice(0, MOST_TEXT),
          from,
          to,
        },
      ]
    },
  )
}

export function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= 8.64e15
}

/** A service or test inbox has told of the same mail: it knows more of it. */
function isKnown({ events }: SiteJourney, event: TouchpointEvent): boolean {
  for (const other of events.values()) if (isEcho(event, other)) return true
  return false
}

function isEcho(event: TouchpointEvent, other: TouchpointEvent): boolean {
  return (
    event.source === FROM_INBOX &&
    other.source !== FROM_INBOX &&
    (other.name === "message_delivered" || other.name === "message_sent") &&
    other.props?.channel === event.props?.channel &&
    typeof other.props?.subject === "string" &&
    other.props.subject.trim() === event.props?.subject &&
    Math.abs(other.at - event.at) <= SAME_MS
  )
}

/** Mails of the open inbox that a source has told of as well: one message, and not two. */
export function findEchoes(events: readonly TouchpointEvent[]): Set<string> {
  const seen = events.filter(({ source }) => source === FROM_INBOX)
  if (seen.length === 0) return new Set()
  return new Set(seen.filter((event) => events.some((other) => isEcho(event, other))).map(({ id }) => id))
}
