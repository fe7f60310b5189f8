import type { MapState } from "../overlay/state"
import type { Language } from "../words/language"

/** What the worker tells the options page. Instants are milliseconds UTC, names are already in the reader's language. */
export interface OptionsState {
  language: Language
  /** Version of the extension. */
  version: string
  /** Every site of which something is kept, last used first. */
  sites: SiteView[]
}

export interface SiteView {
  /** Host (and port) whose journey this is. */
  site: string
  events: number
  /** The first and the last event; null where there is none. */
  firstAt: number | null
  lastAt: number | null
  map: MapState
  /** The overlay is hidden here until the icon is clicked. */
  hidden: boolean
}

/**
 * What the person does in the options; the worker answers with a fresh state. A site that is not kept (any more) is
 * ignored.
 */
export type OptionsAction =
  | { type: "language"; language: Language }
  | { type: "map-text"; site: string; text: string; fileName: string | null }
  | { type: "map-default"; site: string } // back to the page's map, else the starter map
  | { type: "show"; site: string } // no longer hidden
  | { type: "export"; site: string } // answered with `{ ndjson }`
  | { type: "forget"; site: string } // erase the site's journey, its map and all else that is kept of it
  | { type: "forget-all" } // erase everything of every site; the language stays
