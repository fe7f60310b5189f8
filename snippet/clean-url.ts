import { campaignMarks } from "./campaign-marks"

/** Parameters that carry access or a person. */
const secretName = /mail|passw|token|secret|auth|session|^(sid|key|sig|signature|code|otp|phone|tel|hash)$/i
/** An e-mail address, a card-like run of digits, or what looks like a token. */
const secretValue = /@|%40|\d{12,}|eyJ[\w-]{10}|^(?=.*\d)(?=.*[a-z])[\w-]{32,}$/i
const secretPart = /[^/]*(@|%40|eyJ[\w-]{10})[^/]*/g

/** The only parameters that are recorded, where the site names them; besides campaigns and click ids. */
export const recordedParams: { names?: readonly string[] | undefined } = {}

/**
 * The address without what may name a person or open a door; a fragment only where it is a route.
 * An address that cannot be read gives an empty string.
 */
export function cleanUrl(address: string): string {
  try {
    if (!address) return ""
    const url = new URL(address, location.href)
    url.username = url.password = ""
    url.hash = /^#!?\//.test(url.hash) ? url.hash.replace(/\?.*/, "").replace(secretPart, "removed") : ""
    for (const [name, value] of [...url.searchParams])
      if (campaignMarks.test(name)) {
        if (value.includes("@")) url.searchParams.set(name, "removed")
      } else if (recordedParams.names && !recordedParams.names.includes(name)) url.searchParams.delete(name)
      else if (secretName.test(name) || secretValue.test(value)) url.searchParams.set(name, "removed")
    url.pathname = url.pathname.replace(secretPart, "removed")
    return url.href
  } catch {
    return ""
  }
}
