import { asFields } from "../shared/log/ga4-push"
import type { RecordedEvent } from "./detector"
import { readPushedEvent } from "./detectors/data-layer"

/** What a push tells is told within this; of one that no event came of nothing is kept longer. */
const TOLD_WITHIN_MS = 10_000
const MOST_KEPT = 50
const MOST_ITEMS = 20

const amounts = ["value", "tax", "shipping"]
const itemAmounts = ["price", "discount", "quantity", "index"]

export interface MendedNotes {
  note(push: unknown, at: number): void
  /** What was mended of the pushes that this event was told by. */
  take(event: RecordedEvent, now: number): string[]
}

/** Where a push fell short of GA4. */
export interface Shortfall {
  name: string
  at: number
  paths: string[]
}

/** Where this push falls short, or null. `at` in ms UTC. */
export function readShortfall(push: unknown, at: number): Shortfall | null {
  const [name, fields] = readPushedEvent(push)
  if (typeof name !== "string") return null
  const paths = findShortcomings(asFields(fields) ?? {})
  return paths.length > 0 ? { name, at, paths } : null
}

/**
 * Remembers where a GA4 push fell short of what GA4 wants, before the recorder reads texts as amounts and knows the
 * currency from elsewhere: who audits a site is to hear of it. Times in ms UTC.
 */
export function noteMended(): MendedNotes {
  let kept: Shortfall[] = []
  return {
    note(push, at) {
      const found = readShortfall(push, at)
      if (found) kept = [...kept, found].slice(-MOST_KEPT)
    },
    take({ name, source, at }, now) {
      kept = kept.filter((one) => now - one.at < TOLD_WITHIN_MS)
      const found = /data-layer/.test(source)
        ? kept.find((one) => one.name === name && one.at >= at - TOLD_WITHIN_MS)
        : undefined
      kept = kept.filter((one) => one !== found)
      return found?.paths ?? []
    },
  }
}

function findShortcomings(fields: Record<string, unknown>): string[] {
  const items = Array.isArray(fields.items)
    ? fields.items.slice(0, MOST_ITEMS).map((item) => asFields(item) ?? {})
    : []
  const hasMoney = [fields.value, ...items.map(({ price }) => price)].some((amount) => amount !== undefined)
  const hasCurrency = [fields, ...items].some(({ currency }) => currency)
  const isText = (value: unknown) => typeof value === "string" && /\d/.test(value)
  return [
    ...(hasMoney && !hasCurrency ? ["currency"] : []),
    ...amounts.filter((key) => isText(fields[key])),
    ...items.flatMap((item, index) =>
      itemAmounts.filter((key) => isText(item[key])).map((key) => `items[${index}].${key}`),
    ),
  ]
}
