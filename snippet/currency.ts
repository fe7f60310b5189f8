/** Signs and words that name one currency. */
const signs: [RegExp, string][] = [
  [/€|\beur(o|os)?\b/i, "EUR"],
  [/US\s?\$|\bUSD\b/i, "USD"],
  [/R\$/, "BRL"],
  [/NT\s?\$|元.*台|\bTWD\b/i, "TWD"],
  [/HK\s?\$/i, "HKD"],
  [/CA\s?\$|C\$/i, "CAD"],
  [/AU?\$/i, "AUD"],
  [/S\/\.?\s?\d/, "PEN"],
  [/£/, "GBP"],
  [/₽|руб|\bр\.|\bRUR\b/i, "RUB"],
  [/₴|грн/i, "UAH"],
  [/₸|тг|тенге/i, "KZT"],
  [/₺|\bTL\b/, "TRY"],
  [/₹/, "INR"],
  [/₩|원/, "KRW"],
  [/₪|ש["״]ח/, "ILS"],
  [/₫|đ\b/, "VND"],
  [/฿|บาท/, "THB"],
  [/zł/i, "PLN"],
  [/Kč/i, "CZK"],
  [/\bFt\b/, "HUF"],
  [/\blei\b/i, "RON"],
  [/лв/i, "BGN"],
  [/\bCHF\b|\bFr\.|SFr/i, "CHF"],
  [/ر\.?\s?س|ريال/, "SAR"],
  [/د\.?\s?إ|درهم/, "AED"],
  [/円/, "JPY"],
  [/\bRp\b/, "IDR"],
  [/\bRM\b/, "MYR"],
  [/₱/, "PHP"],
  [/\bR\s?\d/, "ZAR"],
]

/** Signs that several countries share, and where they are read as what. */
const sharedSigns: [RegExp, Record<string, string>, string?][] = [
  [
    /\$/,
    {
      cl: "CLP",
      ar: "ARS",
      mx: "MXN",
      co: "COP",
      uy: "UYU",
      ca: "CAD",
      au: "AUD",
      nz: "NZD",
      sg: "SGD",
      hk: "HKD",
      tw: "TWD",
    },
    "USD",
  ],
  [/\bkr\b|:-/i, { se: "SEK", no: "NOK", dk: "DKK", is: "ISK" }],
  [/[¥￥元]/, { jp: "JPY", cn: "CNY", tw: "TWD", hk: "HKD" }],
  [/\bRs\b/i, { pk: "PKR", in: "INR", lk: "LKR", np: "NPR", mu: "MUR" }],
  [/br|руб|\bр\b/i, { by: "BYN", ru: "RUB" }],
]

/** Country codes of the host and the page's language, in this order. */
function countries(): string[] {
  const region = /[-_]([a-z]{2})$/i.exec(document.documentElement.lang)?.[1]
  return [location.hostname.split(".").pop() ?? "", ...(region ? [region.toLowerCase()] : [])]
}

/** The ISO 4217 code that a price text names, with the page's country where the sign is shared; never a guess beyond that. */
export function readCurrency(text: string): string | undefined {
  const iso =
    /\b(EUR|USD|GBP|RUB|CHF|PLN|CZK|SEK|NOK|DKK|UAH|KZT|BYN|BRL|CLP|ARS|MXN|COP|PEN|CAD|AUD|NZD|JPY|CNY|TWD|HKD|SGD|KRW|INR|PKR|ILS|TRY|RON|HUF|BGN|AED|SAR|QAR|KWD|BHD|OMR|EGP|ZAR|THB|VND|IDR|MYR|PHP)\b/.exec(
      text,
    )
  if (iso) return iso[1]
  const places = countries()
  for (const [sign, byCountry] of sharedSigns)
    if (sign.test(text)) for (const place of places) if (byCountry[place]) return byCountry[place]
  for (const [sign, code] of signs) if (sign.test(text)) return code
  for (const [sign, , code] of sharedSigns) if (code && sign.test(text)) return code
}
