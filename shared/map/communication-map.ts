import * as z from "zod"
import { Cap, Channel } from "./channel"
import { Message } from "./message"
import { Mix } from "./mix"
import { Scenario } from "./scenario"
import { Segment } from "./segment"
import { Stage } from "./stage"
import { Extra, Id, Text } from "./text"
import { TimeZone } from "./time-zone"
import { Touchpoint } from "./touchpoint"

/**
 * The whole document. What one key alone cannot say (references, circles, order) is checked by `parseMap`, which is
 * the only door: nothing else of the project reads a map.
 */
export const CommunicationMap = z.strictObject({
  cuelight: z.literal(1, { error: "the version of the language is 1: cuelight: 1" }),
  id: Id,
  name: Text,
  timeZone: TimeZone,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: "a currency is three capital letters: EUR" })
    .optional(),
  /** Address patterns; on a match the overlay takes this map by itself. */
  sites: z.array(z.string().min(1)).optional(),
  touchpoints: z.array(Touchpoint).optional(),
  stages: z.array(Stage).min(1, { error: "a journey has at least one stage" }),
  segments: z.array(Segment).optional(),
  channels: z.record(Id, Channel).optional(),
  messages: z.record(Id, Message).optional(),
  scenarios: z.array(Scenario).optional(),
  /** Over all channels. */
  caps: z.array(Cap).optional(),
  mix: Mix.optional(),
  x: Extra.optional(),
})
export type CommunicationMap = z.infer<typeof CommunicationMap>
