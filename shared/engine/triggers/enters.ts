import type { EntersTrigger } from "../../map/trigger"
import { defineTrigger } from "../trigger"
import { compileMembershipTrigger } from "./membership"

/** `{ enters: { segment | stage } }` */
export const enters = defineTrigger<EntersTrigger>({
  key: "enters",
  fits: (trigger) => "enters" in trigger,
  compile: (trigger, scope) => compileMembershipTrigger(trigger.enters, true, scope),
})
