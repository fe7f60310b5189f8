import type { TouchpointEvent } from "../event"
import type { EventNames, Filter, Matcher } from "../map/matcher"
import { compileFilter } from "./filter"

/** Which events are meant: the names to listen to, and the test of one. */
export interface CompiledMatcher {
  names: string[]
  matches(event: TouchpointEvent): boolean
}

export function compileMatcher(matcher: Matcher): CompiledMatcher {
  const parts = (Array.isArray(matcher) ? matcher : [matcher]).map((part) =>
    typeof part === "string" ? compileEvent(part, undefined) : compileEvent(part.event, part.where),
  )
  const [only] = parts
  if (parts.length === 1 && only) return only
  return {
    names: [...new Set(parts.flatMap((part) => part.names))],
    matches: (event) => parts.some((part) => part.matches(event)),
  }
}

export function compileEvent(events: EventNames, where: Filter | undefined): CompiledMatcher {
  const names = [...new Set([events].flat())]
  const filter = where && Object.keys(where).length > 0 ? findFilter(where) : null
  const opens = names.includes("message_opened")
  const [name] = names
  if (names.length === 1) {
    return {
      names,
      matches: (event) =>
        event.name === name && !(opens && isMachineOpen(event)) && (filter === null || filter(event)),
    }
  }
  const known = new Set(names)
  return {
    names,
    matches: (event) =>
      known.has(event.name) && !(opens && isMachineOpen(event)) && (filter === null || filter(event)),
  }
}

/** A trigger, what explains it and what counts its events go by one filter. */
const filters = new WeakMap<Filter, (event: TouchpointEvent) => boolean>()

function findFilter(where: Filter): (event: TouchpointEvent) => boolean {
  const known = filters.get(where)
  if (known) return known
  const filter = remember(compileFilter(where))
  filters.set(where, filter)
  return filter
}

/** Several listeners ask of one event the same: the latest answer is kept. */
function remember(filter: (event: TouchpointEvent) => boolean): (event: TouchpointEvent) => boolean {
  let asked: TouchpointEvent | null = null
  let answer = false
  return (event) => {
    if (event === asked) return answer
    asked = event
    answer = filter(event)
    return answer
  }
}

/** An open by a proxy proves delivery; wherever a map asks for `message_opened` it does not count. */
export function isMachineOpen(event: TouchpointEvent): boolean {
  return event.name === "message_opened" && event.props?.machine === true
}
