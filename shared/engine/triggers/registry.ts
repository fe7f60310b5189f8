import type { SingleTrigger, Trigger } from "../../map/trigger"
import type { Scope } from "../compile-map"
import type { TriggerBehaviour, TriggerForm } from "../trigger"
import { absence } from "./absence"
import { date } from "./date"
import { enters } from "./enters"
import { event } from "./event"
import { goal } from "./goal"
import { inactive } from "./inactive"
import { leaves } from "./leaves"
import { schedule } from "./schedule"

export const triggerForms = [
  absence,
  event,
  enters,
  leaves,
  inactive,
  goal,
  date,
  schedule,
] as readonly TriggerForm<never>[]

/** The single triggers of a trigger, in their order: those of `any` each by itself. */
export function listTriggers(trigger: Trigger): SingleTrigger[] {
  return "any" in trigger ? trigger.any.flatMap(listTriggers) : [trigger]
}

export function compileTrigger(trigger: SingleTrigger, scope: Scope): TriggerBehaviour {
  const form = triggerForms.find((candidate) => candidate.fits(trigger))
  if (!form) throw new Error(`Unknown trigger: ${Object.keys(trigger).join(", ")}`)
  return form.compile(trigger as never, scope)
}
