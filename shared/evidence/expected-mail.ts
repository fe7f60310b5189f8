import { compilePatterns } from "../engine/pattern"
import type { CommunicationMap } from "../map/communication-map"

/** A message that the map sends by mail, and how it is told from other mail. */
export interface ExpectedMail {
  message: string
  channel: string
  /** Patterns of the map's `match`; both empty where it cannot be told. */
  subject: string[]
  sender: string[]
}

/** Mail is what is called so, or goes to an address of that name. */
export function isMailChannel(map: CommunicationMap, channel: string): boolean {
  return /mail/i.test(channel) || /(^|\.)e-?mail$/i.test(map.channels?.[channel]?.address ?? "")
}

/** Every message that some step of the map sends by mail, once a channel. */
export function listExpectedMail(map: CommunicationMap): ExpectedMail[] {
  const found = new Map<string, ExpectedMail>()
  for (const { channel, message } of (map.scenarios ?? []).flatMap(({ steps }) => steps)) {
    if (message === undefined || !isMailChannel(map, channel)) continue
    const match = map.messages?.[message]?.match
    found.set(`${channel}\n${message}`, {
      message,
      channel,
      subject: [match?.subject ?? []].flat(),
      sender: [match?.sender ?? []].flat(),
    })
  }
  return [...found.values()]
}

/** The message that a mail is, by its subject or sender as rule 23 of the journey engine matches them; null for all others. */
export function findExpectedMail(
  expected: readonly ExpectedMail[],
  mail: { subject: string; sender: string | null },
): ExpectedMail | null {
  return (
    expected.find(
      ({ subject, sender }) =>
        (subject.length > 0 && compilePatterns(subject)(mail.subject)) ||
        (sender.length > 0 && mail.sender !== null && compilePatterns(sender)(mail.sender)),
    ) ?? null
  )
}
