import type { PanelGiven } from "./view-answerer"

/** The person whose journey this is, at another instant. */
export function personAt(
  { person }: PanelGiven,
  journey: PanelGiven["journey"],
  at: number,
): PanelGiven["person"] {
  if (person === null) return null
  return journey.result(at).people.find(({ ids }) => ids.some((id) => person.ids.includes(id))) ?? null
}
