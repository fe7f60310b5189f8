import type { Language } from "../language"
import { proposeNearest } from "../map/nearest"
import { isTimeZone, proposeTimeZone } from "../map/time-zone"
import { BadInput } from "./shell"

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/g

/** A text without what a terminal would obey; lines stay lines. */
export function makeHarmless(text: string): string {
  return text.replace(obeyed, "\ufffd")
}

/** What a person wrote, fit to be said back to them: never long, and with nothing that a terminal would obey. */
export function quote(text: string): string {
  const plain = makeHarmless(text).replaceAll("\n", " ")
  return `\`${plain.length > 60 ? `${plain.slice(0, 57)}…` : plain}\``
}

/** A list of known names, separated by commas. Throws `BadInput` with a proposal for any other, and for a list of none. */
export function readNames(
  option: string,
  text: string | undefined,
  known: readonly string[],
  what: string,
): Set<string> {
  if (text === undefined) return new Set()
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
  if (names.length === 0) throw new BadInput(`--${option} needs at least one ${what}: ${known.join(", ")}`)
  for (const name of names) {
    if (known.includes(name)) continue
    const near = proposeNearest(name, known)
    throw new BadInput(
      `--${option}: there is no ${what} ${quote(name)}${near === "" ? `. Known are: ${known.join(", ")}` : near}`,
    )
  }
  return new Set(names)
}

/** The IANA zone of times that name none, or undefined where it is not given. */
export function readZone(name: string | undefined): string | undefined {
  if (name === undefined || isTimeZone(name)) return name
  throw new BadInput(`--zone is a zone like Europe/Moscow or UTC, not ${quote(name)}${proposeTimeZone(name)}`)
}

/** The language that was asked for, else `usual`. */
export function readLanguage(text: string | undefined, usual: Language): Language {
  if (text === undefined) return usual
  if (text !== "en" && text !== "ru") throw new BadInput(`--language is en or ru, not ${quote(text)}`)
  return text
}

/** One of the known names, or undefined where the option is not given. Throws `BadInput` with a proposal. */
export function readOneName(
  option: string,
  text: string | undefined,
  known: readonly string[],
): string | undefined {
  if (text === undefined || known.includes(text)) return text
  throw new BadInput(
    `--${option}: unknown format ${quote(text)}${proposeNearest(text, known) || "."} Known are: ${known.join(", ")}`,
  )
}
