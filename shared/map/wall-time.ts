import * as z from "zod"

const WALL_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

const SAYS = 'a wall time is quoted text of four digits: "10:00"'

/** `"HH:MM"` on the wall of a zone. A number there (an unquoted time in older YAML) is an error that says so. */
export const WallTime = z
  .string({
    error: (issue) =>
      typeof issue.input === "number" ? `${SAYS}; this is the number ${issue.input}: put it in quotes` : SAYS,
  })
  .regex(WALL_TIME, { error: SAYS })
export type WallTime = z.infer<typeof WallTime>

/** Minutes since midnight of a wall time that the schema has let through. */
export function wallMinutes(text: WallTime): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
