import type { Reader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import type { FollowUpView } from "./state"

/** E-mail · Cart reminder: what a person would call this step. */
export function nameFollowUp(
  followUp: Pick<FollowUpView, "channel" | "message">,
  reader: Reader,
  most = 30,
): string {
  const channel = reader.startSentence(reader.channelName(followUp.channel))
  const message = followUp.message === null ? "" : cutMiddle(followUp.message, most)
  return message === "" ? channel : `${channel} · ${message}`
}

/** What happened to this step, or is to happen, in a sentence with its times as seen from `now`. */
export function describeFollowUp(followUp: FollowUpView, reader: Reader, now: number): string {
  const { words, formats } = reader
  const moment = (at: number | null) => (at === null ? words.followUp.noTime : formats.moment(at, now))
  const message = followUp.message === null ? "" : cutMiddle(followUp.message, 60)
  const subject = words.followUp.subject(
    reader.channelName(followUp.channel),
    message === "" ? null : formats.quote(message),
  )
  const due = moment(followUp.dueAt)
  const until = moment(followUp.graceEndsAt ?? followUp.dueAt)
  const sent = moment(followUp.sentAt)
  const reason = reader.reason(followUp.reason) ?? words.followUp.unknownReason
  switch (followUp.status) {
    case "missed":
      return words.followUp.missed(subject, due, until)
    case "unknown":
      return words.followUp.unknown(subject, due)
    case "scheduled":
      return words.followUp.scheduled(subject, due)
    case "due":
      return words.followUp.due(subject, due, until)
    case "sent":
      return words.followUp.sent(subject, due, sent)
    case "late":
      return words.followUp.late(subject, due, sent)
    case "early":
      return words.followUp.early(subject, due, sent)
    case "failed":
      return words.followUp.failed(subject, due)
    case "withheld":
      return followUp.sentAt === null
        ? words.followUp.withheld(subject)
        : words.followUp.shouldNotHave(subject, sent, reader.journey.reasons.withheld)
    case "skipped":
      return followUp.sentAt === null
        ? words.followUp.skipped(subject, reason)
        : words.followUp.shouldNotHave(subject, sent, reason)
    case "should-not-have":
      return words.followUp.shouldNotHave(subject, sent, reason)
  }
}
