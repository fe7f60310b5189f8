import type { CompiledMap, CompiledStep } from "./compiled-map"
import type { Entry } from "./entry"
import type { Evidence } from "./evidence-event"
import { findLatestMessage, fitsEither } from "./match-evidence"
import type { Message, MessageNames } from "./message"
import type { Person } from "./person"

/** How senders call their channels in `utm_medium` and `utm_source`, besides the channel's own id. */
const CHANNEL_WORDS: [string, RegExp][] = [
  ["email", /^(e-?mail(ing)?|mail|news-?letter|edm|eml)\b|(^|[-_])e-?mail$/i],
  ["sms", /^(sms|text)$|(^|[-_])sms([-_]|$)/i],
  ["push", /push/i],
  ["messenger", /^(messenger|whats-?app|telegram|viber|wa|tg|line|rcs|fb-?messenger)([-_]|$)/i],
  ["chatbot", /chat-?bot/i],
]

/** Bought or found, and not sent to a person: a campaign may bear one name everywhere. */
const NO_MESSAGE =
  /^(cp[acmvp]|ppc|paid.*|.*[-_]paid|sem|display|banner|native|video|social.*|retarget.*|remarket.*|affiliate.*|partner.*|referral|organic|qr|print|offline)$/i

/**
 * A visit that begins with the campaign of a message of the map: whoever arrives so has got the message and clicked it.
 * `campaign.name` and `campaign.content` are held against the `match` of its messages; who fits none is no evidence, nor
 * is an advertisement of the same name, a link of the site itself, or one of which it cannot be said by which channel it
 * came.
 *
 * The specification knows evidence by the names of events alone, so this is done only where it is asked for: in the
 * extension, which watches the visit, and with `--arrivals`.
 */
export function readArrival({ event, at }: Entry, compiled: CompiledMap): Evidence | null {
  const { campaign, page } = event
  const { arrivals } = compiled
  if (!arrivals || !campaign || isOwnLink(page)) return null
  const { name, content, medium, source } = campaign
  const key = JSON.stringify([name, content, medium, source])
  let meant = arrivals.get(key)
  if (meant === undefined) {
    meant = findMeant(campaign, compiled)
    if (arrivals.size >= MOST_CAMPAIGNS) arrivals.clear()
    arrivals.set(key, meant)
  }
  return meant && { id: event.id, at, kind: "clicked", providerId: null, nameless: false, ...meant }
}

/** Links bear the same few campaigns again and again; of a hostile log, not more than these are remembered. */
const MOST_CAMPAIGNS = 1_000

/** Which message of the map a campaign means. */
export interface Meant {
  channel: string
  names: MessageNames
}

function findMeant(campaign: Campaign, compiled: CompiledMap): Meant | null {
  const given: MessageNames = {}
  if (isText(campaign.name)) given.campaign = campaign.name
  if (isText(campaign.content)) given.template = campaign.content
  const planned = compiled.steps.filter(({ message }) => fitsEither(message, given, "campaign", "template"))
  const channel = planned.length === 0 ? null : chooseChannel(campaign, planned, compiled)
  if (channel === null) return null
  // What no message of this channel goes by says nothing, and would keep it from joining what connectors tell.
  const names: MessageNames = {}
  for (const name of ["campaign", "template"] as const)
    if (planned.some((step) => step.channel.id === channel && fitsEither(step.message, given, name)))
      names[name] = given[name] as string
  return Object.keys(names).length === 0 ? null : { channel, names }
}

type Campaign = NonNullable<Entry["event"]["campaign"]>

/** By `utm_medium`, else by `utm_source`, else the one channel over which the map sends such messages. */
function chooseChannel(
  { source, medium }: Campaign,
  planned: readonly CompiledStep[],
  { channels }: CompiledMap,
): string | null {
  if (isText(medium) && NO_MESSAGE.test(medium.trim())) return null
  for (const word of [medium, source]) {
    if (!isText(word)) continue
    const trimmed = word.trim().toLowerCase()
    for (const id of channels.keys()) if (id.toLowerCase() === trimmed) return id
    const known = CHANNEL_WORDS.find(([, pattern]) => pattern.test(trimmed))?.[0]
    if (known !== undefined && channels.has(known)) return known
  }
  const over = new Set(planned.map((step) => step.channel.id))
  return over.size === 1 ? ([...over][0] ?? null) : null
}

function isOwnLink(page: Entry["event"]["page"]): boolean {
  const [from, to] = [originOf(page?.referrer), originOf(page?.url)]
  return from !== null && from === to
}

function originOf(address: unknown): string | null {
  return (
    (typeof address === "string" ? /^https?:\/\/[^/?#]+/i.exec(address)?.[0]?.toLowerCase() : null) ?? null
  )
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== ""
}

/**
 * The message that was clicked, where one is known: the latest of that channel with the same names, else the latest that
 * came for a step with such a message, by whatever name it was known. Only what has been sent can be clicked.
 */
export function findArrived(person: Person, evidence: Evidence): Message | null {
  const same = findLatestMessage(person, evidence)
  if (same) return same
  return (
    person.messages?.findLast(
      ({ channel, step, sentAt }) =>
        channel === evidence.channel &&
        sentAt !== null &&
        step !== null &&
        fitsEither(step.plan.message, evidence.names, "campaign", "template"),
    ) ?? null
  )
}
