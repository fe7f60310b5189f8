import * as z from "zod"
import { Condition } from "./condition"
import { Extra, Id, Text } from "./text"

/** A set of persons, defined by a condition. */
export const Segment = z.strictObject({
  id: Id,
  name: Text.optional(),
  when: Condition,
  x: Extra.optional(),
})
export type Segment = z.infer<typeof Segment>
