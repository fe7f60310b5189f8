import { CronPattern } from "croner"
import type { QuietHours } from "../../map/channel"
import { parseDuration } from "../../map/duration"
import type { SingleTrigger } from "../../map/trigger"
import { wallMinutes } from "../../map/wall-time"
import { defineRule } from "../finding"
import { quote } from "../name-list"
import { listTriggers } from "../reasoning/at-trigger"
import { channelOfStep, listSteps } from "../scenario-plan"

/** A step whose only minutes lie in the quiet hours of its channel. */
export const quietLeavesNoMinute = defineRule({
  code: "quiet-leaves-no-minute",
  kind: "never-can",
  find: ({ map }) =>
    listSteps(map).flatMap(({ scenario, step, index, path }) => {
      const { quiet } = channelOfStep(step, map)
      if (!quiet) return []
      const minutes = step.at === undefined ? null : [wallMinutes(step.at)]
      // Without an `at` of its own, a first step that waits for nothing is due at the minutes of its trigger.
      const isAtTrigger = index === 0 && minutes === null && !step.after && step.days === undefined
      const triggers = listTriggers(scenario.trigger)
      const due =
        isAtTrigger && quiet.on === "skip"
          ? minutesOfTriggers(triggers.map(({ trigger }) => trigger))
          : minutes
      if (due === null || due.some((minute) => !isQuiet(minute, quiet))) return []
      const [id, channel] = [quote(step.id), quote(step.channel)]
      const hours = `${quiet.from}–${quiet.to}`
      return {
        path: step.at === undefined ? path : [...path, "at"],
        severity: "warning" as const,
        message: {
          en: `Step ${id.en} can never be sent: it is due only in the quiet hours of channel ${channel.en} (${hours}).`,
          ru: `Шаг ${id.ru} никогда не уйдёт: его время всегда попадает в тихие часы канала ${channel.ru} (${hours}).`,
        },
        proposal: {
          en: "Choose a time outside of them, or another channel.",
          ru: "Выберите время вне тихих часов или другой канал.",
        },
      }
    }),
})

function isQuiet(minute: number, { from, to }: QuietHours): boolean {
  const [start, end] = [wallMinutes(from), wallMinutes(to)]
  return start < end ? minute >= start && minute < end : minute >= start || minute < end
}

/** The minutes of the person's day at which these triggers fire; null where they may fire at any. */
function minutesOfTriggers(triggers: readonly SingleTrigger[]): number[] | null {
  const each = triggers.map((trigger) => {
    // A schedule in the map's zone is at another hour elsewhere.
    if ("schedule" in trigger) return trigger.zone === "person" ? minutesOfSchedule(trigger.schedule) : null
    if (!("date" in trigger) || trigger.onPast === "send") return null
    const offsetMs = parseDuration(trigger.offset ?? "0s", { signed: true }) ?? 0
    // Whole days keep the wall time.
    return offsetMs % 86_400_000 === 0 ? [wallMinutes(trigger.at ?? "10:00")] : null
  })
  return each.every((minutes) => minutes !== null) ? each.flat() : null
}

function minutesOfSchedule(schedule: string): number[] {
  const { hour, minute } = new CronPattern(schedule, "UTC", { mode: "5-part" })
  const set = (flags: number[]) => flags.flatMap((flag, value) => (flag ? [value] : []))
  return set(hour).flatMap((hours) => set(minute).map((minutes) => hours * 60 + minutes))
}
