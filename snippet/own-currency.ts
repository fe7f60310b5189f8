/** As shops' scripts, markup and meta tags write it: `"currency":"USD"`, `priceCurrency" content="USD"`. */
const written = /(?<=urrency\w*["']?(\s*[:=]| content=)\s*["'])[A-Z]{3}\b/g

/** The one currency that the page itself names; none, where it names two, or a sign of dollars stands beside another one. */
export function readOwnCurrency(amount: string | undefined): string | undefined {
  const [code, other] = new Set(document.documentElement.outerHTML.match(written))
  if (!other && (!amount?.includes("$") || /[DNP]$/.test(code!))) return code
}
