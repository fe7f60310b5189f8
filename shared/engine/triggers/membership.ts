import type { Membership } from "../../map/trigger"
import type { Scope } from "../compile-map"
import type { TriggerBehaviour } from "../trigger"

/** The behaviour that `enters` and `leaves` share. Being in from the first event on counts as entering. */
export function compileMembershipTrigger(of: Membership, entered: boolean, scope: Scope): TriggerBehaviour {
  const kind = "segment" in of ? "segment" : "stage"
  const id = "segment" in of ? of.segment : of.stage
  const index = kind === "segment" ? scope.segmentIndex(id) : scope.stageIndex(id)
  const asked = { code: "crosses", of: kind, id, entered } as const
  const way = (enters: boolean) => (enters ? "enters" : "leaves")
  return {
    isFiredBy: (change) => change.kind === kind && change.index === index && change.entered === entered,
    explain: (person, at) => {
      const inside = kind === "segment" ? person.inSegment(index, at) : person.inStage(index, at)
      return {
        kind: "leaf",
        asked,
        met: false,
        is: { code: inside ? "inside" : "outside" },
        // Who is in already must be out first, and the other way round.
        change: {
          code: "cross",
          of: kind,
          id,
          ways: inside === entered ? [way(!entered), way(entered)] : [way(entered)],
        },
      }
    },
  }
}
