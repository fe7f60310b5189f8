import type { Language } from "./catalogue"
import type { ProductDetails } from "./page"
import { wordsOf } from "./words"

export type ProductMarkup = "json-ld" | "microdata" | "opengraph"

/** schema.org as shop systems write it: a product with its offer and rating, and the way to it. */
export function describeProduct(product: ProductDetails, origin: string, language: Language): unknown[] {
  const url = `${origin}/p/${product.slug}`
  return [
    {
      "@context": "https://schema.org",
      "@type": "Product",
      "@id": `${url}#product`,
      name: product.name,
      description: product.description,
      sku: product.sku,
      mpn: product.sku,
      image: [`${origin}/picture/${product.slug}.svg`, `${origin}/picture/${product.slug}.svg?view=detail`],
      brand: { "@type": "Brand", name: product.maker },
      category: product.category.name,
      material: product.material,
      aggregateRating: {
        "@type": "AggregateRating",
        ratingValue: String(product.rating.value),
        reviewCount: String(product.rating.count),
        bestRating: "5",
      },
      offers: {
        "@type": "Offer",
        url,
        price: product.price.toFixed(2),
        priceCurrency: product.currency,
        priceValidUntil: "2099-12-31",
        itemCondition: "https://schema.org/NewCondition",
        availability: `https://schema.org/${product.inStock ? "InStock" : "OutOfStock"}`,
        seller: { "@type": "Organization", name: wordsOf[language].shop },
      },
    },
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: [
        { "@type": "ListItem", position: 1, name: wordsOf[language].home, item: `${origin}/` },
        {
          "@type": "ListItem",
          position: 2,
          name: product.category.name,
          item: `${origin}/c/${product.category.slug}`,
        },
        { "@type": "ListItem", position: 3, name: product.name, item: url },
      ],
    },
  ]
}

export function describeShop(origin: string, language: Language): unknown[] {
  const words = wordsOf[language]
  return [
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "Organization",
          "@id": `${origin}/#shop`,
          name: words.shop,
          url: `${origin}/`,
          slogan: words.tagline,
        },
        {
          "@type": "WebSite",
          url: `${origin}/`,
          name: words.shop,
          potentialAction: {
            "@type": "SearchAction",
            target: `${origin}/search?q={search_term_string}`,
            "query-input": "required name=search_term_string",
          },
        },
      ],
    },
  ]
}

export function describeForSharing(
  product: ProductDetails,
  origin: string,
  language: Language,
): Record<string, string> {
  return {
    "og:type": "product",
    "og:site_name": wordsOf[language].shop,
    "og:title": product.name,
    "og:description": product.short,
    "og:url": `${origin}/p/${product.slug}`,
    "og:image": `${origin}/picture/${product.slug}.svg`,
    "product:price:amount": product.price.toFixed(2),
    "product:price:currency": product.currency,
    "product:availability": product.inStock ? "in stock" : "out of stock",
    "product:brand": product.maker,
    "product:retailer_item_id": product.sku,
  }
}
