import { compilePattern } from "../engine/pattern"

/** A site has few addresses of its own to be known by; a map that lists more patterns than this is not made by people. */
const MOST_PATTERNS = 200

/**
 * Whether a map's `sites` name this site (host and port, without `www.`). A journey is one site's, whatever the page, so
 * the path of a pattern does not count. A pattern without a scheme is taken for a host.
 * Source: `sites` of the communication map.
 */
export function matchesSite(patterns: readonly string[], site: string): boolean {
  const hosts = [site, `www.${site}`]
  return patterns.slice(0, MOST_PATTERNS).some((pattern) => {
    const wanted = hostOf(pattern)
    if (wanted === "") return false
    const fits = compilePattern(wanted, { ignoreCase: true })
    return hosts.some(fits)
  })
}

/** The part of an address pattern between the scheme and the path: `https://*.shop.example/*` → `*.shop.example`. */
function hostOf(pattern: string): string {
  if (pattern === "<all_urls>") return "*"
  const begin = pattern.indexOf("://")
  const rest = begin < 0 ? pattern : pattern.slice(begin + 3)
  const end = rest.indexOf("/")
  return end < 0 ? rest : rest.slice(0, end)
}
