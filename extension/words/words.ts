import type { Language } from "./language"
import { useReader } from "./reader"

/** The same words in every language; what takes numbers or names is a function. */
export type Words<Shape> = Record<Language, Shape>

/** The words of one surface, English first: the others must have the same keys. */
export function defineWords<Shape>(words: { en: Shape; ru: NoInfer<Shape> }): Words<Shape> {
  return words
}

/** The reader's. */
export function useWords<Shape>(words: Words<Shape>): Shape {
  return words[useReader().language]
}
