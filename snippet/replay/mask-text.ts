import { cleanUrl } from "../clean-url"

/** Stands for whatever was there: its length is nobody's business either. */
export const masked = "•••"

// Every repetition is bounded, or stands behind something rare: a page decides what is matched here.
const email = /[^\s"'<>()[\]{},;:=/?&#@]{1,64}(@|%40)[^\s"'<>()[\]{},;:=/?&#]{1,255}/g
/** A JSON web token, or anything that follows a word such as `token=`. */
const namedSecret =
  /eyJ[\w-]{8,}[\w.-]*|\b(?:bearer\s+|(?:token|secret|passw\w{0,20}|api_?key|auth\w{0,20})["']?\s{0,3}[=:]\s{0,3}["']?(?:bearer\s+)?)[^\s"'&<>]{6,}/gi
/** Cards, accounts: 12 to 34 digits however they are grouped. */
const longNumber = /\d(?:[\s.-]?\d){11,33}/g
/** Long, of letters and digits both, and no word: a key of some kind. */
const key = /\b(?=\w*\d)(?=\w*[a-z])[\w-]{32,}/gi

/** Text without what looks like an e-mail address, a card, or a token. */
export function redactText(text: string): string {
  return redactStyle(text).replace(longNumber, masked).replace(key, masked)
}

/** For style sheets and lists of addresses, where long numbers and names are usual. */
export function redactStyle(text: string): string {
  return text.length < 6 ? text : text.replace(email, masked).replace(namedSecret, masked)
}

/** Words stay apart, nothing else is left. */
export function maskText(text: string): string {
  return text.replace(/\S+/g, masked)
}

const LONGEST_DATA_URL = 512

/** A picture in an address may be the one a visitor is about to upload. */
export function redactAddress(address: string): string {
  if (/^\s*(data|blob):/i.test(address)) return address.length > LONGEST_DATA_URL ? "" : address
  return /^\s*(https?:|[/.?])/i.test(address) ? redactStyle(cleanUrl(address)) : redactText(address)
}

const SHORTEST_TYPED = 3
const MOST_TYPED = 60

/** What was typed on this page, so that it is masked also where the page repeats it. Kept in memory only. */
export interface Typed {
  remember(field: object, value: string): void
  redact(text: string): string
}

export function createTyped(): Typed {
  /** The last value of each field. */
  const values = new Map<object, string>()
  let pattern: RegExp | undefined
  return {
    remember(field, value) {
      values.delete(field)
      const text = value.trim()
      if (text.length >= SHORTEST_TYPED) values.set(field, text.slice(0, 500))
      if (values.size > MOST_TYPED) values.delete(values.keys().next().value!)
      const words = [...values.values()].sort((one, other) => other.length - one.length)
      const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"))
      pattern = escaped.length > 0 ? new RegExp(escaped.join("|"), "gi") : undefined
    },
    redact: (text) => (pattern ? text.replace(pattern, masked) : text),
  }
}
