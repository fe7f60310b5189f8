/**
 * The widest domain whose cookies this host may write: the one that may be registered, so that its sub-domains are one
 * session. A host without one (an address, `localhost`) has no sub-domains and gets no cookie; nor does a page whose
 * cookies are refused. Writes, so it asks for consent.
 */
export function findCookieDomain(): string {
  const { hostname } = location
  const labels = /^[\d.]+$|:/.test(hostname) ? [] : hostname.split(".")
  const trial = "cuelight.try=1"
  try {
    for (let first = labels.length - 2; first >= 0; first--) {
      const domain = labels.slice(first).join(".")
      const cookie = `${trial};domain=${domain};path=/;samesite=lax`
      // biome-ignore-start lint/suspicious/noDocumentCookie: the other way is asynchronous, and not in every browser
      document.cookie = cookie
      const isTaken = document.cookie.includes(trial)
      document.cookie = `${cookie};max-age=0`
      // biome-ignore-end lint/suspicious/noDocumentCookie: the other way is asynchronous, and not in every browser
      if (isTaken) return domain
    }
  } catch {}
  return ""
}
