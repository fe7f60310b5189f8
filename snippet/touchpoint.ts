/** A site rule as the map writes it; the schema that checks it lives with the map. */
export interface Touchpoint {
  event: string
  on: "click" | "submit" | "visible" | "url" | "request" | "dom-event" | "data-layer"
  selector?: string | undefined
  url?: string | undefined
  name?: string | undefined
  props?: Record<string, PropertySelector> | undefined
}

/** `"@attribute"`, a constant, or the text of an element (as a number where asked). */
export type PropertySelector =
  | string
  | { value: unknown }
  | { text: string; as?: "number" | undefined }
  | { attribute: string; of?: string | undefined; as?: "number" | undefined }
