import * as z from "zod"
import { Condition } from "./condition"
import { Duration, Wait } from "./duration"
import { EventNames, Filter, Matcher } from "./matcher"
import { Share } from "./share"
import { Extra, Id, Text } from "./text"
import { Trigger } from "./trigger"
import { WallTime } from "./wall-time"

export const Outcome = z.enum(["sent", "delivered", "opened", "clicked", "goal"])
export type Outcome = z.infer<typeof Outcome>

export const Weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
export type Weekday = z.infer<typeof Weekday>

/** An outcome of an earlier step, by its id. */
export const IfNot = z.strictObject({ step: Id, outcome: Outcome })

/** One planned contact of a scenario. */
export const Step = z.strictObject({
  id: Id,
  channel: Id,
  message: Id.optional(),
  /** `0` needs no unit. */
  after: Wait.optional(),
  from: z.enum(["previous", "trigger"]).optional(),
  at: WallTime.optional(),
  days: z.array(Weekday).min(1, { error: "a list of days names at least one" }).optional(),
  /** A bare outcome refers to the step listed before. */
  ifNot: z.union([Outcome, IfNot]).optional(),
  only: Condition.optional(),
  grace: Duration.optional(),
  name: Text.optional(),
  x: Extra.optional(),
})
export type Step = z.infer<typeof Step>

export const GoalInTime = z.strictObject({
  event: EventNames,
  where: Filter.optional(),
  within: Duration.optional(),
})

/** What the scenario is for: an event after the trigger, in time. */
export const Goal = z.union([GoalInTime, Matcher])
export type Goal = z.infer<typeof Goal>

export const ReentryAfter = z.strictObject({ after: Duration })

export const Reentry = z.union([z.enum(["once", "always"]), ReentryAfter], {
  error: "re-entry is once, always or { after: 7d }",
})
export type Reentry = z.infer<typeof Reentry>

/** A trigger, an audience, a goal, and steps. */
export const Scenario = z.strictObject({
  id: Id,
  name: Text.optional(),
  trigger: Trigger,
  audience: Condition.optional(),
  continueIf: Condition.optional(),
  exit: Matcher.optional(),
  goal: Goal.optional(),
  continueAfterGoal: z.boolean().optional(),
  reentry: Reentry.optional(),
  priority: z.number().optional(),
  holdout: Share.optional(),
  steps: z.array(Step).min(1, { error: "a scenario has at least one step" }),
  x: Extra.optional(),
})
export type Scenario = z.infer<typeof Scenario>
