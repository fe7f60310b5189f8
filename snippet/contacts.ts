type Traits = Record<string, unknown>

/**
 * The SHA-256 (64 hexadecimal digits) of an e-mail address or a telephone number as advertisers and mailers compare them:
 * an address in small letters, a number as `+` and its digits. Rejects where the page is not on a secure origin.
 */
export async function hashContact(contact: string): Promise<string> {
  const plain = contact.trim().toLowerCase()
  const bytes = new TextEncoder().encode(
    plain.includes("@") ? plain : plain.replace(/\D/g, "").replace(/^(00)?/, "+"),
  )
  const hash = await crypto.subtle.digest("SHA-256", bytes)
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

/**
 * Traits without e-mail addresses and telephone numbers, and a promise of the same with hashes in their places. There is
 * no promise where there is nothing to hash; where the browser refuses to, "removed" is all that is ever told.
 */
export function hideContacts(traits: Traits): { hidden: Traits; hashed?: Promise<Traits> } {
  const hidden = { ...traits }
  const found = Object.entries(traits).filter(
    ([name, value]) =>
      /^(string|number)$/.test(typeof value) &&
      (/e-?mail|phone|mobile|^tel/i.test(name) || /\S@\S/.test(String(value))),
  )
  for (const [name] of found) hidden[name] = "removed"
  if (found.length === 0) return { hidden }
  const hashed = Promise.all(
    found.map(async ([name, value]) => [name, await hashContact(String(value))] as const),
  ).then(
    (hashes) => ({ ...hidden, ...Object.fromEntries(hashes) }),
    () => hidden,
  )
  return { hidden, hashed }
}
