import type { WrittenPage } from "./written-pages"

/** Pages as public themes of further systems print them, cut down to what a recorder can read; the script tag reads them. */
export const themePages: WrittenPage[] = [
  {
    title: "OXID's Wave: a price with a star, a unit price in brackets, the amount in a field called am",
    address: "/Wohnen/Vasen/Blaue-Vase.html",
    lang: "de",
    body: `<div class="detailsInfo"><form class="js-oxProductForm" action="/index.php?" method="post"><input type="hidden" name="cl" value="details"><input type="hidden" name="aid" value="05848170643ab0deb9914566391c0c63"><input type="hidden" name="fnc" value="tobasket"><h1 id="productTitle" class="details-title">Blaue Vase</h1><span>Artikelnummer: 1402</span><div class="price-wrapper"><del class="price-old">1.499,00 €</del><br><label id="productPrice" class="price-label"><span class="text-danger"><span class="price-from"></span><span class="price">1.299,00 € *</span> <span id="productPriceUnit">(1.299,00 €/Stück)</span></span></label></div><div class="tobasket"><input id="amountToBasket" type="number" name="am" value="2"><button id="toBasket" type="submit" class="btn btn-primary submitButton"><i></i> In den Warenkorb</button></div></form></div>`,
    expected: { price: 1299, currency: "EUR", name: "Blaue Vase" },
    cart: "#toBasket",
    inCart: { item_id: "05848170643ab0deb9914566391c0c63", quantity: 2 },
  },
  {
    title: "CS-Cart: the sign and the number apart, names of fields in brackets",
    address: "/vases/blue-vase.html",
    body: `<div class="ty-product-block"><form action="/" method="post" name="product_form_12" class="cm-ajax"><input type="hidden" name="product_data[12][product_id]" value="12"><h1 class="ty-product-block-title"><bdi>Blue vase</bdi></h1><div class="ty-product-block__price-old"><span class="ty-price-old"><span class="ty-strike"><bdi><span class="ty-list-price">$</span><span class="ty-list-price">1,499.00</span></bdi></span></span></div><div class="ty-product-block__price-actual"><span class="ty-price" id="line_discounted_price_12"><bdi><span class="ty-price-num">$</span><span id="sec_discounted_price_12" class="ty-price-num">1,299.00</span></bdi></span></div><span class="ty-save-price">You save: <bdi>$200.00</bdi> (13%)</span><div class="ty-qty"><input type="text" name="product_data[12][amount]" value="3" class="cm-amount"></div><button id="button_cart_12" class="ty-btn__primary ty-btn__add-to-cart" type="submit" name="dispatch[checkout.add..12]"><span>Add to cart</span></button></form></div>`,
    expected: { price: 1299, currency: "USD", name: "Blue vase" },
    cart: "#button_cart_12",
    inCart: { item_id: "12", quantity: 3 },
  },
  {
    title: "Nuvemshop: twelve instalments and a price by transfer beside the price",
    address: "https://kiln.com.br/produtos/vaso-azul/",
    lang: "pt-BR",
    body: `<div id="single-product" class="js-product-container"><h1 class="js-product-name">Vaso azul</h1><div class="price-container"><span id="compare_price_display" class="js-compare-price-display price-compare" style="text-decoration:line-through">R$1.499,00</span><span class="js-price-display" id="price_display" data-product-price="129900" style="font-size:24px">R$1.299,00</span></div><div class="text-accent"><strong class="js-payment-discount-price-product">R$1.169,10</strong> com Pix</div><span class="js-max-installments"><span class="js-installment-amount">12</span> x de <span class="js-installment-price">R$108,25</span> sem juros</span><form id="product_form" class="js-product-form" method="post" action="/comprar/"><input type="hidden" name="add_to_cart" value="98765"><input type="number" name="quantity" value="1"><input type="submit" class="js-addtocart js-prod-submit-form btn-add-to-cart" id="buy" value="Adicionar ao carrinho"></form></div>`,
    expected: { price: 1299, currency: "BRL", name: "Vaso azul" },
    cart: "#buy",
    inCart: { item_id: "98765", quantity: 1 },
  },
  {
    title: "JTL-Shop: a unit price below, a star in an element of its own",
    address: "/Blaue-Vase",
    lang: "de",
    body: `<div id="result-wrapper"><form id="buy_form" method="post" action="/Blaue-Vase"><h1 class="product-title h2">Blaue Vase</h1><ul class="info-essential list-unstyled"><li class="product-sku">Artikelnummer: KL-1</li></ul><input type="hidden" name="inWarenkorb" value="1"><input type="hidden" name="a" value="88"><div class="price_wrapper"><div class="price h1"><span>39,00 €</span> <span class="footnote-reference">*</span></div><div class="price-note"><div class="base-price text-nowrap">78,00 € pro 1 kg</div><div>inkl. 19% USt., zzgl. Versand (ab 4,90 €)</div><div class="old-price">Alter Preis: 49,00 €</div></div></div><div id="quantity-grp"><input type="number" name="anzahl" value="2"></div><button name="inWarenkorb" type="submit" id="buy" class="btn btn-primary" aria-label="In den Warenkorb"><span class="btn-basket-check"><span>In den Warenkorb</span></span></button></form></div>`,
    expected: { price: 39, currency: "EUR", name: "Blaue Vase" },
    cart: "#buy",
    inCart: { quantity: 2 },
  },
  {
    title: "Spartacus: custom elements, a counter without names",
    address: "/electronics-spa/en/USD/product/1934793/blue-vase",
    body: `<app-root><cx-storefront><main><cx-page-slot class="Summary"><cx-product-intro><h1>Blue vase</h1><div class="code">ID 1934793</div></cx-product-intro><cx-product-summary><div class="summary-row"><div class="price" aria-label="new item price">$1,299.00</div></div></cx-product-summary><cx-add-to-cart><form><div class="quantity"><label>Qty</label><div class="cx-counter-stock"><cx-item-counter><button type="button">-</button><input type="number" value="1"><button type="button">+</button></cx-item-counter><span class="info">In stock</span></div></div><button class="btn btn-primary btn-block" type="submit" id="buy">Add to cart</button></form></cx-add-to-cart></cx-page-slot><cx-page-slot class="UpSelling"><cx-carousel><h2>You may also like</h2><div class="carousel-panel">${["A", "B", "C"].map((name) => `<div class="item"><cx-product-carousel-item><a href="/product/${name}"><img alt="" width="40" height="40"><h3>Bowl ${name}</h3><div class="price">$12.00</div></a></cx-product-carousel-item></div>`).join("")}</div></cx-carousel></cx-page-slot></main></cx-storefront></app-root>`,
    expected: { price: 1299, currency: "USD", name: "Blue vase" },
    cart: "#buy",
  },
  {
    title: "Shopware's category: a list, and a button on every tile",
    address: "/Vasen/",
    lang: "de",
    body: `<main><h1 class="cms-element-text">Vasen</h1><div class="row cms-listing-row" role="list">${["Blaue", "Rote", "Grüne"].map((name, index) => `<div class="cms-listing-col col-sm-6" role="listitem"><div class="card product-box box-standard"><div class="card-body"><a href="/${name}" class="product-image-link"><img src="/i.png" alt="" width="80" height="80"></a><div class="product-info"><a href="/${name}" class="product-name">${name} Vase</a><div class="product-price-info"><span class="product-price">${index + 2}9,00 €*</span></div><div class="product-action"><form action="/checkout/line-item/add" method="post" class="buy-widget"><input type="hidden" name="lineItems[p${index}][referencedId]" value="p${index}"><input type="hidden" name="lineItems[p${index}][quantity]" value="1"><button class="btn btn-buy w-100" id="buy-${index}">In den Warenkorb</button></form></div></div></div></div></div>`).join("")}</div></main>`,
    expected: null,
    cart: "#buy-1",
    inCart: { item_id: "p1", item_name: "Rote Vase", price: 39, quantity: 1 },
    list: ["Blaue Vase", "Rote Vase", "Grüne Vase"],
  },
]
