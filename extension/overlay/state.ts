import type { StepStatus } from "../../shared/engine/audit-result"
import type { OverlayMove } from "../messages"
import type { Language } from "../words/language"

/**
 * What the worker tells the overlay, and what the overlay asks of the worker. The overlay only reads: everything is
 * decided by the engine in the worker. Instants are milliseconds UTC, names are already in the reader's language.
 */
export interface OverlayState {
  language: Language
  /** Host of the site whose journey this is. */
  site: string
  mode: "pill" | "open"
  /** What the person's clock shows is `Date.now() + clockOffsetMs`; 0 is now. */
  clockOffsetMs: number
  /** The instant (on the moved clock) this state was computed for. */
  at: number
  /** The next instant (on the moved clock) at which something changes by itself: ask for a fresh state then. */
  nextChangeAt: number | null
  /** The next due step, for the clock's "next step". */
  nextDueAt: number | null
  /** Worst first; never empty. */
  health: HealthItem[]
  map: MapState
  stage: StageView | null
  /** All stages of the map in order, for the stage line. */
  stages: { id: string; name: string }[]
  running: RunView[]
  /** Keys of runs that started a moment ago and were not announced yet: the page may have gone at once. */
  fired: string[]
  /** What will be triggered and fall due next if nothing else happens: "Abandoned cart would begin in 59 min". */
  expected: FollowUpView[]
  missed: FollowUpView[]
  /** Steps nobody watched for, and steps settled otherwise (sent, late, skipped…), newest first. */
  unknown: FollowUpView[]
  settled: FollowUpView[]
  /** Newest first. */
  events: EventView[]
  channels: ChannelView[]
}

export type HealthCode =
  | "recording" // the extension's own recorder runs
  | "snippet" // the page's own snippet records
  | "only-shown" // a journey of a saved file, or a made-up one: no page is recorded
  | "no-permission" // Chrome took the right to read this tab back: click the icon again
  | "snippet-blocked" // the page's own policy (CSP) blocks its snippet
  | "snippet-missing" // the server has no such file
  | "snippet-mixed" // asked for without encryption, on a page that is encrypted
  | "snippet-refused" // it came, and the browser did not run it: content type, or the hash in the tag
  | "snippet-silent" // the page names a snippet that does not load or does not start
  | "more-missing" // the snippet's second or third file does not come
  | "other-version" // the page's snippet is of another version than this extension
  | "consent-pending" // the visitor has not decided yet: the page's snippet stores nothing
  | "consent-refused" // the visitor said no: the page's snippet records nothing
  | "collector-refused" // the page's snippet cannot deliver to its endpoint
  | "nothing-seen" // the page is open for a while, and no event of it has come
  | "map-broken" // the page's or the person's map has errors; an older or the starter map is used
  | "map-unreachable" // data-map could not be fetched
  | "map-is-page" // a web page came instead of the map
  | "map-too-large" // over 1 MiB
  | "map-mixed" // asked for without encryption, on a page that is encrypted
  | "map-not-shared" // another origin, which does not let this page read it, or does not answer
  | "rule-broken" // a site rule of the map cannot be followed on this page
  | "rule-idle" // a site rule has fitted nothing for many pages
  | "events-dropped" // the page's snippet gave up on events that no collector took
  | "journal-broken" // stored events could not be read
  | "disk-full" // events cannot be written
  | "in-memory" // the disk could not be opened: all is kept until the browser ends
  | "clock-set-back" // events lie in the future of this device's clock
  | "double-snippet" // the page loads the snippet twice
  | "data-layer-broken" // the page's data layer throws, or holds what cannot be read
  | "markup-broken" // JSON-LD of the page cannot be parsed
  | "overlay-removed" // the page takes the overlay away again and again
  | "overlay-covered" // the page lays something over the overlay again and again, or makes it dead
  | "overlay-asleep" // a frame of another page fills the screen: the overlay can be looked at, and not clicked
  | "unsaved" // events not yet acknowledged
  | "bad-events" // events that the engine had to refuse

export interface HealthItem {
  code: HealthCode
  severity: "ok" | "warning" | "error"
  /** A number or a short quoted text that the sentence of this code has a place for. */
  detail?: string
}

/** Where a map comes from; `library`: one of the person's own maps, kept in the options. */
export type MapOrigin = "page" | "file" | "text" | "library" | "starter"

export interface MapState {
  id: string
  name: string
  origin: MapOrigin
  /** URL, file name, or what the person calls it. */
  from: string | null
  /** Errors of the map that was refused; the map in use is the last good one. */
  problems: MapProblem[]
}

export interface MapProblem {
  line: number | null
  column: number | null
  path: string
  /** The parser's code for this kind of error, where it has one. */
  code?: string
  message: string
}

/** Why something is as it is: the events that decided it. */
export interface Because {
  events: EventView[]
}

export interface StageView {
  id: string
  name: string
  since: number
  because: Because
  /** The stage before this one, where the journey came from; null at the start. */
  previous: string | null
  /** The journey went back. */
  back: boolean
}

export type FollowUpStatus = StepStatus | "should-not-have"

export interface FollowUpView {
  /** `scenario/step/run`, unique in a state. */
  key: string
  scenario: string
  scenarioName: string
  step: string
  channel: string
  /** The message's name, else its id, else null. */
  message: string | null
  status: FollowUpStatus
  /** Engine's reason for skipped ones. */
  reason: string | null
  dueAt: number | null
  /** due + grace: until then it may still come. */
  graceEndsAt: number | null
  sentAt: number | null
  /** The person said that it came. */
  seenByPerson?: boolean
  /** What began its run; left out where the run is among `running`. */
  because?: Because
}

export interface RunView {
  /** `scenario/run`. */
  key: string
  scenario: string
  name: string
  status: "active" | "completed" | "exited" | "converted" | "merged"
  triggeredAt: number
  because: Because
  /** The step that comes next or is due now; null when only the goal is waited for. */
  next: FollowUpView | null
  steps: FollowUpView[]
}

export interface EventView {
  id: string
  name: string
  at: number
  /** Name of the first item, the form, the search term…: what a person would call it. Untrusted text of the page. */
  title: string | null
  value: number | null
  currency: string | null
  source: string
  /** What the person did, as the recorder describes it (`button#buy`, and what it says); null where nothing is known. */
  gesture: { type: string; target: string; label?: string } | null
}

export interface ChannelView {
  id: string
  status: "live" | "planned" | "missing"
  /**
   * recorder: on-page, watched by the recorder itself; person: "I watch this one myself"; source: a connected source of
   * evidence reads it; null: nobody.
   */
  watchedBy: "recorder" | "person" | "source" | null
  /** Names of the sources of evidence that read it. */
  sources: string[]
  watchedSince: number | null
}

/** What the person does in the overlay; the worker answers with a fresh state. */
export type OverlayAction =
  | { type: "mode"; mode: "pill" | "open" }
  /** The size that the shown content needs, in CSS pixels. */
  | { type: "size"; width: number; height: number }
  | OverlayMove
  /** Hide in this tab until the icon is clicked; `site`: on this site for good, until the icon is clicked there. */
  /** Draw around the element that caused the event; `null`: no longer. Answered with `{ found }`. */
  | { type: "outline"; event: string | null }
  /** These runs have been announced. */
  | { type: "told"; runs: string[] }
  | { type: "close"; scope: "tab" | "site" }
  /** Open the side panel; the page does it itself, because Chrome wants to see the press of the button. */
  | { type: "panel" }
  /** The overlay again, in this tab and on this site. */
  | { type: "show" }
  | { type: "clock"; advanceMs: number }
  | { type: "clock-to-next-due" }
  | { type: "clock-now" }
  | { type: "watch"; channel: string; on: boolean }
  /** "I have seen it": evidence by hand, for what no machine sees; `seen: false` takes it back. */
  | { type: "seen"; scenario: string; step: string; channel: string; seen: boolean }
  | { type: "map-text"; text: string; fileName: string | null }
  | { type: "map-default" } // back to the page's map, else the starter map
  | { type: "language"; language: Language }
  | { type: "forget" } // erase this site's journey
  | { type: "export" } // download the journey as NDJSON
  | { type: "options" } // open the options page
  | { type: "refresh" }
