import type { WrittenPage } from "./written-pages"

const tiles = (price: (index: number) => string) =>
  Array.from(
    { length: 5 },
    (_, index) =>
      `<li class="card"><a href="/products/bowl-${index}"><img src="/i.png" alt="" width="80" height="80"><h3>Bowl ${index}</h3></a><span class="price">${price(index)}</span></li>`,
  ).join("")

/** Storefronts without a theme, hosted shops and shops of single countries, cut down to what a recorder can read. */
export const headlessPages: WrittenPage[] = [
  {
    title: "Shopify's Hydrogen: no markup, a sale beside the old price, the cart's form as JSON",
    address: "/products/blue-vase?Size=L",
    body: `<main><div class="product"><div class="product-image"><img alt="" src="/v.png"></div><div class="product-main"><h1>Blue vase</h1><div class="product-price"><div class="product-price-on-sale"><div>$39.00</div><s><div>$49.00</div></s></div></div><br><div class="product-form"><form action="/cart" method="post"><input type="hidden" name="cartFormInput" value='{"action":"LinesAdd","inputs":{"lines":[{"merchandiseId":"gid://shopify/ProductVariant/72","quantity":1}]}}'><button type="submit" id="buy">Add to cart</button></form></div></div></div><section><h2>You may also like</h2><ul>${tiles((index) => `$${index + 12}.00`)}</ul></section></main>`,
    expected: { price: 39, currency: "USD", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "VTEX: an amount in pieces, instalments below",
    address: "https://loja.example.com.br/vaso-azul/p",
    lang: "pt-BR",
    body: `<main class="vtex-product-details"><h1 class="vtex-store-components-3-x-productNameContainer"><span class="vtex-store-components-3-x-productBrand">Vaso azul</span></h1><div><span class="vtex-product-price-1-x-listPrice"><span class="vtex-product-price-1-x-listPriceValue strike" style="text-decoration:line-through"><span class="vtex-product-price-1-x-currencyContainer"><span class="vtex-product-price-1-x-currencyCode">R$</span>&nbsp;<span class="vtex-product-price-1-x-currencyInteger">1</span><span class="vtex-product-price-1-x-currencyGroup">.</span><span class="vtex-product-price-1-x-currencyInteger">499</span><span class="vtex-product-price-1-x-currencyDecimal">,</span><span class="vtex-product-price-1-x-currencyFraction">90</span></span></span></span></div><div><span class="vtex-product-price-1-x-sellingPrice"><span class="vtex-product-price-1-x-sellingPriceValue" style="font-size:28px"><span class="vtex-product-price-1-x-currencyContainer"><span class="vtex-product-price-1-x-currencyCode">R$</span>&nbsp;<span class="vtex-product-price-1-x-currencyInteger">1</span><span class="vtex-product-price-1-x-currencyGroup">.</span><span class="vtex-product-price-1-x-currencyInteger">299</span><span class="vtex-product-price-1-x-currencyDecimal">,</span><span class="vtex-product-price-1-x-currencyFraction">90</span></span></span></span></div><div class="vtex-product-price-1-x-installments">12x de R$ 108,32</div><button type="button" id="buy">Adicionar ao carrinho</button></main>`,
    expected: { price: 1299.9, currency: "BRL", name: "Vaso azul" },
    cart: "#buy",
  },
  {
    title: "Salesforce's SFRA: the value in an attribute, the old one struck",
    address: "/s/Kiln/blue-vase-701643.html",
    body: `<div class="container product-detail product-wrapper" data-pid="701643"><h1 class="product-name">Blue vase</h1><div class="prices"><div class="price"><span><del><span class="strike-through list"><span class="value" content="55.00"><span class="sr-only">Price reduced from</span> £55.00 <span class="sr-only">to</span></span></span></del><span class="sales"><span class="value" content="39.00">£39.00</span></span></span></div></div><div class="cart-and-ipay"><button class="add-to-cart btn btn-primary" data-pid="701643" id="buy">Add to Cart</button></div></div>`,
    expected: { price: 39, currency: "GBP", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "Shoptet: the final price beside one without tax, a Czech cart",
    address: "https://www.kiln.cz/modra-vaza/",
    lang: "cs",
    body: `<div id="content" class="type-product type-detail"><div class="p-detail-inner"><h1>Modrá váza</h1><form action="/action/Cart/addCartItem/" method="post" id="product-detail-form"><input type="hidden" name="productId" value="55"><input type="hidden" name="priceId" value="72"><div class="p-price-wrapper"><strong class="price-final" data-testid="productCardPrice"><span class="price-final-holder">1 299 Kč</span></strong><span class="price-additional">1 073,55 Kč bez DPH</span></div><div class="add-to-cart"><span class="quantity"><input type="number" name="amount" value="1"></span><button type="submit" class="btn add-to-cart-button" data-testid="buttonAddToCart" id="buy">Do košíku</button></div></form></div></div>`,
    expected: { price: 1299, currency: "CZK", name: "Modrá váza" },
    cart: "#buy",
  },
  {
    title: "Wix: hooks instead of classes, a screen reader's word in the price",
    address: "/product-page/blue-vase",
    body: `<main><div data-hook="product-page"><h1 data-hook="product-title" class="cLyUyL">Blue vase</h1><div data-hook="sku">SKU: KL-1</div><div data-hook="product-price"><div><div class="sale"><span data-wix-original-price="€49.00" data-hook="formatted-secondary-price" style="text-decoration:line-through">€49.00</span><span class="srOnly">Regular Price</span><span data-wix-price="€39.00" data-hook="formatted-primary-price">€39.00</span><span class="srOnly">Sale Price</span></div></div></div><button data-hook="add-to-cart" id="buy"><span>Add to Cart</span></button></div></main>`,
    expected: { price: 39, currency: "EUR", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "Snipcart: the button knows everything, the page says buy",
    address: "/pieces/blue-vase",
    body: `<main><article><h1>Blue vase</h1><p>Hand-thrown stoneware.</p><p><em>$39.00</em></p><button class="snipcart-add-item" id="buy" data-item-id="KL-1" data-item-name="Blue vase" data-item-price="39.00" data-item-url="/pieces/blue-vase">Add to cart</button></article></main>`,
    expected: { price: 39, currency: "USD", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "a shop that tells its pixel and nobody else",
    address: "https://vase.example.tw/cheap_1131.html",
    lang: "zh-TW",
    head: `<script>fbq('init', '39'); fbq('track', 'ViewContent', { content_ids: ['1131'], content_type: 'product', value: 29, currency: 'TWD' }, { eventID: 20 });</script>`,
    body: `<ul><li><img src="/v.png" alt=""><div class="prd_right"><h1>藍色花瓶</h1><ul class="top_p"><li>原價：<strike>45</strike></li><li>折扣：<span>6.5</span>折起</li></ul><div class="pdeal">最低價$<span>29</span>元起</div></div></li></ul>`,
    expected: { price: 29, currency: "TWD", name: "藍色花瓶", id: "1131" },
  },
  {
    title: "a description that names the price, a button that is a picture",
    address: "https://www.kiln.com.tw/bus/M14876706.htm",
    head: `<meta property="og:type" content="website"><meta property="og:description" content="直購價：$2320。◎可提式設計">`,
    body: `<table><tr><td><h1 style="font-size:24px">藍色花瓶 660416</h1><table><tr><td><strong>建議售價</strong> <del>$3200</del><span>元</span></td></tr><tr><td><b><font color="red">72</font> 折</b> <span style="font:bold 27px Verdana;color:#f00">2320</span><span class="t13"> 元 </span></td></tr></table></td></tr></table>`,
    expected: { price: 2320, currency: "TWD", name: "藍色花瓶 660416" },
  },
  {
    title: "a Tilda pop-up product: prices without cents, the sign after",
    address: "https://kiln.ru/catalog/tproduct/55-vaza",
    lang: "ru",
    body: `<div class="t-store__prod-snippet__container js-store-product js-product t-store__product-snippet" data-product-gen-uid="77"><h1 class="js-store-prod-name js-product-name t-store__prod-popup__name t-name">Синяя ваза</h1><div class="js-store-price-wrapper t-store__prod-popup__price-wrapper"><div class="js-store-prod-price t-store__prod-popup__price t-store__prod-popup__price-item"><div class="js-product-price js-store-prod-price-val t-store__prod-popup__price-value" data-product-price-def="3900">3&nbsp;900</div><div class="t-store__prod-popup__price-currency">р.</div></div></div><a href="#order" class="t-store__prod-popup__btn t-btn" id="buy">Добавить в корзину</a></div>`,
    expected: { price: 3900, currency: "RUB", name: "Синяя ваза" },
    cart: "#buy",
  },
  {
    title: "a list that tells its pixel of everything in it",
    address: "/vases",
    head: `<script>fbq('track','ViewContent',{content_ids:['1','2','3'],content_type:'product',value:99,currency:'EUR'});</script>`,
    body: `<main><h1>Vases</h1><ul>${tiles((index) => `€${index + 12}.00`)}</ul></main>`,
    expected: null,
  },
  {
    title: "an offer of a bank that names its pixel's worth",
    address: "/credit",
    head: `<script>fbq('track','Lead',{value:500,currency:'EUR'});</script><meta name="description" content="Credits from €500">`,
    body: `<main><h1>Credits</h1><p>From <b>€500</b> a month</p></main>`,
    expected: null,
  },
]
