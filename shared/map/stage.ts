import * as z from "zod"
import { Condition } from "./condition"
import { Extra, Id, Text } from "./text"

/** A number by which a stage is measured. */
export const Kpi = z.strictObject({
  name: Text,
  target: z.union([z.number(), z.string()]).optional(),
  x: Extra.optional(),
})

/** A row of the customer journey map: what the person wants and feels in a stage. For people, not for the engine. */
export const JourneyRow = z.strictObject({
  goal: Text.optional(),
  needs: z.array(Text).optional(),
  motives: z.array(Text).optional(),
  emotion: z
    .number()
    .min(-2, { error: "an emotion is from -2 to 2" })
    .max(2, { error: "an emotion is from -2 to 2" })
    .optional(),
  barriers: z.array(Text).optional(),
  jobs: z.array(Text).optional(),
  kpis: z.array(Kpi).optional(),
  ideas: z.array(Text).optional(),
  x: Extra.optional(),
})
export type JourneyRow = z.infer<typeof JourneyRow>

/** A named phase of the journey. The first listed needs no `when`; every other has one. */
export const Stage = z.strictObject({
  id: Id,
  name: Text.optional(),
  when: Condition.optional(),
  cjm: JourneyRow.optional(),
  x: Extra.optional(),
})
export type Stage = z.infer<typeof Stage>
