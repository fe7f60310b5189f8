import type { Condition } from "../../map/condition"
import type { Scope } from "../compile-map"
import type { CompiledCondition, ConditionForm } from "../condition"
import { all } from "./all"
import { any } from "./any"
import { consent } from "./consent"
import { event } from "./event"
import { inactive } from "./inactive"
import { not } from "./not"
import { reachable } from "./reachable"
import { segment } from "./segment"
import { sequence } from "./sequence"
import { stage } from "./stage"
import { sum } from "./sum"
import { trait } from "./trait"

/** In the order in which a condition is told apart: `sum` and `inactive` come before what they may contain. */
export const conditionForms = [
  sum,
  inactive,
  sequence,
  trait,
  segment,
  stage,
  consent,
  reachable,
  all,
  any,
  not,
  event,
] as readonly ConditionForm<never>[]

export function compileCondition(condition: Condition, scope: Scope): CompiledCondition {
  const form = conditionForms.find(({ key }) => key in condition)
  if (!form) throw new Error(`Unknown condition: ${Object.keys(condition).join(", ")}`)
  return form.compile(condition as never, scope)
}
