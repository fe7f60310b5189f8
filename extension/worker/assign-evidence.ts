import type { TouchpointEvent } from "../../shared/event"
import type { SiteRecord } from "./site-record"

const MOST_ASSIGNED = 1_000

/** What is assigned is a message, with all that becomes of it; evidence without an id of its message is one by itself. */
export function keyOfMessage({ id, props }: TouchpointEvent): string {
  const provider = props?.provider_id
  return typeof provider === "string" && provider !== "" ? `${String(props?.channel)}\n${provider}` : id
}

/** The event as the person wants it taken: evidence that names a step is matched by that alone. */
export function applyAssignment({ assigned }: SiteRecord, event: TouchpointEvent): TouchpointEvent {
  if (!assigned || !event.name.startsWith("message_")) return event
  const key = keyOfMessage(event)
  const to = Object.hasOwn(assigned, key) ? assigned[key] : undefined
  return to ? { ...event, props: { ...event.props, scenario: to.scenario, step: to.step } } : event
}

/** `to` null: as it came. */
export function assign(record: SiteRecord, key: string, to: { scenario: string; step: string } | null): void {
  const others = Object.entries(record.assigned ?? {}).filter(([known]) => known !== key)
  record.assigned = Object.fromEntries(to ? [...others, [key, to] as const].slice(-MOST_ASSIGNED) : others)
}
