import * as z from "zod"
import { Extra, Text } from "./text"

export const MessageType = z.enum(["promotional", "informational", "news", "content", "triggered", "service"])
export type MessageType = z.infer<typeof MessageType>

/** `*` and `?`, letter case ignored; of a list any will do. */
const Pattern = z.union([z.string(), z.array(z.string()).min(1, { error: "a list names at least one" })])

/** How evidence that names no step is recognised as this message. */
export const MessageMatch = z
  .strictObject({
    campaign: Pattern.optional(),
    template: Pattern.optional(),
    subject: Pattern.optional(),
    sender: Pattern.optional(),
  })
  .refine((given) => Object.keys(given).length > 0, {
    error: "a match names a campaign, a template, a subject or a sender",
  })
export type MessageMatch = z.infer<typeof MessageMatch>

/** What is said. Without a type it is `triggered`. */
export const Message = z.strictObject({
  type: MessageType.optional(),
  name: Text.optional(),
  match: MessageMatch.optional(),
  x: Extra.optional(),
})
export type Message = z.infer<typeof Message>
