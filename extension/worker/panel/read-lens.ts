import { parseEvent } from "../../domain"
import type { Lens, PretendedEvent } from "../../panel/state"

const MOST_PRETENDED = 50
const latestInstant = 8.64e15

/** A lens as it comes in a message: what cannot be used of it is left out. */
export function readLens(value: unknown): Lens {
  const { at, pretended, segments } = (typeof value === "object" && value !== null ? value : {}) as Record<
    keyof Lens,
    unknown
  >
  return {
    at: typeof at === "number" && Math.abs(at) <= latestInstant ? at : null,
    pretended: (Array.isArray(pretended) ? pretended : []).slice(0, MOST_PRETENDED).flatMap(readPretended),
    ...readSegments(segments),
  }
}

function readPretended(value: unknown): PretendedEvent[] {
  const { name, at, props } = (typeof value === "object" && value !== null ? value : {}) as Record<
    keyof PretendedEvent,
    unknown
  >
  const parsed = parseEvent({ id: "pretended", name, at, person: "somebody", props, source: "pretended" })
  if (!("event" in parsed)) return []
  const { event } = parsed
  return [{ name: event.name, at: event.at, props: event.props ?? {} }]
}

/** Left out where there are none, so that a lens without is the same as before. */
function readSegments(value: unknown): Pick<Lens, "segments"> {
  const given = Object.entries(typeof value === "object" && value !== null ? value : {})
  const segments = given.slice(0, MOST_PRETENDED).filter(([, holds]) => typeof holds === "boolean")
  return segments.length === 0 ? {} : { segments: Object.fromEntries(segments) }
}
