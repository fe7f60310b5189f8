import type { FindingSeed } from "../finding"
import { writeInstant } from "../instant"

/** One plain sentence for a finding, in English. Names from the log are quoted and cut. */
export function writeFinding(seed: FindingSeed, person: string | null): string {
  const who = person === null ? "" : quote(person)
  const what =
    seed.scenario === null ? "a message" : quote([seed.scenario, seed.step].filter(Boolean).join("/"))
  const over = seed.channel === null ? "" : ` by ${seed.channel}`
  const when = writeInstant(seed.at)
  switch (seed.kind) {
    case "missed":
      return `${what} should have gone out to ${who}${over}. Nobody has seen it by ${when}.`
    case "should-not-have":
      return `${what} went out to ${who}${over} although it should not have: ${seed.reason ?? "refused"}.`
    case "in-quiet-hours":
      return `${what} reached ${who}${over} in quiet hours.`
    case "over-cap":
      return `${what} went out to ${who}${over} beyond a cap.`
    case "wrong-channel":
      return `${what} came to ${who}${over}, which is not its channel.`
    case "duplicate":
      return `${what} went out to ${who}${over} a second time.`
    case "failed":
      return `${what} to ${who}${over} failed.`
    case "late":
      return `${what} went out to ${who}${over} late.`
    case "early":
      return `${what} went out to ${who}${over} before it was due.`
    case "unplanned":
      return `A message went out to ${who}${over} that no scenario plans.`
    case "never-can":
      return `${what} can never go out${over}: the channel is not joined.`
    case "duplicate-event":
      return `${who} has this ${seed.detail ?? "event"} already: the same transaction came twice.`
    case "phantom-event":
      return `${quote(seed.detail ?? "event")} of ${who} came without a gesture in the 2 s before.`
    case "bad-event":
      return person === null
        ? `A line cannot be used: ${seed.detail}.`
        : `An event of ${who} has a value that cannot be used: ${seed.detail}.`
    case "mix":
      return `The mix of messages to ${who} is off its target: ${seed.detail}.`
    case "volume":
      return `${who} got more messages than planned: ${seed.detail}.`
    case "ignored-active":
      return `${quote(seed.scenario ?? "")} was triggered again for ${who} while it was running.`
  }
}

function quote(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 29)}…${text.slice(-29)}` : text}”`
}
