import { defineDetector } from "../detector"
import { termNames } from "../search-form"

const searchPath = /search|suche|recherche|busca|buscar|cerca|poisk|szukaj|hledat|find|s\/$/i
/** Only where the path says that it is a search. */
const vagueNames = /^(text|k|st|term|w|ntt)$/i

/** What the address says was searched for; an address or a card number is nobody's search term. */
export function readSearchTerm(address: string): string | undefined {
  const { searchParams, pathname } = new URL(address)
  for (const [name, value] of searchParams)
    if (value.trim() && (termNames.test(name) || (vagueNames.test(name) && searchPath.test(pathname))))
      return /@|\d{9,}/.test(value) ? "removed" : value.trim().slice(0, 100)
}

/** `search`, once for each term that an address of the site carries. */
export const search = defineDetector({
  name: "search",
  start(report, _signal, { onVisit, onAddress }) {
    let last: string | undefined
    const look = () => {
      const term = readSearchTerm(location.href)
      if (term && term !== last) report({ name: "search", source: "url", props: { search_term: term } })
      last = term
    }
    onVisit(() => {
      last = undefined
      look()
    })
    onAddress(look)
  },
})
