/** All pages of the web: only asked for where the person asks for it. */
export const everySite: readonly string[] = ["http://*/*", "https://*/*"]

/** The pattern that is asked for and granted: a host, whatever its port, as Firefox knows no other. Null: no site. */
export function patternOf(url: string | undefined): string | null {
  try {
    const { protocol, hostname } = new URL(url ?? "")
    return protocol === "http:" || protocol === "https:" ? `${protocol}//${hostname}/*` : null
  } catch {
    return null
  }
}
