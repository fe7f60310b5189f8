import { isSeq, parseDocument } from "yaml"
import { parseMap } from "../map/parse-map"

export type MatchName = "campaign" | "template" | "subject" | "sender"

/** What a text looks like in general: numbers change from one message to the next. */
export function generalise(text: string): string {
  return text.trim().replace(/\d+([.,]\d+)*/g, "*")
}

/**
 * The map's text with one more `match` of a message; comments stay. Null where the text cannot be changed so: the message
 * is not in it, or the map would be broken.
 */
export function addMatchRule(
  mapText: string,
  message: string,
  by: MatchName,
  pattern: string,
): string | null {
  if (!parseMap(mapText).map || pattern.replace(/[*?\s]/g, "") === "") return null
  const document = parseDocument(mapText)
  const place = ["messages", message]
  if (!document.hasIn(place)) return null
  const known = document.getIn([...place, "match", by])
  if (known === undefined) document.setIn([...place, "match", by], pattern)
  else if (isSeq(known)) document.addIn([...place, "match", by], pattern)
  else document.setIn([...place, "match", by], document.createNode([known, pattern], { flow: true }))
  const changed = document.toString({ lineWidth: 0 })
  return parseMap(changed).map ? changed : null
}
