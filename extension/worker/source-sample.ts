import { findLists, valueAt, type WebCaller } from "../domain"
import type { SourceSample } from "../evidence/state"
import type { Secrets } from "./evidence-store"

const MOST_ENTRIES = 20
const MOST_CHARACTERS = 60_000
/** Shorter ones would be found in anything. */
const LEAST_SECRET = 4

/** The same caller, and the text of the last good answer that it got. */
export function hearAnswer(call: WebCaller): { call: WebCaller; text(): string } {
  let text = ""
  return {
    async call(request) {
      const answer = await call(request)
      text = answer.status >= 200 && answer.status < 300 ? answer.text : ""
      return answer
    },
    text: () => text,
  }
}

/** The first entries of an answer's list: the one that was named, else the longest. Null where there is none. */
export function takeSample(text: string, named: string | undefined, secrets: Secrets): SourceSample | null {
  let answer: unknown
  try {
    answer = JSON.parse(hide(text, secrets))
  } catch {
    return null
  }
  const lists = findLists(answer)
  const list = named !== undefined && Array.isArray(valueAt(answer, named)) ? named : (lists[0] ?? "")
  const found = valueAt(answer, list)
  if (!Array.isArray(found)) return null
  const entries: unknown[] = []
  let length = 0
  for (const entry of found.slice(0, MOST_ENTRIES)) {
    length += JSON.stringify(entry).length
    if (length > MOST_CHARACTERS) break
    entries.push(entry)
  }
  return { lists, list, entries }
}

/** A service that tells back what it was asked with must not bring a token onto the screen. */
function hide(text: string, secrets: Secrets): string {
  const words = Object.values(secrets).flatMap((secret) => [secret, ...secret.split(/[\s:]+/)])
  return words
    .filter((word) => word.length >= LEAST_SECRET && !/^(bearer|basic|token|authorization)$/i.test(word))
    .sort((one, other) => other.length - one.length)
    .reduce((shown, word) => shown.replaceAll(word, "••••••"), text)
}
