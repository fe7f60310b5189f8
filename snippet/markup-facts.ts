import { describe, type Fact, readWords } from "./facts"
import { toJson } from "./plain-copy"

/** What a page says of its product: the elements that say it. */
export interface Markup {
  elements: Fact[]
}

const linked = 'script[type="application/ld+json" i]'
const telling = `h1,${linked},meta[property^="product:"],meta[property="og:title"],[itemtype],[itemscope],[itemprop=name],[itemprop=sku],[itemprop^=price]`
const MOST_ELEMENTS = 200
const MOST_WORDS = 300
const MOST_LINKED = 50_000
/** What visitors have written is not the shop's; and what is long tells nothing of the product. */
const toldByOthers = /review|author|comment|descr|image/i

/**
 * What a page that goes leaves of its markup, until somebody can read which product it is about; none where nothing is
 * said of one.
 */
export function readMarkup(): Markup | undefined {
  const elements = describe([...document.querySelectorAll(telling)].slice(0, MOST_ELEMENTS), (one) => {
    if (one.matches(linked))
      try {
        return JSON.parse(one.textContent!.slice(0, MOST_LINKED), (name, value) =>
          toldByOthers.test(name) ? undefined : value,
        )
      } catch {}
    return one.matches("[itemscope],script") ? "" : readWords(one, MOST_WORDS)
  })
  return /product/i.test(toJson(elements)) ? { elements } : undefined
}
