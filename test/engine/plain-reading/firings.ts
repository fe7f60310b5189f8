import type { CommunicationMap } from "../../../shared/map/communication-map"
import { durationMs } from "../../../shared/map/duration"
import type { SingleTrigger } from "../../../shared/map/trigger"
import { fits, lastOf, type Past, traitsOf } from "./conditions"
import type { PlainPerson } from "./people"
import { instantOf, minutesOf, wallOf, zoneOf } from "./walls"

const DAY = 86_400_000

/** What absence, inactivity, date and schedule fire at exactly this instant, after its events. */
export function listFirings(
  map: CommunicationMap,
  person: PlainPerson,
  { events }: Past,
  at: number,
  trigger: SingleTrigger,
  { traitsSet, mark }: { traitsSet: boolean; mark: string },
): [string | null, string[]][] {
  const zone = zoneOf(traitsOf(events).timezone) ?? zoneOf(map.timeZone)
  if (!zone) return []
  if ("without" in trigger) {
    const waitMs = durationMs(trigger.for)
    const deadlines = new Map<string, { at: number; id: string }>()
    for (const event of events) {
      const keys =
        trigger.per === undefined ? [] : [event.props?.[trigger.per]].filter((key) => key !== undefined)
      if (fits(trigger.without, event))
        for (const key of keys.length > 0 ? keys.map(String) : [...deadlines.keys()]) {
          const anchor = deadlines.get(key)
          if (anchor && event.at <= anchor.at + waitMs) deadlines.delete(key)
        }
      if (!fits({ event: trigger.event, ...(trigger.where && { where: trigger.where }) }, event)) continue
      if (trigger.per !== undefined && keys.length === 0) continue
      const key = trigger.per === undefined ? "" : String(keys[0])
      const anchor = deadlines.get(key)
      if (anchor && trigger.restart === false && event.at <= anchor.at + waitMs) continue
      deadlines.set(key, { at: event.at, id: event.id })
    }
    return [...deadlines]
      .filter(([, anchor]) => anchor.at + waitMs === at)
      .map(([key, { id }]) => [trigger.per === undefined ? null : key, [id]])
  }
  if ("inactive" in trigger) {
    const last = lastOf(events, trigger.of)
    return last && last.at + durationMs(trigger.inactive) === at ? [[null, [last.id]]] : []
  }
  if ("schedule" in trigger) {
    const own = trigger.zone === "person" ? zone : (zoneOf(map.timeZone) ?? zone)
    const wall = wallOf(at, own)
    const found = /^(?:\*\/(\d+)|(\d+)) (\d+)-(\d+) \* \* \*$/.exec(trigger.schedule)
    if (!found) throw new Error(`Maps made here have no schedule ${trigger.schedule}`)
    const [every, minute, from, to] = found.slice(1).map((text) => (text === undefined ? null : Number(text)))
    const hour = Math.floor(wall.minute / 60)
    const isMinute = every != null ? (wall.minute % 60) % every === 0 : wall.minute % 60 === minute
    if (!isMinute || hour < (from ?? 0) || hour > (to ?? 24)) return []
    if (instantOf(wall.day, wall.minute, own) !== at) return []
    const number = wall.day * 1_440 + wall.minute
    const last = person.firedWalls.get(mark)
    if (trigger.zone === "person" && last !== undefined && number <= last) return []
    person.firedWalls.set(mark, number)
    return [[null, []]]
  }
  if ("date" in trigger) {
    const value = traitsOf(events)[trigger.date]
    const found = typeof value === "string" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null
    if (!found) return []
    const [year = 0, month = 0, date = 0] = found.slice(1).map(Number)
    const offsetMs = trigger.offset === undefined ? 0 : durationMs(trigger.offset)
    const wanted =
      trigger.every === "year" ? [-1, 0, 1].map((by) => new Date(at).getUTCFullYear() + by) : [year]
    for (const candidate of wanted) {
      if (candidate < year) continue
      const day = Date.UTC(candidate, month - 1, date) / DAY
      const minutes = minutesOf(trigger.at ?? "10:00")
      const occurrence =
        offsetMs % DAY === 0
          ? instantOf(day + offsetMs / DAY, minutes, zone)
          : instantOf(day, minutes, zone) + offsetMs
      const isMissed = trigger.onPast === "send" && traitsSet && occurrence < at && at - occurrence < DAY
      const name = `${mark} ${value} ${candidate}`
      if ((occurrence !== at && !isMissed) || person.firedDates.has(name)) continue
      person.firedDates.add(name)
      return [[null, []]]
    }
  }
  return []
}
