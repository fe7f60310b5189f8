import { defineDetector } from "../detector"
import { termNames } from "../term-names"

/** `search`, once for each term that an address of the site carries; an address or a card number is nobody's search term. */
export const search = defineDetector({
  name: "search",
  start(report, _signal, { onVisit, onAddress }) {
    let last: string | undefined
    const look = () => {
      const { searchParams, pathname } = new URL(location.href)
      const [, found = ""] =
        [...searchParams].find(
          ([name, value]) =>
            value.trim() &&
            (termNames.test(name) ||
              // Only where the path says that it is a search.
              (/^(text|k|st|term|w|ntt)$/i.test(name) &&
                /search|such|recherche|busca|cerca|poisk|find|s\/$/i.test(pathname))),
        ) ?? []
      const search_term = /@|\d{9,}/.test(found) ? "removed" : found.trim().slice(0, 100)
      if (search_term && search_term !== last)
        report({ name: "search", source: "url", props: { search_term } })
      last = search_term
    }
    onVisit(() => {
      last = ""
      look()
    })
    onAddress(look)
  },
})
