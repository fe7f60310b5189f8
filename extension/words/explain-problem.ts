import type { Language } from "./language"
import { explainProblemRussian } from "./russian-problems"
import { cutMiddle } from "./shown-text"

/**
 * An error of a map in the reader's language. Said by the worker and by the editor, and not by the pages that show it: all
 * the sentences of errors are more than the overlay's document may weigh.
 */
export function explainProblem(problem: { code?: string; message: string }, language: Language): string {
  const { code = "", message } = problem
  return cutMiddle(language === "ru" ? explainProblemRussian(code, message) : message, 240)
}
