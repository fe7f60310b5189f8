type Traits = Record<string, unknown>

/** Whether a user is told by an e-mail address. */
export const mailLike = /\S@\S/

/** Takes e-mail addresses and telephone numbers out of traits, and gives them by themselves: `undefined` where there is none. */
export function takeContacts(traits: Traits): Traits | undefined {
  let contacts: Traits | undefined
  for (const [name, value] of Object.entries(traits))
    if (
      /^(string|number)$/.test(typeof value) &&
      (/e-?mail|phone|mobile|^tel/i.test(name) || mailLike.test(`${value}`))
    ) {
      contacts = { ...contacts, [name]: value }
      traits[name] = "removed"
    }
  return contacts
}
