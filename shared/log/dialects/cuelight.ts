import { asFields } from "../fields"
import type { Dialect, ToldEvent } from "./dialect"

/** Cuelight's own events (spec: the journey engine's "Input"). `parseEvent` is their judge; nothing is changed here. */
export const cuelight: Dialect = {
  name: "cuelight",

  recognise(value) {
    const fields = asFields(value)
    if (!fields || typeof fields.name !== "string") return 0
    if (fields.at === undefined) return typeof fields.person === "string" ? 0.6 : 0
    return fields.person === undefined ? 0.6 : 1
  },

  write: (event) => ({ ...event, at: new Date(event.at).toISOString() }),

  read(value) {
    return [asFields(value) ? (value as ToldEvent) : { reason: "an event is an object" }]
  },
}
