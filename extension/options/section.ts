import type { ReactNode } from "react"
import type { Language } from "../words/language"
import type { OptionsAction, OptionsState } from "./state"

/** Hands an action to the worker. Resolves to its answer once the state is fresh; null when it could not be done. */
export type ActOnOptions = (action: OptionsAction) => Promise<object | null>

export interface SectionProps {
  state: OptionsState
  act: ActOnOptions
}

/** One part of the options page: a file of its own in `sections/`, and one line in their registry. */
export interface OptionsSection {
  /** Stands in the address: `options.html#ID`. */
  id: string
  title: Record<Language, string>
  Section(props: SectionProps): ReactNode
}

export function defineSection(section: OptionsSection): OptionsSection {
  return section
}
