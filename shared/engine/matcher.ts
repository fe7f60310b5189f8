import type { TouchpointEvent } from "../event"
import type { EventNames, Filter, Matcher } from "../map/matcher"
import type { Entry } from "./entry"
import { compileFilter } from "./filter"
import type { EventTest, Interest } from "./interest"

/** Which events are meant: the names to listen to, and the test of one. */
export interface CompiledMatcher {
  names: readonly string[]
  matches(entry: Entry): boolean
}

/** Bits of one number, without that of its sign. */
const MOST_ASKED_AHEAD = 31

/** A filter, and its bit in what is known of an entry from the beginning (`Entry.fits`); 0: it is asked when it matters. */
interface AskedFilter {
  bit: number
  test: EventTest
}

/**
 * The matchers of a map. What filters say of an event is asked once, when it comes: later, when what it does is looked
 * at, it is no longer at hand, and for most events nothing else of it has to be fetched from memory.
 */
export class Matchers {
  private readonly filters = new Map<string, AskedFilter>()

  constructor(private readonly interestIn: (name: string) => Interest) {}

  compile(matcher: Matcher): CompiledMatcher {
    const given = Array.isArray(matcher) ? matcher : [matcher]
    const plain = given.filter((part) => typeof part === "string")
    const parts = given.flatMap((part) =>
      typeof part === "string" ? [] : [this.compileEvent(part.event, part.where)],
    )
    if (plain.length > 0) parts.push(this.compileEvent(plain, undefined))
    const [only] = parts
    if (parts.length === 1 && only) return only
    return {
      names: [...new Set(parts.flatMap((part) => part.names))],
      matches: (entry) => parts.some((part) => part.matches(entry)),
    }
  }

  compileEvent(events: EventNames, where: Filter | undefined): CompiledMatcher {
    const names = [...new Set([events].flat())]
    const interests = names.map((name) => this.interestIn(name))
    return new EventMatcher(names, interests, this.findFilter(names, where, interests))
  }

  /** A trigger, what explains it and what counts its events go by one filter. */
  private findFilter(
    names: readonly string[],
    where: Filter = {},
    interests: readonly Interest[],
  ): AskedFilter | null {
    const opens = names.includes("message_opened")
    const hasFilter = Object.keys(where).length > 0
    if (!hasFilter && !opens) return null
    const key = JSON.stringify([where, opens])
    const known = this.filters.get(key)
    const filter = known ?? this.addFilter(hasFilter ? compileFilter(where) : () => true, opens)
    if (!known) this.filters.set(key, filter)
    if (filter.bit === 0) return filter
    for (const { asked } of interests) if (!asked.includes(filter)) asked.push(filter)
    return filter
  }

  private addFilter(fits: EventTest, opens: boolean): AskedFilter {
    const test: EventTest = opens ? (event) => !isMachineOpen(event) && fits(event) : fits
    const isAhead = this.filters.size < MOST_ASKED_AHEAD
    return isAhead ? { bit: 1 << this.filters.size, test } : { bit: 0, test: remember(test) }
  }
}

/** Events of some names that fit a filter, if there is one. */
class EventMatcher implements CompiledMatcher {
  private readonly first: Interest | undefined
  private readonly bit: number

  constructor(
    readonly names: readonly string[],
    private readonly interests: readonly Interest[],
    private readonly filter: AskedFilter | null,
  ) {
    this.first = interests[0]
    this.bit = filter?.bit ?? 0
  }

  matches(entry: Entry): boolean {
    const { interest } = entry
    if (interest !== this.first && !this.interests.includes(interest)) return false
    if (this.bit !== 0) return (entry.fits & this.bit) !== 0
    return this.filter === null || this.filter.test(entry.event)
  }
}

/** Several listeners ask of one event the same: the latest answer is kept. */
function remember(filter: EventTest): EventTest {
  let asked: TouchpointEvent | null = null
  let answer = false
  return (event) => {
    if (event === asked) return answer
    asked = event
    answer = filter(event)
    return answer
  }
}

/** What the filters that listen to events of its name say of one, bit by bit. */
export function askAhead({ asked }: Interest, event: TouchpointEvent): number {
  let fits = 0
  for (let index = 0; index < asked.length; index++) {
    const filter = asked[index] as AskedFilter
    if (filter.test(event)) fits |= filter.bit
  }
  return fits
}

/** An open by a proxy proves delivery; wherever a map asks for `message_opened` it does not count. */
export function isMachineOpen(event: TouchpointEvent): boolean {
  return event.name === "message_opened" && event.props?.machine === true
}
