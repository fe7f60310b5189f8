import type { Membership } from "../../map/trigger"
import type { Scope } from "../compile-map"
import type { TriggerBehaviour } from "../trigger"

/** The behaviour that `enters` and `leaves` share. Being in from the first event on counts as entering. */
export function compileMembershipTrigger(of: Membership, entered: boolean, scope: Scope): TriggerBehaviour {
  const kind = "segment" in of ? "segment" : "stage"
  const id = "segment" in of ? of.segment : of.stage
  const index = kind === "segment" ? scope.segmentIndex(id) : scope.stageIndex(id)
  return {
    isFiredBy: (change) => change.kind === kind && change.index === index && change.entered === entered,
    explain: (person, at) => {
      const inside = kind === "segment" ? person.inSegment(index, at) : person.inStage(index, at)
      return {
        kind: "leaf",
        condition: `${entered ? "enters" : "leaves"} ${kind} ${id}`,
        met: false,
        is: inside ? "in it" : "not in it",
        // Who is in already must be out first, and the other way round.
        change: entered
          ? `${inside ? `leaves ${kind} ${id}, then ` : ""}enters ${kind} ${id}`
          : `${inside ? "" : `enters ${kind} ${id}, then `}leaves ${kind} ${id}`,
      }
    },
  }
}
