type Traits = Record<string, unknown>

/** Whether a user is told by an e-mail address. */
export const mailLike = /\S@\S/

/** Traits without e-mail addresses and telephone numbers, and these by themselves: `undefined` where there is none. */
export function hideContacts(traits: Traits): { hidden: Traits; contacts?: Traits } {
  const contacts = Object.entries(traits).filter(
    ([name, value]) =>
      /^(string|number)$/.test(typeof value) &&
      (/e-?mail|phone|mobile|^tel/i.test(name) || mailLike.test(`${value}`)),
  )
  if (!contacts[0]) return { hidden: traits }
  return {
    hidden: { ...traits, ...Object.fromEntries(contacts.map(([name]) => [name, "removed"])) },
    contacts: Object.fromEntries(contacts),
  }
}
