import * as z from "zod"
import { SegmentCondition, StageCondition } from "./condition"
import { explainCron, isCron } from "./cron"
import { Duration, Offset } from "./duration"
import { EventNames, Filter, Matcher, Path } from "./matcher"
import { Id } from "./text"
import { WallTime } from "./wall-time"

export const EventTrigger = z.strictObject({
  event: EventNames,
  where: Filter.optional(),
  per: Path.optional(),
})
export type EventTrigger = z.infer<typeof EventTrigger>

export const AbsenceTrigger = z.strictObject({
  event: EventNames,
  where: Filter.optional(),
  without: Matcher,
  for: Duration,
  per: Path.optional(),
  restart: z.boolean().optional(),
})
export type AbsenceTrigger = z.infer<typeof AbsenceTrigger>

/** A segment or a stage, by its id. */
export const Membership = z.union([SegmentCondition, StageCondition], {
  error: "name what is entered or left: { segment: vip } or { stage: loyalty }",
})
export type Membership = z.infer<typeof Membership>

export const EntersTrigger = z.strictObject({ enters: Membership })
export type EntersTrigger = z.infer<typeof EntersTrigger>

export const LeavesTrigger = z.strictObject({ leaves: Membership })
export type LeavesTrigger = z.infer<typeof LeavesTrigger>

export const InactiveTrigger = z.strictObject({ inactive: Duration, of: Matcher.optional() })
export type InactiveTrigger = z.infer<typeof InactiveTrigger>

export const GoalTrigger = z.strictObject({ goal: Id })
export type GoalTrigger = z.infer<typeof GoalTrigger>

export const DateTrigger = z.strictObject({
  date: Path,
  every: z.literal("year").optional(),
  offset: Offset.optional(),
  at: WallTime.optional(),
  onPast: z.enum(["skip", "send"]).optional(),
})
export type DateTrigger = z.infer<typeof DateTrigger>

const cronSays = { error: ({ input }: { input?: unknown }) => explainCron(input) }

export const ScheduleTrigger = z.strictObject({
  schedule: z.string(cronSays).refine(isCron, cronSays),
  zone: z.enum(["map", "person"]).optional(),
})
export type ScheduleTrigger = z.infer<typeof ScheduleTrigger>

/** One form that fires by itself. */
export type SingleTrigger =
  | AbsenceTrigger
  | EventTrigger
  | EntersTrigger
  | LeavesTrigger
  | InactiveTrigger
  | GoalTrigger
  | DateTrigger
  | ScheduleTrigger

export type Trigger = SingleTrigger | { any: Trigger[] }

/** The forms by the key that tells them apart. `without` or `for` make an event trigger one of absence. */
export const TRIGGER_FORMS = [
  "any",
  "enters",
  "leaves",
  "inactive",
  "goal",
  "date",
  "schedule",
  "event",
] as const

export const AnyTrigger = z.strictObject({
  any: z.lazy(() => z.array(Trigger).min(1, { error: "an empty `any` never fires: name a trigger" })),
})

/** What begins a run of a scenario. One file of the engine for each form. */
export const Trigger: z.ZodType<Trigger> = z.lazy(() =>
  z.union([
    AbsenceTrigger,
    EventTrigger,
    EntersTrigger,
    LeavesTrigger,
    InactiveTrigger,
    GoalTrigger,
    DateTrigger,
    ScheduleTrigger,
    AnyTrigger,
  ]),
)
