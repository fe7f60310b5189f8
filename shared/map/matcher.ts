import * as z from "zod"

/** What a value is compared with: text, number or truth. Texts never equal numbers. */
export const Scalar = z.union([z.string(), z.number(), z.boolean()])
export type Scalar = z.infer<typeof Scalar>

const Ordered = z.union([z.string(), z.number()])

const comparisonShape = {
  eq: Scalar.optional(),
  ne: Scalar.optional(),
  gt: Ordered.optional(),
  gte: Ordered.optional(),
  lt: Ordered.optional(),
  lte: Ordered.optional(),
  in: z.array(Scalar).optional(),
  contains: Scalar.optional(),
  starts: z.string().optional(),
  exists: z.boolean().optional(),
}

/** The comparisons of a trait. All that are given must hold. */
export const traitComparisonShape = comparisonShape
export const COMPARISONS = Object.keys(comparisonShape)

/** Comparisons of a filter: those of a trait, and `matches` with `*` and `?`. */
export const Comparison = z
  .strictObject({ ...comparisonShape, matches: z.string().optional() })
  .refine((given) => Object.keys(given).length > 0, {
    error: "a comparison compares with something: { gte: 5 }",
  })
export type Comparison = z.infer<typeof Comparison>

/** Comparisons of a number: a count or a sum. */
export const numberComparisonShape = {
  eq: z.number().optional(),
  ne: z.number().optional(),
  gt: z.number().optional(),
  gte: z.number().optional(),
  lt: z.number().optional(),
  lte: z.number().optional(),
}
export const NUMBER_COMPARISONS = Object.keys(numberComparisonShape)

export const NumberComparison = z
  .strictObject(numberComparisonShape)
  .refine((given) => Object.keys(given).length > 0, {
    error: "a comparison compares with something: { gte: 5 }",
  })
export type NumberComparison = z.infer<typeof NumberComparison>

/** A dotted path into an event or a trait. */
export const Path = z
  .string({ error: "a path is text: price, items.item_id, page.url" })
  .regex(/^[^.]+(\.[^.]+)*$/, { error: "a path is names joined by dots: price, items.item_id, page.url" })
export type Path = z.infer<typeof Path>

/** Paths of an event, each with the value or the comparisons it must meet. All must hold. */
export const Filter = z.record(
  Path,
  z.union([Scalar, Comparison], {
    error:
      "a filter compares with a text, a number, true or false, or comparisons like { gte: 5 } and { in: [a, b] }",
  }),
  { error: "a filter is paths with what they are compared with: { item_id: sku-1, price: { gte: 1000 } }" },
)
export type Filter = z.infer<typeof Filter>

const EventName = z.string({ error: "an event name is text" }).min(1, { error: "an event name is not empty" })

/** One event name, or several of which any will do. */
export const EventNames = z.union(
  [EventName, z.array(EventName).min(1, { error: "a list of events names at least one" })],
  { error: "an event is a name or a list of names" },
)
export type EventNames = z.infer<typeof EventNames>

export const EventMatcher = z.strictObject({ event: EventNames, where: Filter.optional() })

/** Which events are meant: `{ event, where? }`, a bare name, or a list of which any will do. */
export const Matcher = z.union([
  EventName,
  EventMatcher,
  z
    .array(z.union([EventName, EventMatcher]))
    .min(1, { error: "a list of matchers names at least one event" }),
])
export type Matcher = z.infer<typeof Matcher>
