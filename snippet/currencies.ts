const signs: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  "₽": "RUB",
  "₹": "INR",
  "₴": "UAH",
  zł: "PLN",
}

/** How a text becomes a currency: its code, or a sign that one country has; until somebody knows more of them. */
export const currencies: { read(text: string | undefined): string | undefined } = {
  read(text = "") {
    const [found = ""] =
      /[€£₽₹₴]|zł|\b(EUR|USD|GBP|RUB|CHF|PLN|CZK|SEK|NOK|DKK|UAH|KZT|BRL|CAD|AUD|INR|TRY)\b/.exec(text) ?? []
    return signs[found] ?? (found || undefined)
  },
}
