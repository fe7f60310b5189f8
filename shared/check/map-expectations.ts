import type { TouchpointEvent } from "../event"
import type { CommunicationMap } from "../map/communication-map"
import type { EventRemark } from "./event-remark"
import { valuesAt } from "./values-at"

/** What a map asks of the events it names: where a number must stand, and which keys its scenarios run by. */
export interface MapExpectations {
  numbers: ReadonlyMap<string, ReadonlySet<string>>
  keys: ReadonlyMap<string, ReadonlySet<string>>
}

type Fields = Record<string, unknown>
const ORDERED = ["gt", "gte", "lt", "lte"]

/**
 * Read from a map once: paths that a filter compares by size or a sum adds up, and `per` keys. A path that a page
 * leaves out may be meant so; one that holds something else makes a condition false in silence.
 */
export function readExpectations(map: CommunicationMap): MapExpectations {
  const numbers = new Map<string, Set<string>>()
  const keys = new Map<string, Set<string>>()
  const note = (table: Map<string, Set<string>>, events: unknown, path: string) => {
    for (const name of namesOf(events)) table.set(name, (table.get(name) ?? new Set()).add(path))
  }
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item)
    if (typeof value !== "object" || value === null || Array.isArray(value)) return
    const given = value as Fields
    const { event, where, per, sum, of } = given
    if (event !== undefined && typeof where === "object" && where !== null)
      for (const [path, wanted] of Object.entries(where)) if (comparesSize(wanted)) note(numbers, event, path)
    if (event !== undefined && typeof per === "string") note(keys, event, per)
    if (typeof sum === "string") note(numbers, of, sum)
    for (const [key, inner] of Object.entries(given)) if (key !== "x" && key !== "cjm") walk(inner)
  }
  walk([map.stages, map.segments, map.scenarios, map.mix])
  return { numbers, keys }
}

/** Where an event does not hold what the map's conditions need. */
export function checkExpectations({ numbers, keys }: MapExpectations, event: TouchpointEvent): EventRemark[] {
  const remarks: EventRemark[] = []
  for (const path of numbers.get(event.name) ?? [])
    if (valuesAt(event, path).some((value) => typeof value !== "number"))
      remarks.push({
        code: "map-wants-number",
        severity: "error",
        path,
        message: {
          en: "The map compares or adds up this value, and it is no number: its condition does not hold.",
          ru: "Карта сравнивает или складывает это значение, а оно не число: условие не выполняется.",
        },
      })
  for (const path of keys.get(event.name) ?? [])
    if (valuesAt(event, path).length === 0)
      remarks.push({
        code: "map-wants-key",
        severity: "warning",
        path,
        message: {
          en: "A scenario of the map runs by this key, and it is missing: the event begins nothing.",
          ru: "Сценарий карты идёт по этому ключу, а его нет: событие ничего не начинает.",
        },
      })
  return remarks
}

function comparesSize(wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return false
  return ORDERED.some((key) => typeof (wanted as Fields)[key] === "number")
}

function namesOf(matcher: unknown): string[] {
  if (typeof matcher === "string") return [matcher]
  if (Array.isArray(matcher)) return matcher.flatMap(namesOf)
  if (typeof matcher === "object" && matcher !== null) return namesOf((matcher as Fields).event)
  return []
}
