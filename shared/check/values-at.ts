import type { TouchpointEvent } from "../event"

/**
 * All values at a path of an event, as a map's paths are read: in `props` unless it begins with `page.`, `campaign.` or
 * `device.`; a list stands for its elements; `items.` may be left out where `props` has no such name.
 */
export function valuesAt(event: TouchpointEvent, path: string): unknown[] {
  const [first = "", ...others] = path.split(".")
  if (first === "page" || first === "campaign" || first === "device") return follow(event[first], others)
  const props = event.props ?? {}
  if (Object.hasOwn(props, first)) return follow(props[first], others)
  return follow(props.items, [first, ...others])
}

function follow(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => follow(item, path))
  const [first, ...others] = path
  if (first === undefined) return value === undefined || value === null ? [] : [value]
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, first)) return []
  return follow((value as Record<string, unknown>)[first], others)
}
