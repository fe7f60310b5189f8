/**
 * How texts become amounts. Plain numbers (`39.00`, `39,00`) until somebody who knows the writers' habits of the world
 * takes over: the second file, or the extension's recorder from the beginning.
 */
export const amounts: { read(value: unknown): number | undefined } = {
  read(value) {
    const amount = value === "" || value === null ? Number.NaN : Number(String(value).replace(",", "."))
    return Number.isFinite(amount) ? amount : undefined
  },
}
