import * as z from "zod"
import { Duration } from "./duration"
import {
  COMPARISONS,
  EventNames,
  Filter,
  Matcher,
  NUMBER_COMPARISONS,
  NumberComparison,
  numberComparisonShape,
  Path,
  traitComparisonShape,
} from "./matcher"
import { Id } from "./text"

const Whole = z
  .number({ error: "a count is a number, or comparisons like { lte: 2 }" })
  .int({ error: "a count is a whole number" })
  .min(0, { error: "a count is not below 0" })

const givesOne = (names: string[]) => (given: object) => names.some((name) => name in given)

export const EventCondition = z.strictObject({
  event: EventNames,
  where: Filter.optional(),
  count: z
    .union([Whole, NumberComparison], { error: "a count is a number, or comparisons like { lte: 2 }" })
    .optional(),
  within: Duration.optional(),
})
export type EventCondition = z.infer<typeof EventCondition>

export const SumCondition = z
  .strictObject({ sum: Path, of: Matcher, within: Duration.optional(), ...numberComparisonShape })
  .refine(givesOne(NUMBER_COMPARISONS), { error: "a sum is compared with something: gte: 50000" })
export type SumCondition = z.infer<typeof SumCondition>

export const InactiveCondition = z.strictObject({ inactive: Duration, of: Matcher.optional() })
export type InactiveCondition = z.infer<typeof InactiveCondition>

export const SequenceCondition = z.strictObject({
  sequence: z.array(Matcher).min(1, { error: "a sequence names at least one event" }),
  within: Duration,
})
export type SequenceCondition = z.infer<typeof SequenceCondition>

export const TraitCondition = z
  .strictObject({ trait: Path, ...traitComparisonShape, for: Duration.optional() })
  .refine(givesOne(COMPARISONS), { error: "a trait is compared with something: eq: gold, exists: true" })
export type TraitCondition = z.infer<typeof TraitCondition>

export const SegmentCondition = z.strictObject({ segment: Id })
export const StageCondition = z.strictObject({ stage: Id })
export const ConsentCondition = z.strictObject({ consent: Id })
export const ReachableCondition = z.strictObject({ reachable: Id })

/** The forms by the key that tells them apart. The order is that in which a broken condition is understood. */
export const CONDITION_FORMS = [
  "sum",
  "inactive",
  "sequence",
  "trait",
  "segment",
  "stage",
  "consent",
  "reachable",
  "all",
  "any",
  "not",
  "event",
] as const

export type Condition =
  | EventCondition
  | SumCondition
  | InactiveCondition
  | SequenceCondition
  | TraitCondition
  | z.infer<typeof SegmentCondition>
  | z.infer<typeof StageCondition>
  | z.infer<typeof ConsentCondition>
  | z.infer<typeof ReachableCondition>
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

export const AllCondition = z.strictObject({
  all: z.lazy(() => z.array(Condition).min(1, { error: "an empty `all` says nothing: name a condition" })),
})
export const AnyCondition = z.strictObject({
  any: z.lazy(() => z.array(Condition).min(1, { error: "an empty `any` says nothing: name a condition" })),
})
export const NotCondition = z.strictObject({ not: z.lazy(() => Condition) })

/** What must hold of a person at an instant. One file of the engine for each form. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    EventCondition,
    SumCondition,
    InactiveCondition,
    SequenceCondition,
    TraitCondition,
    SegmentCondition,
    StageCondition,
    ConsentCondition,
    ReachableCondition,
    AllCondition,
    AnyCondition,
    NotCondition,
  ]),
)
