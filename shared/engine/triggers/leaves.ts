import type { LeavesTrigger } from "../../map/trigger"
import { defineTrigger } from "../trigger"
import { compileMembershipTrigger } from "./membership"

/** `{ leaves: { segment | stage } }` */
export const leaves = defineTrigger<LeavesTrigger>({
  key: "leaves",
  fits: (trigger) => "leaves" in trigger,
  compile: (trigger, scope) => compileMembershipTrigger(trigger.leaves, false, scope),
})
