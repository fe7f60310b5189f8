import { amounts } from "../amounts"
import { isHere, type Product, simplify } from "../product"
import { readText } from "../text"
import { parseLoosely } from "./json-ld"
import { findHeading, isNamedByTitle } from "./shown-price"

type Fields = Record<string, unknown>

const MOST_CHARACTERS = 300_000
const MOST_BLOCKS = 40

function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

/** Whether the page says that this is its product: in its heading, its title or its address. */
function isOfPage({ name, url }: Product): boolean {
  const own = simplify(name ?? "")
  const headings = [...document.querySelectorAll("h1")].map((one) => simplify(one.textContent ?? ""))
  return isHere({ url } as Product) || (own.length > 2 && headings.some((one) => one.includes(own)))
}

/** Shopify's product as its themes print it for their scripts: prices are whole cents. */
function readShopify(data: Fields): Product | undefined {
  const product = asFields(data.product) ?? data
  const variants = (Array.isArray(product.variants) ? product.variants : [])
    .map(asFields)
    .filter((one) => one !== undefined)
  const name = readText(product.title) ?? readText(asFields(variants[0])?.name)?.replace(/ - .*/, "")
  const [first] = variants
  if (!first || !name || !("vendor" in product) || !Number.isInteger(first.price)) return
  const wanted = new URL(location.href).searchParams.get("variant")
  const chosen =
    variants.find(({ id }) => wanted && String(id) === wanted) ??
    variants.find(({ available }) => available === true) ??
    first
  const amount = (value: unknown) => (typeof value === "number" ? value / 100 : undefined)
  const currency = /Shopify\.currency\s*=\s*\{"active":"([A-Z]{3})"/.exec(
    document.head.textContent ?? "",
  )?.[1]
  return {
    source: "shop-data",
    id: readText(chosen.sku) ?? readText(chosen.id),
    name,
    brand: readText(product.vendor),
    category: readText(product.type),
    variant: variants.length > 1 ? readText(chosen.public_title ?? chosen.title) : undefined,
    price: amount(chosen.price),
    currency,
    url: typeof product.handle === "string" ? location.pathname.replace(/[^/]*$/, product.handle) : undefined,
    prices: variants.map(({ price }) => amount(price)).filter((price) => price !== undefined),
  }
}

/** PrestaShop's `data-product`, which its own scripts update with each chosen combination. */
function readPrestaShop(data: Fields): Product | undefined {
  const price = amounts.read(data.price_amount)
  const name = readText(data.name)
  if (price === undefined || !name || !data.id_product) return
  return {
    source: "shop-data",
    id: readText(data.reference_to_display ?? data.reference) ?? readText(data.id_product),
    name,
    brand: readText(data.manufacturer_name),
    category: readText(data.category_name),
    price,
    url: readText(data.link)?.replace(/#.*/, ""),
    prices: [price],
  }
}

/** What stands in attributes: Magento's final price, WooCommerce's variations beside their form. */
function readAttributes(): Product | undefined {
  const heading = document.querySelector("h1")
  const name = readText(heading?.textContent)
  const box = heading?.closest('.product-info-main,.product,[class*="product" i]')
  if (!name || !box) return
  const magento = box.querySelector('[data-price-type="finalPrice"][data-price-amount]')
  const variations = box.querySelector("form.variations_form[data-product_variations]")
  const told = variations ? parseLoosely(variations.getAttribute("data-product_variations") ?? "") : undefined
  const prices = (Array.isArray(told) ? told : [])
    .map((one) => amounts.read(asFields(one)?.display_price))
    .filter((price) => price !== undefined)
  const price = amounts.read(magento?.getAttribute("data-price-amount")) ?? prices[0]
  const id =
    box.querySelector("[data-product-sku]")?.getAttribute("data-product-sku") ??
    box.querySelector('.sku [itemprop="sku"],[itemprop="sku"],.sku')?.textContent ??
    variations?.getAttribute("data-product_id")
  if (price === undefined) return
  return { source: "shop-data", id: readText(id), name, price, prices: [price, ...prices] }
}

const pixelCall = /\bfbq\(\s*["']track["']\s*,\s*["']ViewContent["']\s*,\s*\{([^}]{1,1000})/

/** What the page's own script tells a pixel of the one product it shows, where it is written out. */
function readPixel(): Product | undefined {
  const heading = findHeading()
  const name = readText(heading?.textContent)
  if (!heading || !name || !isNamedByTitle(heading)) return
  for (const { textContent } of document.querySelectorAll("script:not([src])")) {
    const told = textContent?.includes("ViewContent") ? pixelCall.exec(textContent)?.[1] : undefined
    const read = (field: string, value: string) =>
      new RegExp(`\\b${field}["']?\\s*:\\s*${value}\\s*(?=[,}]|$)`).exec(told ?? "")?.[1]
    // A list tells of several at once.
    const id = read("content_ids", `\\[\\s*["']?([\\w-]{1,60})["']?\\s*\\]`)
    const price = amounts.read(read("value", `["']?(\\d{1,9}(?:\\.\\d+)?)["']?`))
    if (id && price)
      return {
        source: "page",
        id,
        name,
        price,
        currency: read("currency", `["']([A-Z]{3})["']`),
        prices: [price],
      }
  }
}

/** The product of the page from the data of its shop system; none where the data are of other pages' products. */
export function readShopData(): Product | undefined {
  const texts: string[] = []
  for (const { textContent } of document.querySelectorAll('script[type="application/json"]'))
    if (textContent?.includes('"variants"')) texts.push(textContent)
  for (const { textContent } of document.querySelectorAll("script:not([type]):not([src])")) {
    const found = textContent && /\bvar meta = (\{"product":.*\});/.exec(textContent)?.[1]
    if (found) texts.push(found)
  }
  for (const box of document.querySelectorAll("[data-product]"))
    texts.push(box.getAttribute("data-product") ?? "")
  for (const text of texts.slice(0, MOST_BLOCKS)) {
    const data =
      text.length < MOST_CHARACTERS && /^\s*\{/.test(text) ? asFields(parseLoosely(text)) : undefined
    const product = data && (readShopify(data) ?? readPrestaShop(data))
    if (product && isOfPage(product)) return product
  }
  return readAttributes() ?? readPixel()
}
