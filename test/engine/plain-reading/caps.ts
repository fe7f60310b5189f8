import type { Zone } from "../../../shared/engine/zone"
import type { Cap } from "../../../shared/map/channel"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import { durationMs } from "../../../shared/map/duration"
import type { PlainMessage, PlainPerson, PlainStep } from "./people"
import { lapseOf } from "./runs"
import { wallOf } from "./walls"

const DAY = 86_400_000

export const hasFailed = (message: PlainMessage | null) =>
  message !== null && message.failedAt !== null && message.openedAt === null

export const typeOf = (map: CommunicationMap, { plan }: PlainStep) =>
  (plan.message === undefined ? undefined : map.messages?.[plan.message]?.type) ?? "triggered"

export const limits = (cap: Cap, type: string | null) =>
  type !== "service" && (!cap.types || (type !== null && (cap.types as string[]).includes(type)))

export const capsOf = (map: CommunicationMap, channel: string): [Cap, string | null][] => [
  ...(map.channels?.[channel]?.caps ?? []).map((cap): [Cap, string | null] => [cap, channel]),
  ...(map.caps ?? []).map((cap): [Cap, string | null] => [cap, null]),
]

/** Rule 21: what counts, each time anew from all runs and messages. */
export function isFull(
  map: CommunicationMap,
  person: PlainPerson,
  cap: Cap,
  over: string | null,
  at: number,
  zone: Zone,
): boolean {
  const counted: number[] = []
  for (const run of person.runs) {
    for (const step of run.steps) {
      if ((over !== null && step.plan.channel !== over) || !limits(cap, typeOf(map, step))) continue
      const isCut = run.over !== null && run.over !== "merged" && (run.overAt ?? 0) <= lapseOf(map, step)
      if (step.state === "open" && !(isCut && at > lapseOf(map, step))) counted.push(step.due)
      if (step.state === "settled" && (!hasFailed(step.message) || step.message?.sentAt != null))
        counted.push(step.due)
    }
  }
  for (const message of person.messages) {
    if (!message.isJudged || message.kind === "step" || message.sentAt === null) continue
    if ((over === null || message.channel === over) && limits(cap, message.type)) counted.push(message.sentAt)
  }
  const isInside = (sentAt: number) => {
    if (sentAt > at) return false
    if (!cap.per.startsWith("calendar")) return sentAt > at - durationMs(cap.per)
    const [now, then] = [wallOf(at, zone), wallOf(sentAt, zone)]
    if (cap.per === "calendar-day") return now.day === then.day
    if (cap.per === "calendar-week") return now.day - now.weekday === then.day - then.weekday
    const month = (day: number) => new Date(day * DAY).toISOString().slice(0, 7)
    return month(now.day) === month(then.day)
  }
  return counted.filter(isInside).length >= cap.max
}
