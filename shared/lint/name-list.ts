import type { Words } from "../language"

/** More names than these are counted, not listed. */
const MOST_NAMES = 6

/** Names as a person writes them in a sentence: “a”, “b” and «в». Long ones are cut, many are counted. */
export function nameList(names: readonly string[]): Words {
  const shown = names.slice(0, MOST_NAMES)
  const more = names.length - shown.length
  return {
    en: shown.map((name) => `“${cut(name)}”`).join(", ") + (more > 0 ? ` and ${more} more` : ""),
    ru: shown.map((name) => `«${cut(name)}»`).join(", ") + (more > 0 ? ` и ещё ${more}` : ""),
  }
}

/** One name, quoted. */
export function quote(name: string): Words {
  return nameList([name])
}

function cut(name: string): string {
  const letters = [...name]
  return letters.length <= 60 ? name : `${letters.slice(0, 30).join("")}…${letters.slice(-28).join("")}`
}
