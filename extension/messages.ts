import type { TouchpointEvent } from "../shared/event"
import type { EvidenceAction } from "./evidence/state"
import type { InboxAction } from "./inbox/state"
import type { OptionsAction } from "./options/state"
import type { OverlayAction, OverlayState } from "./overlay/state"
import type { Pointed } from "./page/outline"
import type { Lens, ViewId } from "./panel/state"
import type { Theme } from "./theme/theme"

/**
 * What travels between the parts of the extension. Every message is one request with one answer, never a port: an
 * answer that follows the write to the journal is an acknowledgement, and nothing holds the worker awake in between.
 */

/** An event as the embedded recorder tells it: the worker knows the visitor and stamps the rest. */
export type RecordedEvent = Omit<TouchpointEvent, "person" | "user" | "session">

/** From the bridge (content script) to the worker. The site is taken from the sender, never from the message. */
export type BridgeMessage =
  /**
   * `fresh`: the first word of a new document, whose predecessor's notices no longer hold. `key`: its own, with which it
   * leaves what it has where it goes before it knows its desk.
   */
  (
    | { type: "hello"; fresh: boolean; key?: string; lacks?: Part[] }
    /** Answered only after the events are written; repeating a message changes nothing. */
    | { type: "events"; recorded: unknown[]; fromSnippet: unknown[] }
    /** Own events that the page's snippet turned out to have told as well. */
    | { type: "retract"; ids: string[] }
    /** What the page's snippet says of itself and of the visitor's consent, where it carries one and says anything. */
    | { type: "snippet"; present: boolean; consent?: unknown; version?: unknown }
    | { type: "page-map"; url: string; text: string }
    /** `status`: of HTTP; 413 where it is larger than a map may be, 0 where nothing came. */
    | { type: "page-map-failed"; url: string; status: number }
    /**
     * The script that the page names as its snippet does not run. `blocked`: by the page's policy; `refused`: it could not be
     * loaded, or was not taken for a script; `status`: of HTTP, as far as the browser says; else 0.
     */
    | { type: "snippet-silent"; src: string; blocked: boolean; refused: boolean; status: number }
    /** `detail` null: it no longer holds. */
    | { type: "problem"; code: string; detail: string | null }
    | { type: "unsaved"; count: number }
    /** For the next page of this tab and site, which asks for it once; an empty text takes it back. */
    | { type: "carry"; text: string }
    /** Answered with what the page before has left, or null. */
    | { type: "carried" }
    /** A frame of the page has loaded another document. */
    | { type: "frames" }
    /** Where the person dropped the overlay. */
    | ({ type: "placed" } & Place)
  ) & {
    /** Of a page that goes: Chrome no longer says rightly where it comes from. */
    desk?: string
  }

/** The worker's answer to `hello`, and what it sends to the bridge when something changes. */
export interface BridgeOrders {
  type: "orders"
  show: boolean
  layout: Layout
  rules: unknown[]
  /** Whose a page's last word is, which it says with it (`worker/left-behind.ts`). */
  desk: string
}

/** Distance of the overlay's lower right corner from the window's, in CSS pixels. */
export interface Place {
  right: number
  bottom: number
}

/**
 * The person moves the overlay: pixels since the drag began, so that a message that is lost costs nothing. `from` is where
 * on the screen and when it began, null for keys; `done` at its end. Answered by the page with the overlay's `Place`.
 */
export interface OverlayMove {
  type: "move"
  dx: number
  dy: number
  from: { x: number; y: number; at: number } | null
  /** Pixels of the screen in one of the page. Only the worker knows: it tells the page, and distances in the page's. */
  zoom?: number | undefined
  done: boolean
}

export interface Layout extends Place {
  /** When the person put it there, ms UTC; null: nobody has. What was dropped on the page since holds. */
  placedAt: number | null
  width: number
  height: number
  /** False until the overlay has said what its content needs: the frame is invisible and lets every click through. */
  measured: boolean
  mode: "pill" | "open"
}

/** Scripts that a document may not have yet, and that the worker puts into it then. */
export type Part = "Recorder" | "Bridge" | "Place"

/** From the worker to a bridge. */
export type BridgeOrder =
  | BridgeOrders
  | OverlayMove
  /** Draws around what the person did, or no longer; answered with whether it is on the page. */
  | { type: "outline"; gesture: Pointed | null }

/** From an extension page to the worker. */
export type PageMessage =
  /** `tabId` where the page is not in the tab that it shows: the side panel, the popup, DevTools. */
  | { type: "overlay-state"; tabId?: number }
  | { type: "overlay-action"; action: OverlayAction; tabId?: number }
  | { type: "popup-state"; tabId: number }
  /** Audit pages of this address (a match pattern) without a click; what Chrome grants is asked of it beside. */
  | { type: "always-on"; pattern: string; on: boolean; tabId?: number }
  | { type: "panel-state"; tabId: number; view: ViewId; question: unknown; lens: Lens }
  | { type: "panel-action"; tabId: number; view: ViewId; action: { type: string } }
  | { type: "options-state" }
  | { type: "options-action"; action: OptionsAction }
  | { type: "inbox-state" }
  | { type: "inbox-action"; action: InboxAction }
  | { type: "sources-state" }
  | { type: "evidence-action"; action: EvidenceAction }

/** With the colours that the person has chosen: the overlay's frame has no storage in which to keep them. */
export type OverlayAnswer = { state: OverlayState; theme: Theme } | { state: null; reason: string }

/** From the worker to all extension pages: what you show of this site has changed, ask again. */
export interface ChangedMessage {
  type: "changed"
  site: string
  /** The tab in which it began, if it was one: its page may be of another site than before. */
  tabId?: number
}
