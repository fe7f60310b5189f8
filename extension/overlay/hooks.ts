import type { OverlayAction } from "./state"

/** Some actions have an answer: then what is returned is its promise. */
export type Act = (action: OverlayAction) => unknown

type CueKind = "stage" | "scenario" | "followup" | "event" | "finding" | "health"

/**
 * The attributes by which a test reads the overlay as a person does. `id` is the stage's, the scenario's,
 * `scenario/step`, the event's name or the kind of finding; for health its code.
 */
export function cue(kind: CueKind, id: string, status: string) {
  return { "data-cue": kind, "data-cue-id": id, "data-cue-status": status }
}
