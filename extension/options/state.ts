import type { TouchpointEvent } from "../../shared/event"
import type { MapState } from "../overlay/state"
import type { Theme } from "../theme/theme"
import type { Language } from "../words/language"
import type { MapChoice } from "../worker/choose-map"
import type { LibraryMap } from "../worker/map-library"
import type { SavedSource } from "../worker/restore-source"
import type { Retention, Settings } from "../worker/settings"
import type { SiteRecord } from "../worker/site-record"

/** What the worker tells the options page. Instants are milliseconds UTC, names are already in the reader's language. */
export interface OptionsState {
  language: Language
  /** Whether the language is the browser's or one that the person chose. */
  languageFrom: "browser" | "person"
  theme: Theme
  /** The tour was begun, and left before its end. */
  tourLeft: boolean
  /** Version of the extension. */
  version: string
  retention: Retention
  /** The person's own maps, last changed first; deleted ones as long as they can be had back. */
  maps: MapSummary[]
  /** Every site of which something is kept, last used first. */
  sites: SiteView[]
  access: SiteAccess
}

/** Which sites are audited without a click. */
export interface SiteAccess {
  everywhere: boolean
  /** All sites are wanted, and the browser does not let us: the person took it back in its settings. */
  takenBack: boolean
  /** Match patterns of single sites. */
  single: string[]
}

export interface MapSummary {
  id: string
  title: string
  /** It has a text without errors, which sites can use. */
  usable: boolean
  /** Something was typed that is not in use yet. */
  hasDraft: boolean
  changedAt: number
  deletedAt: number | null
  /** Sites that use it now. */
  usedBy: string[]
}

/** A map as the editor opens it. */
export interface OpenedMap {
  id: string
  title: string
  /** The text in use; null until there was a good one. */
  text: string | null
  draft: string | null
}

export interface SiteView {
  /** Host (and port) whose journey this is. */
  site: string
  events: number
  /** The first and the last event; null where there is none. */
  firstAt: number | null
  lastAt: number | null
  map: MapState
  /** Which map the person chose; null: found by itself. */
  mapChoice: MapChoice | null
  /** The page names a map, and it can be chosen. */
  hasPageMap: boolean
  /** The overlay is hidden here until the icon is clicked. */
  hidden: boolean
}

/**
 * What the person does in the options; the worker answers with a fresh state. A site or a map that is not kept (any
 * more) is ignored.
 */
export type OptionsAction =
  | { type: "language"; language: Language | "browser" }
  | { type: "theme"; theme: Theme }
  | { type: "tour-stop"; stop: string | null } // where the tour was left; null: at its end
  | { type: "retention"; retention: Retention }
  | { type: "retention-count"; retention: Retention } // answered with `RetentionCount`: what would go
  | { type: "map-text"; site: string; text: string; fileName: string | null }
  | { type: "map-default"; site: string } // back to the page's map, else the starter map
  | { type: "map-choice"; site: string; choice: MapChoice | null } // null: found by itself
  | { type: "map-adopt"; site: string } // the site's map becomes one of the person's; answered with `{ id }`
  | { type: "everywhere"; on: boolean } // all sites without a click; the browser is asked by the page
  | { type: "show"; site: string } // no longer hidden
  | { type: "forget"; site: string } // erase the site's journey, its map and all else that is kept of it
  | { type: "forget-all" } // erase everything of every site, all maps and settings
  | { type: "seen-names" } // answered with `SeenNames`: what the sites have told, for completion
  | LibraryAction
  | BackupAction

/** What would be erased under other limits, at this moment. */
export interface RetentionCount {
  events: number
}

/** What the person does with maps of the own. */
export type LibraryAction =
  | { type: "library-new"; title: string; text: string } // answered with `{ id }`
  | { type: "library-open"; id: string } // answered with `{ map: OpenedMap }`
  | { type: "library-draft"; id: string; text: string } // kept, not used
  | { type: "library-use"; id: string; text: string } // used if it has no error, else kept as a draft; `{ problems }`
  | { type: "library-drop-draft"; id: string } // back to the text in use
  | { type: "library-rename"; id: string; title: string }
  | { type: "library-copy"; id: string; title: string } // answered with `{ id }`
  | { type: "library-delete"; id: string }
  | { type: "library-restore"; id: string }

/** Reading all that is kept, portion by portion, and writing it back. A message has its limits. */
export type BackupAction =
  | { type: "backup-head" } // answered with `BackupHead`
  | { type: "backup-site"; site: string; from: number } // answered with `SitePortion`
  | { type: "restore-map"; map: LibraryMap } // an own map of this id that says something else stays, too
  | { type: "restore-site"; record: SiteRecord } // added to what is known here of the site
  | { type: "restore-source"; source: unknown } // unless the same is here; answered with `{ added }`
  | { type: "restore-events"; site: string; events: TouchpointEvent[] } // answered with `{ added }`
  | { type: "restore-end" } // all is back: sources that may be asked are asked now
  | { type: "restore-settings"; settings: Partial<Settings> } // only what the person has not set here

export interface BackupHead {
  settings: Partial<Settings>
  maps: LibraryMap[]
  /** Where evidence is looked for, without passwords and tokens. */
  sources: SavedSource[]
  sites: string[]
}

/** What is kept of a site: its record and map with the first portion, its events from an index on. */
export interface SitePortion {
  head: {
    record: SiteRecord
    map: { text: string; from: string | null }
    coverage: { channel: string; from: number; to: number }[]
    /** What the site's clock shows, ms. */
    now: number
  }
  events: TouchpointEvent[]
  /** Where the next portion begins; null after the last. */
  next: number | null
}
