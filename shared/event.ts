import * as z from "zod"

/**
 * One occurrence at a touchpoint. The contract is the journey engine's "Input".
 *
 * Here `at` is integer milliseconds UTC: what comes from outside passes `parseEvent` first, which also takes ISO 8601.
 */
export const TouchpointEvent = z.strictObject({
  id: z.string(),
  name: z.string(),
  at: z.number().int(),
  /** Anonymous id, or a user id where the sender knows only that. */
  person: z.string(),
  user: z.string().optional(),
  session: z.string().optional(),
  page: z
    .object({ url: z.string().optional(), title: z.string().optional(), referrer: z.string().optional() })
    .optional(),
  campaign: z
    .object({
      source: z.string().optional(),
      medium: z.string().optional(),
      name: z.string().optional(),
      term: z.string().optional(),
      content: z.string().optional(),
    })
    .optional(),
  device: z.record(z.string(), z.unknown()).optional(),
  props: z.record(z.string(), z.unknown()).optional(),
  /** What the person did just before. `null`: looked for, and none seen in the 2 s before. */
  gesture: z
    .object({ type: z.string(), target: z.string().optional(), at: z.number().int().optional() })
    .nullable()
    .optional(),
  /** Who told it: `json-ld`, `data-layer`, `api`, `esp`…, joined by `+` where several sources told one thing. */
  source: z.string(),
})
export type TouchpointEvent = z.infer<typeof TouchpointEvent>
