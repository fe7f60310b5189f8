/**
 * The SHA-256 (64 hexadecimal digits) of an e-mail address or a telephone number as advertisers and mailers compare them:
 * an address in small letters, a number as `+` and its digits. Rejects where the page is not on a secure origin.
 */
async function hashContact(contact: string): Promise<string> {
  const plain = contact.trim().toLowerCase()
  const bytes = new TextEncoder().encode(
    plain.includes("@") ? plain : plain.replace(/\D/g, "").replace(/^(00)?/, "+"),
  )
  const hash = await crypto.subtle.digest("SHA-256", bytes)
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** The same fields, with hashes in the places of contacts. */
export async function hashContacts(contacts: Record<string, unknown>): Promise<Record<string, string>> {
  const hashes = Object.entries(contacts).map(
    async ([name, contact]) => [name, await hashContact(`${contact}`)] as const,
  )
  return Object.fromEntries(await Promise.all(hashes))
}
