/** Signs that one currency has, each before its code. */
const ownSigns = "€EUR£GBP₽RUB₴UAH₸KZT₺TRY₹INR₩KRW₪ILS₫VND฿THB₱PHP"
/** Signs of several characters, and what people write instead of a sign. */
const words: [RegExp, string][] = [
  [/R\$/, "BRL"],
  [/NT\s?\$|元.*台/, "TWD"],
  [/C\s?\$/, "CAD"],
  [/A\$/, "AUD"],
  [/S\/\.?\s?\d/, "PEN"],
  [/\$/, "USD"],
  [/\beur(o|os)?\b/i, "EUR"],
  [/руб|(^|[\s\d])р\.|\bRUR\b/i, "RUB"],
  [/грн/i, "UAH"],
  [/тг|тенге/i, "KZT"],
  [/сум|so.m\b/i, "UZS"],
  [/\bTL\b/, "TRY"],
  [/원/, "KRW"],
  [/ש["״]ח/, "ILS"],
  [/đ/, "VND"],
  [/บาท/, "THB"],
  [/zł/i, "PLN"],
  [/Kč/i, "CZK"],
  [/лв/i, "BGN"],
  [/\bFr\.|SFr/i, "CHF"],
  [/ر\.?\s?س|ريال/, "SAR"],
  [/د\.?\s?إ|درهم/, "AED"],
  [/円/, "JPY"],
  [/\bRs\b/i, "INR"],
]
/** What people in a country write besides the sign. */
const wordsByPlace: Record<string, string> = { BY: "|br|руб|р", CN: "|元", TW: "|元" }

/** Of ISO 4217, as the browser knows it. */
const codes = Intl.supportedValuesOf?.("currency") ?? ["USD", "RUB"]

/** Country codes of the host and of the page's language, in this order. */
function countries(): string[] {
  const places = [location.hostname.replace(/.*\./, "").toUpperCase()]
  try {
    places.push(new Intl.Locale(document.documentElement.lang).maximize().region!)
  } catch {}
  return places
}

/** The currency of a country begins with its code. */
const findOwn = (place: string) => (place[2] ? undefined : codes.find((code) => code.startsWith(place)))

const signsByCode = new Map<string, RegExp>()

/** Whether a text has the sign that a currency has for short where no other is meant. */
function hasSign(text: string, place: string, currency: string): boolean {
  let sign = signsByCode.get(currency)
  if (!sign) {
    const [{ value } = { value: "" }] = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).formatToParts(0)
    sign = new RegExp(
      `(?<!\\p{L})(${value.replace(/[$.]/g, "\\$&")}${wordsByPlace[place] ?? ""})(?!\\p{L}{2})`,
      "iu",
    )
    signsByCode.set(currency, sign)
  }
  return sign.test(text)
}

/** The ISO 4217 code that a price text names, with the page's country where the sign is shared; never a guess beyond that. */
export function readCurrency(told: string): string | undefined {
  const text = told.normalize("NFKC").replace(":-", " kr")
  // What is also an English word is a code only behind an amount.
  for (const [code] of text.matchAll(/\b(?!ALL|TOP|AMD|CUP|MOP)[A-Z]{3}(?![A-Za-z])|(?<=\d\s?)[A-Z]{3}\b/g))
    if (codes.includes(code)) return code
  // A sign with letters before it says itself whose it is.
  const [, before] = /([A-Z]+)\s?\$/.exec(text) ?? []
  const places = before ? [] : countries()
  for (const place of places) {
    const own = findOwn(place)
    if (own && hasSign(text, place, own)) return own
  }
  const sign = /[€£₽₴₸₺₹₩₪₫฿₱]/.exec(text)
  if (sign) return ownSigns.substr(ownSigns.indexOf(sign[0]) + 1, 3)
  const named = before?.[1] && findOwn(before)
  // Letters before a dollar that are no country of dollars are of another word: "Audio CD $12".
  return named && hasSign("$", before, named) ? named : words.find(([word]) => word.test(text))?.[1]
}
