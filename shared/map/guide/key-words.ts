import type { Words } from "../../language"

/** What a key says to whoever writes a map. */
export interface KeyWords extends Words {
  /** What holds where the key is left out. */
  default?: unknown
  /** The key names a part of this kind. */
  refersTo?: Reference
}

/** The kinds of parts that other parts call by their id, and what is called by a name. */
export type Reference =
  | "stages"
  | "segments"
  | "channels"
  | "messages"
  | "scenarios"
  | "steps"
  | "events"
  /** Paths of an event, and of a person. */
  | "fields"
  | "traits"

/** One object of the language, and its keys in the order in which they are proposed. */
export interface ObjectWords extends Words {
  keys: Record<string, KeyWords>
}

/** Kept in step with a schema by a test: no key without words, no words without a key. */
export type GuideWords = Record<string, ObjectWords>

/** Keys that mean the same wherever they stand. */
export const EXTRA: KeyWords = {
  en: "Anything of your own. Kept as it is, read by nothing.",
  ru: "Что угодно своё. Хранится как есть, ничем не читается.",
}
