import * as z from "zod"
import { Duration } from "./duration"
import { MessageType } from "./message"
import { Share } from "./share"
import { Extra, Id } from "./text"

/** At most `max` messages in the period for whom the segment holds. */
export const Volume = z.strictObject({
  segment: Id.optional(),
  max: z
    .number({ error: "the most of a volume is a whole number" })
    .int({ error: "the most of a volume is a whole number" })
    .min(0, { error: "the most of a volume is not below 0" }),
})

/** Proportions of message types, and volumes, for each person and period. */
export const Mix = z.strictObject({
  per: Duration,
  targets: z.partialRecord(MessageType, Share).optional(),
  /** Percentage points. */
  tolerance: Share.optional(),
  /** The first entry that fits the person counts. */
  volume: z.array(Volume).optional(),
  x: Extra.optional(),
})
export type Mix = z.infer<typeof Mix>
