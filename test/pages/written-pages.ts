/** Pages as the named shop systems print them, cut down to what a recorder can read. */
export interface WrittenPage {
  title: string
  /** Path and query under `https://shop.example`, or a whole address. */
  address: string
  head?: string
  body: string
  /** What must be told; `null`: no product at all. */
  expected: { price: number; currency: string; name: string; id?: string } | null
  /** Whether a control of the page puts the product into the cart. */
  cart?: string
  /** What is told of what is put into the cart, besides the page's product. */
  inCart?: Record<string, string | number>
  /** The names of the one list that comes into sight. */
  list?: string[]
  lang?: string
}

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const tiles = (prefix: string, price: (index: number) => string, count = 6) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<li class="product-card"><a href="/p/${prefix}-${index}"><img src="/i.png" alt="" width="80" height="80"><h3>${prefix} ${index}</h3></a><span class="price">${price(index)}</span><button>Add to cart</button></li>`,
  ).join("")
const related = `<section class="related"><h2>You may also like</h2><ul style="display:flex">${tiles("Bowl", (index) => `€${index + 10}.00`)}</ul></section>`

export const writtenPages: WrittenPage[] = [
  {
    title: "Shopify: variants in cents, JSON-LD with offers of all variants",
    address: "/products/blue-vase?variant=72",
    head: jsonLd({
      "@context": "http://schema.org/",
      "@type": "Product",
      name: "Blue vase",
      url: "https://shop.example/products/blue-vase",
      brand: { "@type": "Brand", name: "Kiln" },
      offers: [
        {
          "@type": "Offer",
          sku: "KL-S",
          price: 39.0,
          priceCurrency: "EUR",
          availability: "http://schema.org/OutOfStock",
          url: "https://shop.example/products/blue-vase?variant=71",
        },
        {
          "@type": "Offer",
          sku: "KL-L",
          price: 45.5,
          priceCurrency: "EUR",
          availability: "http://schema.org/InStock",
          url: "https://shop.example/products/blue-vase?variant=72",
        },
      ],
    }),
    body: `<main><h1 class="product__title">Blue vase</h1><div class="price"><span class="price-item price-item--regular">€45,50 EUR</span></div><form action="/cart/add" method="post"><input type="hidden" name="id" value="72"><button type="submit" name="add" id="buy">Add to cart</button></form>${related}</main><script type="application/json" data-product-json>{"id":7,"title":"Blue vase","handle":"blue-vase","vendor":"Kiln","variants":[{"id":71,"sku":"KL-S","price":3900,"available":false},{"id":72,"sku":"KL-L","price":4550,"available":true}]}</script>`,
    expected: { price: 45.5, currency: "EUR", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "Shopify without schema.org: its own note for analytics",
    address: "/products/blue-vase",
    head: `<script>var Shopify = Shopify || {};Shopify.currency = {"active":"USD","rate":"1.0"};</script><script>window.ShopifyAnalytics = {};
var meta = {"product":{"id":7,"vendor":"Kiln","type":"Vases","variants":[{"id":71,"price":129900,"name":"Blue vase","public_title":null,"sku":"KL-1"}]},"page":{"pageType":"product"}};
for (var attr in meta) {}</script>`,
    body: `<main><h1>Blue vase</h1><span class="money">$1,299.00</span><button id="buy" name="add">Add to bag</button></main>`,
    expected: { price: 1299, currency: "USD", name: "Blue vase", id: "KL-1" },
    cart: "#buy",
  },
  {
    title: "WooCommerce: a price from and to, in a graph with the site and the crumbs",
    address: "/product/blue-vase/",
    head: jsonLd({
      "@graph": [
        { "@type": "WebSite", name: "Kiln", potentialAction: { "@type": "SearchAction", target: "/?s={s}" } },
        {
          "@type": "BreadcrumbList",
          itemListElement: [{ "@type": "ListItem", position: 1, item: { name: "Vases" } }],
        },
        {
          "@type": "Product",
          name: "Blue vase",
          sku: "KL-1",
          offers: [
            {
              "@type": "AggregateOffer",
              lowPrice: "20.00",
              highPrice: "30.00",
              offerCount: 2,
              priceCurrency: "GBP",
            },
          ],
        },
      ],
    }),
    body: `<div class="product type-product"><h1 class="product_title entry-title">Blue vase</h1><p class="price"><span class="woocommerce-Price-amount amount"><bdi><span class="woocommerce-Price-currencySymbol">£</span>20.00</bdi></span> – <span class="woocommerce-Price-amount amount"><bdi><span>£</span>30.00</bdi></span></p><form class="variations_form cart" data-product_id="7" data-product_variations='[{"display_price":20},{"display_price":30}]'><input name="quantity" value="1"><button type="submit" name="add-to-cart" value="7" class="single_add_to_cart_button" id="buy">Add to basket</button></form></div>`,
    expected: { price: 20, currency: "GBP", name: "Blue vase", id: "KL-1" },
    cart: "#buy",
  },
  {
    title: "WooCommerce without schema.org: a discount",
    address: "/product/blaue-vase/",
    lang: "de",
    body: `<div class="product type-product"><h1 class="product_title entry-title">Blaue Vase</h1><p class="price"><del><span class="woocommerce-Price-amount amount"><bdi>1.299,00&nbsp;<span>€</span></bdi></span></del> <ins><span class="woocommerce-Price-amount amount"><bdi>999,00&nbsp;<span>€</span></bdi></span></ins></p><form class="cart" method="post"><input name="quantity" value="1"><button type="submit" name="add-to-cart" value="7" id="buy">In den Warenkorb</button></form></div>${related}`,
    expected: { price: 999, currency: "EUR", name: "Blaue Vase" },
    cart: "#buy",
  },
  {
    title: "PrestaShop: microdata-free theme with its data in an attribute",
    address: "/vases/7-vase-bleu.html",
    lang: "fr",
    body: `<section id="main"><h1 class="h1">Vase bleu</h1><div class="product-prices"><span class="regular-price">1 299,00 €</span><div class="current-price"><span class="current-price-value" content="1039.2">1 039,20 €</span><span class="discount">Économisez 20%</span></div></div><form action="/panier" method="post" id="add-to-cart-or-refresh"><input type="hidden" name="id_product" value="7"><button class="btn add-to-cart" id="buy" type="submit">Ajouter au panier</button></form><div id="product-details" data-product='{"id_product":7,"name":"Vase bleu","price_amount":1039.2,"reference":"KL-1"}'></div></section>`,
    expected: { price: 1039.2, currency: "EUR", name: "Vase bleu", id: "KL-1" },
    cart: "#buy",
  },
  {
    title: "Bitrix: what a person sees, in rubles",
    address: "/catalog/vases/vaza-sinyaya/",
    lang: "ru",
    body: `<main class="bx-content"><h1>Ваза синяя</h1><div class="product-item-detail-price-old">1 990 руб.</div><div class="product-item-detail-price-current" id="bx_1_price">1 490 руб.</div><div class="product-item-detail-economy">Экономия 500 руб.</div><a class="btn btn-primary product-item-detail-buy-button" href="javascript:void(0);" id="buy">В корзину</a></main>`,
    expected: { price: 1490, currency: "RUB", name: "Ваза синяя" },
    cart: "#buy",
  },
  {
    title: "InSales: microdata with a price without a currency sign in the text",
    address: "/product/vaza-sinyaya",
    lang: "ru",
    body: `<div class="product" itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Ваза синяя</h1><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="12990.0"><meta itemprop="priceCurrency" content="RUR"><span class="product__price-cur">12&nbsp;990 ₽</span><link itemprop="availability" href="http://schema.org/InStock"></div><form action="/cart_items" method="post" data-product-id="7"><input type="hidden" name="variant_id" value="71"><button type="submit" id="buy">Добавить в корзину</button></form></div>`,
    expected: { price: 12990, currency: "RUB", name: "Ваза синяя" },
    cart: "#buy",
  },
  {
    title: "Tilda: a product of its store, read as a person does",
    address: "/tproduct/512-vaza-sinyaya",
    lang: "ru",
    head: `<meta property="og:title" content="Ваза синяя"><meta property="og:type" content="website">`,
    body: `<div class="t-store t-store__prod-snippet__container js-store-product js-product" data-product-lid="512"><h1 class="t-store__prod-popup__title t-name js-store-prod-name js-product-name">Ваза синяя</h1><div class="js-store-price-wrapper t-store__prod-popup__price-wrapper"><div class="js-product-price t-store__prod-popup__price-item"><div class="t-store__prod-popup__price-value js-store-prod-price-val">2 490</div><div class="t-store__prod-popup__price-currency">р.</div></div></div><a href="#order" class="t-store__prod-popup__btn js-store-buybtn" id="buy"><span>Добавить в корзину</span></a></div>`,
    expected: { price: 2490, currency: "RUB", name: "Ваза синяя" },
    cart: "#buy",
  },
  {
    title: "a Swiss shop: cents as a dash, apostrophe for thousands",
    address: "/de/p/blaue-vase-4711",
    lang: "de-CH",
    head: `<meta property="og:type" content="product">`,
    body: `<main><h1>Blaue Vase</h1><div class="price">CHF 1'299.–</div><div class="price-old"><s>CHF 1'499.–</s></div><button id="buy">In den Warenkorb</button></main>`,
    expected: { price: 1299, currency: "CHF", name: "Blaue Vase" },
    cart: "#buy",
  },
  {
    title: "cents in an element of their own, instalments beside",
    address: "/producto/jarron-azul/10234",
    lang: "es",
    body: `<main><h1>Jarrón azul</h1><div class="price-box"><span class="price">49<sup>,90</sup> €</span><span class="installments">o 3 cuotas de 16,63 €</span></div><p>Envío: 4,90 €</p><button id="buy">Añadir al carrito</button></main>`,
    expected: { price: 49.9, currency: "EUR", name: "Jarrón azul" },
    cart: "#buy",
  },
  {
    title: "out of stock is a product all the same",
    address: "/p/blue-vase",
    head: jsonLd({
      "@type": "Product",
      name: "Blue vase",
      sku: "KL-1",
      offers: {
        "@type": "Offer",
        price: "45.00",
        priceCurrency: "EUR",
        availability: "https://schema.org/OutOfStock",
      },
    }),
    body: `<main><h1>Blue vase</h1><p class="price">45,00 €</p><p>Sold out</p><button disabled>Add to cart</button></main>`,
    expected: { price: 45, currency: "EUR", name: "Blue vase", id: "KL-1" },
  },
  {
    title: "the markup has the list price, the page shows the sale",
    address: "/p/blue-vase",
    head: jsonLd({
      "@type": "Product",
      name: "Blue vase",
      offers: { "@type": "Offer", price: "45.00", priceCurrency: "EUR" },
    }),
    body: `<main><h1>Blue vase</h1><div class="product-price"><span class="was">€45.00</span> <strong class="now-price" style="font-size:24px">€29.99</strong></div><button id="buy">Add to cart</button></main>`,
    expected: { price: 29.99, currency: "EUR", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "several products in one graph, the address names the one",
    address: "/p/blue-vase",
    head: jsonLd({
      "@graph": [
        {
          "@type": "Product",
          name: "Red bowl",
          url: "https://shop.example/p/red-bowl",
          offers: { price: 12, priceCurrency: "EUR" },
        },
        {
          "@type": "Product",
          name: "Blue vase",
          url: "https://shop.example/p/blue-vase",
          offers: { price: 45, priceCurrency: "EUR" },
        },
        {
          "@type": "Product",
          name: "Green jug",
          url: "https://shop.example/p/green-jug",
          offers: { price: 30, priceCurrency: "EUR" },
        },
      ],
    }),
    body: `<main><h1>Blue vase</h1><p class="price">€45.00</p></main>`,
    expected: { price: 45, currency: "EUR", name: "Blue vase" },
  },
  {
    title: "a list with a product's markup on every tile",
    address: "/collections/vases",
    head: jsonLd({
      "@type": "ItemList",
      itemListElement: [1, 2, 3].map((position) => ({
        "@type": "ListItem",
        position,
        item: {
          "@type": "Product",
          name: `Vase ${position}`,
          offers: { price: 10 * position, priceCurrency: "EUR" },
        },
      })),
    }),
    body: `<main><h1>Vases</h1><ul style="display:flex;flex-wrap:wrap">${Array.from({ length: 6 }, (_, index) => `<li class="card" itemscope itemtype="https://schema.org/Product"><a itemprop="url" href="/p/vase-${index}"><img src="/i.png" alt=""><span itemprop="name">Vase ${index}</span></a><span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><span itemprop="price" content="${index + 10}">€${index + 10}</span></span></li>`).join("")}</ul></main>`,
    expected: null,
  },
  {
    title: "a list without markup",
    address: "/catalog/vases/",
    lang: "ru",
    body: `<main><h1>Вазы</h1><div class="catalog" style="display:flex;flex-wrap:wrap">${tiles("Ваза", (index) => `${index + 1} 990 ₽`)}</div></main>`,
    expected: null,
  },
  {
    title: "a list with one product only",
    address: "/search?q=vase",
    body: `<main><h1>Results for vase</h1><ul class="products"><li class="product-card"><a href="/p/blue-vase"><img src="/i.png" alt=""><h3>Blue vase</h3></a><span class="price">€45.00</span><button>Add to cart</button></li></ul></main>`,
    expected: null,
  },
  {
    title: "an article with a product's box in it",
    address: "/blog/how-we-glaze",
    head: jsonLd({
      "@type": "BlogPosting",
      headline: "How we glaze",
      author: { "@type": "Person", name: "Kim" },
    }),
    body: `<article><h1>How we glaze</h1><p>It began with a pot of ash that cost us €12.</p><aside class="product-widget"><img src="/i.png" alt=""><a href="/p/blue-vase">Blue vase</a><span class="price">€45.00</span><button>Add to cart</button></aside></article>`,
    expected: null,
  },
  {
    title: "an article about a product with a review's markup",
    address: "/magazine/ten-vases",
    head: jsonLd({ "@type": "Article", headline: "Ten vases", mentions: { "@type": "Thing", name: "Vase" } }),
    body: `<article><h1>Ten vases for spring</h1><h2>1. Blue vase</h2><p>About $45 at Kiln</p><h2>2. Red vase</h2><p>About $50</p></article>`,
    expected: null,
  },
  {
    title: "the cart itself",
    address: "/cart",
    body: `<main><h1>Your cart</h1><table><tr><td><img src="/i.png" alt=""><a href="/p/blue-vase">Blue vase</a></td><td class="price">€45.00</td><td><button>Remove</button></td></tr></table><p class="total">Total €45.00</p></main>`,
    expected: null,
  },
  {
    title: "the front page with a product of the day",
    address: "/",
    body: `<header><h1>Kiln</h1></header><main><section class="hero product"><h2>Blue vase</h2><span class="price">€45.00</span><button>Add to cart</button></section></main>`,
    expected: null,
  },
  {
    title: "prices of a service",
    address: "/pricing",
    body: `<main><h1>Pricing</h1><div style="display:flex"><div class="plan"><h2>Basic</h2><b class="price">$9</b>/month<button>Start</button></div><div class="plan"><h2>Pro</h2><b class="price">$29</b>/month<button>Start</button></div></div></main>`,
    expected: null,
  },
]
