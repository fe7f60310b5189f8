type Traits = Record<string, unknown>

/** Whether a user is told by an e-mail address. */
export const mailLike = /\S@\S/

/** Traits without e-mail addresses and telephone numbers, and these by themselves: `undefined` where there is none. */
export function hideContacts(traits: Traits): { hidden: Traits; contacts?: Traits | undefined } {
  const hidden = { ...traits }
  let contacts: Traits | undefined
  for (const [name, value] of Object.entries(traits))
    if (
      /^(string|number)$/.test(typeof value) &&
      (/e-?mail|phone|mobile|^tel/i.test(name) || mailLike.test(`${value}`))
    ) {
      contacts = { ...contacts, [name]: value }
      hidden[name] = "removed"
    }
  return { hidden, contacts }
}
