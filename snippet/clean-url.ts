import { clickId } from "./campaign"

/** Parameters that carry access or a person. */
const secretName = /mail|passw|token|secret|auth|session|^(sid|key|sig|signature|code|otp|phone|tel|hash)$/i
/** An e-mail address, a card-like run of digits, or what looks like a token. */
const secretValue = /@|%40|\d{12,}|eyJ[\w-]{10}|^(?=.*\d)(?=.*[a-z])[\w-]{32,}$/i

/**
 * The address without what may name a person or open a door; a fragment only where it is a route.
 * An address that cannot be read gives an empty string.
 */
export function cleanUrl(address: string): string {
  try {
    if (!address) return ""
    const url = new URL(address, location.href)
    url.username = url.password = ""
    if (!/^#!?\//.test(url.hash)) url.hash = ""
    for (const [name, value] of [...url.searchParams])
      if (
        !/^utm_/.test(name) && !clickId.test(name)
          ? secretName.test(name) || secretValue.test(value)
          : value.includes("@")
      )
        url.searchParams.set(name, "removed")
    url.pathname = url.pathname.replace(/[^/]*(@|%40)[^/]*/g, "removed")
    return url.href
  } catch {
    return ""
  }
}
