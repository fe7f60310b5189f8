import type { ScheduleTrigger } from "../../map/trigger"
import { Schedule } from "../schedule"
import { defineTrigger } from "../trigger"

/**
 * `{ schedule: CRON5, zone? }`: at that time, for every person with an event at or before it. Each matching wall
 * minute fires once per local day, also when the person's zone changes.
 */
export const schedule = defineTrigger<ScheduleTrigger>({
  key: "schedule",
  fits: (trigger) => "schedule" in trigger,
  compile(trigger, scope) {
    const times = new Schedule(trigger.schedule)
    const ofPerson = trigger.zone === "person"
    const mark = scope.takeMark()
    const asked = { code: "schedule", cron: trigger.schedule } as const
    return {
      timer: {
        fire(person, at) {
          const zone = ofPerson ? person.zone() : scope.zone
          const wall = times.wallAt(at, zone)
          if (wall === null) return []
          // In one zone the walls only go forward; where the person moves west, a minute comes again.
          if (ofPerson) {
            const fired = person.firedWalls?.get(mark)
            if (fired !== undefined && wall <= fired) return []
            person.firedWalls ??= new Map()
            person.firedWalls.set(mark, wall)
          }
          return [{ key: null, because: [] }]
        },
        isEndless: true,
        // In the person's own zone every firing is remembered, for the day that comes twice.
        waitsForAudience: !ofPerson,
        nextAt: (person, after) =>
          times.nextAfter(after, ofPerson ? person.zone() : scope.zone)?.at ?? Number.POSITIVE_INFINITY,
      },
      explain: (person, at) => {
        const next = times.nextAfter(at, ofPerson ? person.zone() : scope.zone)
        return {
          kind: "leaf",
          asked,
          met: false,
          is: { code: "next", at: next?.at ?? null },
          change: { code: "wait", until: next?.at ?? null },
          ...(!next && { lost: true }),
        }
      },
    }
  },
})
