import { compilePatterns } from "../engine/pattern"
import type { TouchpointEvent } from "../event"
import type { CommunicationMap } from "../map/communication-map"
import { text } from "./read-json"

/** By which rule a piece of evidence came to its step (rule 23 of the journey engine), strongest first. */
export type MatchRule =
  | { by: "step" } // it names scenario and step
  | { by: "message" } // it names the message of the map
  | { by: "campaign" | "template" | "subject" | "sender"; pattern: string }
  | { by: "same-message" } // another piece of the same message was matched
  | { by: "channel" } // it names nothing, and this was the only step of its channel

/** Why this event is evidence of a step with this message. The engine has decided; this says it in words of the map. */
export function explainMatch(
  map: CommunicationMap,
  event: TouchpointEvent,
  message: string | null,
): MatchRule {
  // Of a visit the campaign of its address counts.
  const props = event.name.startsWith("message_")
    ? event.props
    : { campaign: event.campaign?.name, template: event.campaign?.content }
  if (text(props, "scenario") !== null && text(props, "step") !== null) return { by: "step" }
  if (text(props, "message") !== null) return { by: "message" }
  const match = message === null ? undefined : map.messages?.[message]?.match
  for (const by of ["campaign", "template", "subject", "sender"] as const) {
    const given = text(props, by)
    if (given === null) continue
    for (const pattern of [match?.[by] ?? []].flat())
      if (compilePatterns(pattern)(given)) return { by, pattern }
  }
  const isNameless = ["campaign", "template", "subject", "sender"].every((name) => text(props, name) === null)
  return isNameless && text(props, "provider_id") === null ? { by: "channel" } : { by: "same-message" }
}
