import { KNOWN_EVENTS } from "../../known-events"
import type { DocumentPath } from "../../map/map-problem"
import type { Matcher } from "../../map/matcher"
import { findNearest } from "../../map/nearest"
import { defineRule, type Flaw } from "../finding"
import { quote } from "../name-list"
import { listTriggers, type PlacedTrigger } from "../reasoning/at-trigger"

/** An event name and where it is written. */
interface PlacedName {
  name: string
  path: DocumentPath
}

/** A trigger that waits for, or is cancelled by, an event that no detector and no touchpoint rule can produce. */
export const eventNobodyProduces = defineRule({
  code: "event-nobody-produces",
  kind: "never-can",
  find({ map }) {
    const produced = new Set([...KNOWN_EVENTS, ...(map.touchpoints ?? []).map(({ event }) => event)])
    return (map.scenarios ?? []).flatMap((scenario, index) =>
      listTriggers(scenario.trigger).flatMap((placed) => {
        const { anchors, others } = namesOf(placed)
        const unknown = (names: PlacedName[]) => names.filter(({ name }) => !produced.has(name))
        return [
          ...unknown(anchors).map(({ name, path }) =>
            flaw(name, ["scenarios", index, ...path], true, produced),
          ),
          ...unknown(others).map(({ name, path }) =>
            flaw(name, ["scenarios", index, ...path], false, produced),
          ),
        ]
      }),
    )
  },
})

function namesOf({ trigger, path }: PlacedTrigger): { anchors: PlacedName[]; others: PlacedName[] } {
  if ("inactive" in trigger) {
    return { anchors: trigger.of === undefined ? [] : placeNames(trigger.of, [...path, "of"]), others: [] }
  }
  if (!("event" in trigger)) return { anchors: [], others: [] }
  const anchors = placeNames({ event: trigger.event }, path)
  return { anchors, others: "without" in trigger ? placeNames(trigger.without, [...path, "without"]) : [] }
}

function placeNames(matcher: Matcher, path: DocumentPath): PlacedName[] {
  if (typeof matcher === "string") return [{ name: matcher, path }]
  if (Array.isArray(matcher)) return matcher.flatMap((part, index) => placeNames(part, [...path, index]))
  const { event } = matcher
  if (typeof event === "string") return [{ name: event, path: [...path, "event"] }]
  return event.map((name, index) => ({ name, path: [...path, "event", index] }))
}

function flaw(name: string, path: DocumentPath, isAnchor: boolean, produced: ReadonlySet<string>): Flaw {
  const event = quote(name)
  const near = findNearest(name, produced)
  const meant = near === null ? null : quote(near)
  return {
    path,
    severity: "warning",
    message: isAnchor
      ? {
          en: `No detector and no touchpoint rule can produce the event ${event.en}, so this can never trigger.`,
          ru: `Событие ${event.ru} не создаёт ни один детектор и ни одно правило точки контакта: триггер никогда не сработает.`,
        }
      : {
          en: `No detector and no touchpoint rule can produce the event ${event.en}, so it can never cancel the trigger.`,
          ru: `Событие ${event.ru} не создаёт ни один детектор и ни одно правило точки контакта: оно никогда не отменит триггер.`,
        },
    proposal: {
      en: `${meant ? `Did you mean ${meant.en}? Else add` : "Add"} a rule for it under \`touchpoints\`.`,
      ru: `${meant ? `Возможно, вы имели в виду ${meant.ru}? Иначе добавьте` : "Добавьте"} для него правило в \`touchpoints\`.`,
    },
  }
}
