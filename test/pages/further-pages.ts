import type { WrittenPage } from "./written-pages"

const linked = (data: Record<string, unknown>) =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...data })}</script>`

/** Further shop systems with further currencies, and what is told of money elsewhere than in shops. */
export const furtherPages: WrittenPage[] = [
  {
    title: "Shopify's Dawn: both prices in the page, the hidden one is not the shown one",
    address: "/products/blue-vase",
    lang: "en-IN",
    head: `<meta property="og:type" content="product"><meta property="og:price:amount" content="1,29,999.00"><meta property="og:price:currency" content="INR"><meta property="og:title" content="Blue vase">`,
    body: `<main><section class="product"><div class="product__title"><h1>Blue vase</h1></div><div class="price price--large price--on-sale"><div class="price__container"><div class="price__regular" style="display:none"><span class="price-item price-item--regular">₹ 1,49,999.00</span></div><div class="price__sale"><span class="visually-hidden">Regular price</span><span><s class="price-item price-item--regular">₹ 1,49,999.00</s></span><span class="price-item price-item--sale">₹ 1,29,999.00</span></div></div></div><product-form><form action="/cart/add" method="post"><input type="hidden" name="id" value="71"><button type="submit" name="add" id="buy"><span>Add to cart</span></button></form></product-form></section></main>`,
    expected: { price: 129_999, currency: "INR", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "WooCommerce's blocks: a Swedish price, classes of blocks",
    address: "/produkt/bla-vas/",
    lang: "sv-SE",
    body: `<div class="wp-site-blocks"><main class="single-product"><h1 class="wp-block-post-title">Blå vas</h1><div class="wp-block-woocommerce-product-price"><div class="wc-block-components-product-price"><span class="woocommerce-Price-amount amount"><bdi>1&nbsp;299,00&nbsp;<span class="woocommerce-Price-currencySymbol">kr</span></bdi></span></div></div><form class="cart" action="/produkt/bla-vas/" method="post"><input type="number" name="quantity" value="1"><button type="submit" name="add-to-cart" value="7" class="single_add_to_cart_button" id="buy">Lägg i varukorg</button></form></main></div>`,
    expected: { price: 1299, currency: "SEK", name: "Blå vas" },
    cart: "#buy",
  },
  {
    title: "Hyvä for Magento: the price is written by a script of the theme",
    address: "/wazon-niebieski.html",
    lang: "pl",
    head: linked({
      "@type": "Product",
      name: "Wazon niebieski",
      sku: "KL-1",
      offers: { "@type": "Offer", price: 12.99, priceCurrency: "PLN" },
    }),
    body: `<main><div class="product-info-main"><h1>Wazon niebieski</h1><div class="price-container final-price"><span class="price" id="late"></span></div><form action="/checkout/cart/add/product/7/" method="post"><input type="hidden" name="product" value="7"><button type="submit" id="product-addtocart-button">Dodaj do koszyka</button></form></div><script>setTimeout(() => { late.textContent = "12,99 zł" }, 700)</script></main>`,
    expected: { price: 12.99, currency: "PLN", name: "Wazon niebieski", id: "KL-1" },
    cart: "#product-addtocart-button",
  },
  {
    title: "BigCommerce: prices with and without tax, was and now",
    address: "/blue-vase/",
    body: `<main><div class="productView" data-product-id="7"><h1 class="productView-title">Blue vase</h1><div class="productView-price"><div class="price-section price-section--withoutTax rrp-price--withoutTax" style="display:none">MSRP: <span class="price price--rrp"></span></div><div class="price-section price-section--withoutTax non-sale-price--withoutTax">Was: <span class="price price--non-sale">$1,499.00</span></div><div class="price-section price-section--withoutTax">Now: <span class="price price--withoutTax price--main">$1,299.00</span></div><div class="price-section price-section--saving price">(You save <span class="price price--saving">$200.00</span>)</div></div><form method="post" action="https://shop.example/cart.php" data-cart-item-add><input type="hidden" name="action" value="add"><input type="hidden" name="product_id" value="7"><input id="form-action-addToCart" type="submit" value="Add to Cart"></form></div></main>`,
    expected: { price: 1299, currency: "USD", name: "Blue vase" },
    cart: "#form-action-addToCart",
  },
  {
    title: "Squarespace: a sale, and the control is no button",
    address: "/store/p/blue-vase",
    lang: "en-GB",
    head: `<meta property="og:type" content="product"><meta property="product:price:amount" content="39.00"><meta property="product:price:currency" content="GBP"><meta property="og:title" content="Blue vase — Kiln">`,
    body: `<main><article class="ProductItem hentry"><h1 class="ProductItem-details-title">Blue vase</h1><div class="product-price"><span class="visually-hidden">Sale Price:</span>£39.00 <span class="visually-hidden">Original Price:</span><span class="original-price">£45.00</span></div><div class="sqs-add-to-cart-button-wrapper"><div class="sqs-add-to-cart-button" role="button" tabindex="0" id="buy"><div class="sqs-add-to-cart-button-inner">Add To Cart</div></div></div></article></main>`,
    expected: { price: 39, currency: "GBP", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "a builder's page with hooks instead of classes, in yen",
    address: "/product-page/aoi-kabin",
    lang: "ja-JP",
    body: `<main><div data-hook="product-page"><h1 data-hook="product-title">青い花瓶</h1><div data-hook="product-price"><span data-hook="formatted-primary-price" data-wix-price="¥1,299">¥1,299</span></div><button data-hook="add-to-cart" aria-label="カートに追加する" id="buy"><span>カートに追加する</span></button></div></main>`,
    expected: { price: 1299, currency: "JPY", name: "青い花瓶" },
  },
  {
    title: "Ecwid: a shop inside any page, at a fragment",
    address: "/shop#!/Blue-vase/p/512",
    body: `<main><div class="ecwid-productBrowser ecwid-productBrowser-ProductPage" itemscope itemtype="http://schema.org/Product"><h1 class="product-details__product-title" itemprop="name">Blue vase</h1><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><div class="product-details__product-price ec-price-item" itemprop="price" content="39.5"><span>$39.50</span></div><meta itemprop="priceCurrency" content="USD"></div><button class="form-control__button" type="button" id="buy"><span>Add to Bag</span></button></div></main>`,
    expected: { price: 39.5, currency: "USD", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "questions about delivery, with prices in the answers",
    address: "/help/faq",
    head: linked({
      "@type": "FAQPage",
      mainEntity: [
        {
          "@type": "Question",
          name: "What does delivery cost?",
          acceptedAnswer: { "@type": "Answer", text: "€4.90" },
        },
      ],
    }),
    body: `<main><h1>Questions</h1><details open><summary>What does delivery cost?</summary><p class="price">€4.90, above €50 nothing.</p></details><button>Was this helpful?</button></main>`,
    expected: null,
  },
  {
    title: "a job with its wage",
    address: "/jobs/potter-4711",
    head: linked({
      "@type": "JobPosting",
      title: "Potter",
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: "EUR",
        value: { "@type": "QuantitativeValue", value: 3200 },
      },
    }),
    body: `<main><h1>Potter</h1><p class="salary">€3,200 a month</p><form><input type="email" name="mail"><button>Apply now</button></form></main>`,
    expected: null,
  },
  {
    title: "flats to let",
    address: "/rent/berlin",
    body: `<main><h1>Flats in Berlin</h1><div>${["Mitte", "Wedding", "Moabit"].map((name, index) => `<article class="listing"><a href="/flat/${index}"><img src="/i.png" alt=""><h2>${name}</h2></a><span class="price">€${index + 1},100</span><button>Write to the owner</button></article>`).join("")}</div></main>`,
    expected: null,
  },
]
