import * as z from "zod"
import { Duration } from "./duration"
import { Path } from "./matcher"
import { MessageType } from "./message"
import { Extra, Text } from "./text"
import { WallTime } from "./wall-time"

/** At most `max` messages in a period. `types` limits and counts only those. */
export const Cap = z.strictObject({
  max: z
    .number({ error: "the most of a cap is a whole number" })
    .int({ error: "the most of a cap is a whole number" })
    .min(0, { error: "the most of a cap is not below 0" }),
  per: z.union([z.enum(["calendar-day", "calendar-week", "calendar-month"]), Duration], {
    error: "a cap is per duration (7d), calendar-day, calendar-week or calendar-month",
  }),
  types: z.array(MessageType).min(1, { error: "a list of types names at least one" }).optional(),
  on: z.enum(["skip", "defer"]).optional(),
  x: Extra.optional(),
})
export type Cap = z.infer<typeof Cap>

/** Hours of each local day, [from, to), in which nothing is sent. Over midnight where `to` is before `from`. */
export const QuietHours = z.strictObject({
  from: WallTime,
  to: WallTime,
  on: z.enum(["defer", "skip"]).optional(),
})
export type QuietHours = z.infer<typeof QuietHours>

export const Channel = z.strictObject({
  name: Text.optional(),
  /** In the map's currency, for each message. */
  cost: z.number().min(0, { error: "a cost is not below 0" }).optional(),
  system: z.string().optional(),
  /** Only a live channel can be sent over. */
  status: z.enum(["live", "planned", "missing"]).optional(),
  /** The trait that holds the address; without it none is needed. */
  address: Path.optional(),
  consent: z.enum(["none", "opt-in", "opt-out"]).optional(),
  grace: Duration.optional(),
  quiet: QuietHours.optional(),
  caps: z.array(Cap).optional(),
  x: Extra.optional(),
})
export type Channel = z.infer<typeof Channel>
