import { mountOverlay } from "./mount-overlay"
import { createOutline } from "./outline"

/**
 * The overlay's place on the page, in a file of its own: it comes into a page only when there is an overlay to show, so
 * that a page on which the overlay is closed carries nothing but the bridge.
 */
export interface Place {
  mountOverlay: typeof mountOverlay
  createOutline: typeof createOutline
}

Object.assign(globalThis, { cuelightPlace: { mountOverlay, createOutline } satisfies Place })
