import { shell } from "./shop-parts"
import type { ShopWalk } from "./walk-shop"

const vtexPrice = (whole: string, cents: string) =>
  `<span class="vtex-product-price-1-x-currencyContainer"><span class="vtex-product-price-1-x-currencyCode">R$</span><span class="vtex-product-price-1-x-currencyLiteral">&nbsp;</span>${whole
    .split(".")
    .map((part) => `<span class="vtex-product-price-1-x-currencyInteger">${part}</span>`)
    .join(
      '<span class="vtex-product-price-1-x-currencyGroup">.</span>',
    )}<span class="vtex-product-price-1-x-currencyDecimal">,</span><span class="vtex-product-price-1-x-currencyFraction">${cents}</span></span>`

/** Shops of systems that are widespread in single countries, and of website builders. */
export const countryWalks: ShopWalk[] = [
  {
    title: "Nuvemshop: buttons called Comprar, a bin without words, instalments",
    lang: "pt-BR",
    pages: {
      "/produtos/": shell(
        `<h1>Produtos</h1><div class="js-product-table row row-grid">${["Vaso vermelho", "Vaso verde", "Vaso branco"].map((n, i) => `<div class="js-item-product col-6 item item-product" data-product-id="9${i}"><div class="item"><a href="/produtos/${i}/"><img src="/i.png" alt="" width="80" height="80"></a><div class="item-description"><a href="/produtos/${i}/"><div class="js-item-name item-name">${n}</div></a><div class="item-price-container"><span class="js-compare-price-display price-compare">R$99,00</span><span class="js-price-display item-price">R$${i + 3}9,90</span></div><div class="item-installments">3x de R$13,30 sem juros</div></div><form method="post" action="/comprar/" class="js-product-form"><input type="hidden" name="add_to_cart" value="9${i}"><input type="submit" id="a${i}" class="js-addtocart js-prod-submit-form btn" value="Comprar"></form></div></div>`).join("")}</div><script>document.querySelectorAll("form.js-product-form").forEach((f) => f.addEventListener("submit", (e) => { e.preventDefault(); fetch("/comprar/", { method: "POST", body: "x" }) }))</script>`,
      ),
      "/comprar/": "{}",
      "/produtos/vaso-azul/": shell(
        `<div id="single-product" class="js-product-container js-has-new-shipping"><section class="page-header"><h1>Vaso azul</h1></section><div class="js-price-container price-container"><h4 id="compare_price_display" class="js-compare-price-display price-compare" style="text-decoration:line-through">R$1.499,00</h4><h4 class="js-price-display" id="price_display" data-product-price="129990">R$1.299,90</h4></div><div class="js-product-payments-container">12x de R$108,32 sem juros</div><form id="product_form" class="js-product-form" method="post" action="/comprar/"><input type="hidden" name="add_to_cart" value="98765"><select id="var" name="variation[0]" class="js-variation-option"><option value="P">P</option><option value="M">M</option></select><input type="number" name="quantity" value="2" class="js-quantity-input"><input type="submit" id="buy" class="js-prod-submit-form js-addtocart btn btn-primary" value="Adicionar ao carrinho"></form></div><div id="modal-cart"><form action="/comprar/" method="post" class="js-ajax-cart-list"><div class="js-cart-item cart-item form-row" data-item-id="55"><div class="col-2"><a href="/produtos/vaso-azul/"><img src="/i.png"></a></div><div class="col-10"><h6 data-component="line-item.name"><a href="/produtos/vaso-azul/">Vaso azul</a></h6><span class="js-cart-quantity-btn cart-item-btn btn" id="plus" onclick="LS.plusQuantity(55)"><svg></svg></span></div><div class="col-1 cart-item-delete text-right"><button type="button" id="rm" class="btn h6 m-0" onclick="LS.removeItem(55, true)" data-component="line-item.remove"><svg class="icon-inline"></svg></button></div></div></form></div><script>var LS = { removeItem() {}, plusQuantity() {} }; product_form.addEventListener("submit", (e) => { e.preventDefault(); fetch("/comprar/", { method: "POST", body: "x" }) }); document.getElementById("var").addEventListener("change", () => { price_display.textContent = "R$1.399,90" })</script>`,
      ),
      "/checkout/v3/start/1": shell(
        `<h1>Finalizar compra</h1><form><input name="contact.email" type="email"></form>`,
      ),
      "/checkout/v3/success/1": shell(
        `<div class="success"><h1>Obrigado pela sua compra!</h1><h3>Pedido #1042</h3><div class="summary"><p>Subtotal R$ 1.299,90</p><p>Total R$ 1.319,80</p></div></div>`,
      ),
    },
    steps: [
      { go: "/produtos/", tells: [] },
      { press: "#a1", tells: ["add_to_cart Vaso verde 49.9"] },
      { go: "/produtos/vaso-azul/", tells: ["view_item Vaso azul 1299.9 BRL"] },
      { choose: ["#var", "M"], tells: [] },
      { press: "#buy", tells: ["add_to_cart Vaso azul x2 1399.9 BRL"] },
      { press: "#plus", tells: [] },
      { press: "#rm", tells: ["remove_from_cart Vaso azul"] },
      { go: "/checkout/v3/start/1", tells: ["begin_checkout"] },
      { go: "/checkout/v3/success/1", tells: ["purchase 1042 1319.8 BRL"] },
    ],
  },
  {
    title: "Salla and Zid: Arabic words, digits and signs, custom elements",
    lang: "ar",
    pages: {
      "/ar/p123": shell(
        `<div class="container" id="product-123"><div class="main-content"><h1 class="text-xl">مزهرية زرقاء</h1><div class="price-wrapper"><h2 class="price_is_on_sale total-price text-red-800">٢٩٩ ر.س</h2><span class="before-price line-through">٣٩٩ ر.س</span></div><form class="product-form" onsubmit="event.preventDefault(); fetch('/api/cart', { method: 'POST' })"><input type="hidden" name="id" value="123"><input type="number" name="quantity" value="2" aria-label="Quantity"><salla-add-product-button><salla-button><button type="submit" id="buy" class="s-button-element s-button-btn"><span class="s-button-text">إضافة للسلة</span></button></salla-button></salla-add-product-button></form><button id="wish" class="s-button-element btn--wishlist" aria-label="Add or remove to wishlist"><i class="sicon-heart"></i></button></div></div>`,
      ),
      "/api/cart": "{}",
      "/ar/cart": shell(
        `<h1>سلة المشتريات</h1><div class="main-content"><form id="item-9"><section class="cart-item"><input type="hidden" name="id" value="9"><a href="/ar/p123"><img src="/i.png" alt="x"></a><h3><a href="/ar/p123">مزهرية زرقاء</a></h3><span class="item-price">٢٩٩ ر.س</span><span><salla-button class="btn--delete"><button type="button" id="rm" class="s-button-element s-button-icon btn--delete" aria-label="حذف المنتج من السلة"><i class="sicon-cancel"></i></button></salla-button></span></section></form></div>`,
      ),
      "/ar/checkout": shell(`<h1>إتمام الطلب</h1>`),
      "/ar/thank-you": shell(
        `<h1>شكراً لك</h1><p>رقم الطلب <button><span>#218834122</span></button></p><p>الإجمالي: ٥٩٨ ر.س</p>`,
      ),
      "/products/zid": shell(
        `<h1 class="product-title">مزهرية زرقاء</h1><div class="product-price"><span class="product-formatted-price">١٬٢٩٩٫٥٠ ر.س</span></div><button id="buy" class="btn btn-primary btn-product-card-select" onclick="1">أضف للسلة</button>`,
      ),
    },
    steps: [
      { go: "/ar/p123", tells: ["view_item مزهرية زرقاء 299 SAR"] },
      { press: "#wish", tells: [] },
      { press: "#buy", tells: ["add_to_cart مزهرية زرقاء x2 299 SAR"] },
      { go: "/ar/cart", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart مزهرية زرقاء"] },
      { go: "/ar/checkout", tells: ["begin_checkout"] },
      { go: "/ar/thank-you", tells: ["purchase 218834122 598 SAR"] },
      { go: "/products/zid", tells: ["view_item مزهرية زرقاء 1299.5 SAR"] },
      { press: "#buy", tells: ["add_to_cart مزهرية زرقاء 1299.5 SAR"] },
    ],
  },
  {
    title: "VTEX: prices in spans of digits, a button of divs, orderPlaced",
    lang: "pt-BR",
    pages: {
      "/vaso-azul/p": shell(
        `<div class="vtex-store-components-3-x-container"><h1 class="vtex-store-components-3-x-productNameContainer"><span class="vtex-store-components-3-x-productBrand">Vaso azul</span></h1><div class="vtex-flex-layout-0-x-flexRow"><span class="vtex-product-price-1-x-listPrice"><span class="vtex-product-price-1-x-listPriceValue strike">${vtexPrice("1.499", "00")}</span></span><span class="vtex-product-price-1-x-sellingPrice"><span class="vtex-product-price-1-x-sellingPriceValue">${vtexPrice("1.299", "90")}</span></span><span class="vtex-product-price-1-x-installments">12 x de ${vtexPrice("108", "32")} sem juros</span></div><input class="vtex-styleguide-9-x-input" name="quantity" value="1"><button tabindex="0" id="buy" class="vtex-button bw1 ba fw5" type="button"><div class="vtex-button__label flex"><div class="vtex-add-to-cart-button-0-x-buttonDataContainer"><span class="vtex-add-to-cart-button-0-x-buttonText">Adicionar ao carrinho</span></div></div></button><button id="ship" class="vtex-button" type="button"><div class="vtex-button__label">Calcular</div></button></div><div class="vtex-minicart-2-x-drawer vtex-minicart"><div class="vtex-product-list-0-x-productListItem"><img src="/i.png"><a class="vtex-product-list-0-x-productName" href="/vaso-azul/p">Vaso azul</a><div class="vtex-product-list-0-x-removeButtonContainer"><div role="button" id="rm" class="vtex-product-list-0-x-removeButton pointer" aria-label="Remover Vaso azul do carrinho" title="Remover"><svg></svg></div></div></div></div>`,
      ),
      "/checkout/": shell(`<h1>Meu carrinho</h1><div class="cart-template full-cart"></div>`),
      "/checkout/orderPlaced/?og=1234567890123": shell(
        `<div class="cconf-myorders"><h1>Pedido realizado com sucesso!</h1><p>Obrigado por comprar conosco</p><div id="order-1234567890123-01" class="cconf-order"><h2>Pedido #1234567890123-01</h2><p>Feito em 22/11/2026</p><table><tr><td>Subtotal</td><td>R$ 1.299,90</td></tr><tr><td>Total</td><td>R$ 1.319,80</td></tr></table></div></div>`,
      ),
    },
    steps: [
      { go: "/vaso-azul/p", tells: ["view_item Vaso azul 1299.9 BRL"] },
      { press: "#ship", tells: [] },
      { press: "#buy", tells: ["add_to_cart Vaso azul 1299.9 BRL"] },
      { press: "#rm", tells: ["remove_from_cart Vaso azul"] },
      { go: "/checkout/#/cart", tells: ["begin_checkout"] },
      { go: "/checkout/orderPlaced/?og=1234567890123", tells: ["purchase 1234567890123-01 1319.8 BRL"] },
    ],
  },
  {
    title: "Wix, Ecwid, Squarespace: shops of website builders",
    pages: {
      "/product-page/blue-vase": shell(
        `<div data-hook="product-page"><section><article data-hook="ProductPage"><h1 data-hook="product-title" class="_2qrJF">Blue vase</h1><div data-hook="sku">SKU: KL-1</div><div data-hook="product-price"><div data-hook="product-prices-wrapper"><span data-hook="formatted-secondary-price" data-wix-original-price="€49.00" style="text-decoration:line-through">€49.00</span><span data-hook="sr-formatted-primary-price">Price</span><span data-hook="formatted-primary-price" data-wix-price="€39.00" class="cfpn1d">€39.00</span></div></div><div data-hook="number-input-spinner-container"><input type="number" aria-label="Quantity" value="2"></div><button data-hook="add-to-cart" id="buy" class="s__3qBgw2" aria-disabled="false"><span>Add to Cart</span></button><button data-hook="buy-now-button" id="now"><span>Buy Now</span></button><button data-hook="wishlist-button" id="wish" aria-label="Add to Wishlist"></button></article></section></div>`,
      ),
      "/cart-page": shell(
        `<h1>My cart</h1><ul data-hook="CartItemsDataHook.list"><li data-hook="CartItemDataHook.root"><img src="/i.png"><a data-hook="CartItemDataHook.name" href="/product-page/blue-vase">Blue vase</a><p>€39.00</p><div><input type="number" value="1" aria-label="Choose quantity"></div><button data-hook="CartItemDataHook.remove" id="rm" aria-label="remove Blue vase from the cart"><svg></svg></button></li></ul><button data-hook="CheckoutButtonDataHook.button">Checkout</button>`,
      ),
      "/checkout?checkoutId=9": shell(`<h1>Checkout</h1>`),
      "/thank-you-page/9f": shell(
        `<h1 data-hook="ThankYou.title">Thank you, Kim</h1><p>You'll receive an email confirmation shortly.</p><div>Order number<span> 10001</span></div><dl><dt>Subtotal</dt><dd>€39.00</dd><dt>Total</dt><dd>€43.90</dd></dl>`,
      ),
      "/shop/Blue-vase-p123": shell(
        `<div class="ecwid-productBrowser ec-store"><div class="product-details product-details--bottom"><h1 class="product-details__product-title ec-header-h3" itemprop="name">Blue vase</h1><div class="product-details__product-sku" itemprop="sku">SKU 00004</div><div class="product-details__product-price-compare ec-price-item"><s>$49.00</s></div><div class="product-details__product-price ec-price-item" itemprop="price" content="39"><span class="details-product-price__value ec-price-item">$39.00</span></div><div class="form-control form-control--select"><select id="qty" class="form-control__select"><option>1</option></select></div><button id="buy" class="form-control__button" type="button"><span class="form-control__button-text">Add to Bag</span></button></div></div>`,
      ),
      "/shop/cart": shell(
        `<div class="ec-cart ec-cart--normal"><h1 class="page-title__name ec-header-h1">Shopping cart</h1><div class="ec-cart-item"><a class="ec-cart-item__image" href="/shop/Blue-vase-p123"><img src="/i.png"></a><a class="ec-cart-item__title ec-link" href="/shop/Blue-vase-p123">Blue vase</a><div class="ec-cart-item__price">$39.00</div><div class="ec-cart-item__control" id="rm" role="button" aria-label="Remove item" title="Remove item"><svg></svg></div></div></div>`,
      ),
      "/checkout/order-confirmed": shell(
        `<h1>Order Confirmed</h1><p>Thank you for your order!</p><p>Order #00042</p><p>Total €39.00</p>`,
      ),
    },
    steps: [
      { go: "/product-page/blue-vase", tells: ["view_item Blue vase 39 EUR"] },
      { press: "#wish", tells: [] },
      { press: "#buy", tells: ["add_to_cart Blue vase x2 39 EUR"] },
      { go: "/cart-page", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/checkout?checkoutId=9", tells: ["begin_checkout"] },
      { go: "/thank-you-page/9f", tells: ["purchase 10001 43.9 EUR"] },
      { go: "/shop/Blue-vase-p123", tells: ["view_item Blue vase 39 USD"] },
      { press: "#buy", tells: ["add_to_cart Blue vase 39 USD"] },
      { go: "/shop/cart", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/checkout/order-confirmed", tells: ["purchase 00042 39 EUR"] },
    ],
  },
  {
    title: "Odoo, VirtueMart, CS-Cart: carts of large systems",
    pages: {
      "/shop/blue-vase-7": `<meta property="og:type" content="website"></head>${shell(`<div class="js_sale o_wsale_product_page"><section id="product_detail" class="container oe_website_sale" itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Blue vase</h1><form action="/shop/cart/update" method="POST" id="f"><div class="js_product js_main_product"><input type="hidden" class="product_id" name="product_id" value="7"><input type="hidden" class="product_template_id" name="product_template_id" value="3"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer" class="product_price"><h3 class="css_editable_mode_hidden"><span class="oe_price" style="white-space: nowrap;">$ <span class="oe_currency_value">1,299.00</span></span><span itemprop="price" style="display:none;">1299.0</span><span itemprop="priceCurrency" style="display:none;">USD</span><span class="text-muted oe_default_price oe_striked_price" style="text-decoration:line-through">$ <span class="oe_currency_value">1,499.00</span></span></h3></div><div class="css_quantity input-group"><a href="#" class="btn btn-link js_add_cart_json" id="plus" aria-label="Add one" title="Add one"><i class="fa fa-plus"></i></a><input type="text" class="form-control quantity" name="add_qty" value="2"></div><a role="button" id="add_to_cart" class="btn btn-primary js_check_product a-submit" href="#"><i class="fa fa-shopping-cart"></i> Add to cart</a><button type="button" role="button" class="btn o_add_wishlist_dyn" id="wish"><i class="fa fa-heart-o"></i></button></div></form></section></div><script>document.querySelector("#add_to_cart").addEventListener("click", (e) => { e.preventDefault(); fetch("/shop/cart/update_json", { method: "POST" }) })</script>`)}`,
      "/shop/cart/update_json": "{}",
      "/shop/cart": shell(
        `<h1>Shopping Cart</h1><div class="oe_cart"><div id="cart_products"><div class="o_cart_product"><img src="/i.png" alt="x"><h6><a href="/shop/blue-vase-7">Blue vase</a></h6><a href="#" class="js_delete_product" id="rm" aria-label="Remove from cart" title="Remove from cart"><small><i class="fa fa-trash-o"></i> Remove</small></a><input type="text" class="js_quantity quantity" value="1"></div></div><a role="button" href="/shop/checkout" id="co" class="btn btn-primary">Checkout</a></div>`,
      ),
      "/shop/checkout": shell(`<h1>Billing address</h1>`),
      "/shop/payment": shell(`<h1>Confirm order</h1>`),
      "/shop/confirmation": shell(
        `<div class="oe_cart"><h3>Thank you for your order.</h3><h1><em>Order <span>S00042</span></em></h1><table><tr id="order_total"><td>Total:</td><td><span class="monetary_field">$ <span class="oe_currency_value">1,303.90</span></span></td></tr></table></div>`,
      ),
      "/vases/blue-vase-detail": shell(
        `<div class="vm-product-container productdetails-view productdetails"><h1>Blue vase</h1><div class="product-price" id="productPrice7"><span class="price-crossed"><div class="PricebasePriceWithTax vm-display vm-price-value"><span class="vm-price-desc">Base price with tax: </span><span class="PricebasePriceWithTax">45,00 €</span></div></span><div class="PricesalesPrice vm-display vm-price-value"><span class="vm-price-desc">Sales price: </span><span class="PricesalesPrice">39,00 €</span></div><div class="PricesalesPriceWithoutTax"><span class="vm-price-desc">Sales price without tax: </span><span class="PricepriceWithoutTax">32,77 €</span></div><div class="PricetaxAmount vm-display"><span>Tax amount: </span><span class="PricetaxAmount">6,23 €</span></div></div><form method="post" class="product js-recalculate" action="/index.php" autocomplete="off"><div class="addtocart-bar"><span class="quantity-box"><input type="text" class="quantity-input js-recalculate" name="quantity[]" value="3"></span><span class="addtocart-button"><input type="submit" id="buy" name="addtocart" class="addtocart-button" value="Add to Cart" title="Add to Cart"></span></div><input type="hidden" name="option" value="com_virtuemart"><input type="hidden" name="view" value="cart"><input type="hidden" name="virtuemart_product_id[]" value="7"><input type="hidden" name="pname" value="Blue vase"></form></div><script>document.querySelector("form.product").addEventListener("submit", (e) => { e.preventDefault(); fetch("/index.php?option=com_virtuemart&nosef=1&view=cart&task=addJS&format=json", { method: "POST" }) })</script>`,
      ),
      "/index.php": "{}",
      "/index.php?option=com_virtuemart&view=cart": shell(
        `<h1>Cart</h1><form method="post" id="checkoutForm" action="/cart"><table class="cart-summary"><tr><td class="vm-cart-item-name"><span><img src="/i.png"></span><a href="/vases/blue-vase-detail">Blue vase</a></td><td class="vm-cart-item-quantity"><input type="text" name="quantity[0]" value="3" class="quantity-input js-recalculate"><button type="submit" class="vmicon vm2-add_quantity_cart" id="upd" name="updatecart.0" title="Update Quantity In Cart"></button><button type="submit" class="vmicon vm2-remove_from_cart" id="rm" name="delete.0" title="Delete Product From Cart"></button></td></tr></table></form><script>checkoutForm.addEventListener("submit", (e) => e.preventDefault())</script>`,
      ),
      "/index.php?dispatch=checkout.cart": shell(
        `<h1 class="ty-mainbox-title">Cart contents</h1><form name="checkout_form" action="/" method="post"><div class="ty-cart-content ty-table"><table><tr><td class="ty-cart-content__product-elem ty-cart-content__image-block"><img src="/i.png"></td><td class="ty-cart-content__product-elem ty-cart-content__description"><a href="/blue-vase.html" class="ty-cart-content__product-title">Blue vase</a><a onclick="event.preventDefault()" class="ty-cart-content__product-delete ty-delete-big cm-ajax" id="rm" href="/index.php?dispatch=checkout.delete&cart_id=9" title="Remove"><i class="ty-delete-big__icon ty-icon-cancel-circle"></i></a></td></tr></table></div></form>`,
      ),
      "/index.php?dispatch=checkout.checkout": shell(`<h1>Checkout</h1>`),
      "/index.php?dispatch=checkout.complete&order_id=98": shell(
        `<div class="ty-checkout-complete__order-success"><h1>Order is placed</h1><p>Thank you for your order. Your order has been placed. <a href="/index.php?dispatch=orders.details&order_id=98">98</a></p></div>`,
      ),
    },
    steps: [
      { go: "/shop/blue-vase-7", tells: ["view_item Blue vase 1299 USD"] },
      { press: "#plus", tells: [] },
      { press: "#wish", tells: [] },
      { press: "#add_to_cart", tells: ["add_to_cart Blue vase x2 1299 USD"] },
      { go: "/shop/cart", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/shop/checkout", tells: ["begin_checkout"] },
      { go: "/shop/payment", tells: [] },
      { go: "/shop/confirmation", tells: ["purchase S00042 1303.9 USD"] },
      { go: "/vases/blue-vase-detail", tells: ["view_item Blue vase 39 EUR"] },
      { press: "#buy", tells: ["add_to_cart Blue vase x3 39 EUR"] },
      { go: "/index.php?option=com_virtuemart&view=cart", tells: ["view_cart"] },
      { press: "#upd", tells: [] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/index.php?dispatch=checkout.cart", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/index.php?dispatch=checkout.checkout", tells: ["begin_checkout"] },
      { go: "/index.php?dispatch=checkout.complete&order_id=98", tells: ["purchase 98"] },
    ],
  },
  {
    title: "Webasyst and plentyShop: order as a page, a price with the word cross on it",
    lang: "ru",
    pages: {
      "/product/vaza/": shell(
        `<article itemscope itemtype="http://schema.org/Product"><h1><span itemprop="name">Ваза синяя</span></h1><form id="cart-form" method="post" action="/cart/add/"><div class="add2cart"><div class="s-price js-product-price" data-price="1490"><span class="price-wrapper"><span class="price nowrap">1 490</span> <span class="currency"><span class="ruble">Р</span></span></span></div><div class="compare-at-price nowrap s-compare-price js-compare-price"><span class="price-wrapper"><span class="price nowrap">1 990</span> <span class="currency"><span class="ruble">Р</span></span></span></div></div><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="1490"><meta itemprop="priceCurrency" content="RUB"></div><input type="hidden" name="product_id" value="51"><button class="increase-volume js-decrease gray" type="button" id="minus">−</button><input type="text" class="js-quantity-field" name="quantity" value="2"><button type="submit" id="buy" class="blink">В корзину</button></form></article><script>document.querySelector("#cart-form").addEventListener("submit", (e) => { e.preventDefault(); fetch("/cart/add/", { method: "POST" }) })</script>`,
      ),
      "/cart/add/": `{"status":"ok"}`,
      "/order/": shell(
        `<h1>Оформление заказа</h1><div class="wa-order-cart-wrapper js-order-cart" id="wa-order-cart-wrapper"><div class="wa-product js-cart-product" data-id="11" data-sku-id="7"><div class="wa-column-image"><img src="/i.png"></div><div class="wa-column-name"><a href="/product/vaza/">Ваза синяя</a></div><div class="wa-column-actions"><a class="wa-remove-product js-remove-product" id="rm" href="javascript:void(0);" title="Удалить"><svg></svg></a></div></div></div><div class="wa-order-form-wrapper"><form><input name="auth[data][phone]"></form></div>`,
      ),
      "/checkout/success/": shell(
        `<div class="checkout-result success"><h1>Спасибо!</h1><p>Мы получили ваш заказ и свяжемся с вами. Номер вашего заказа <strong>#100042</strong>.</p></div>`,
      ),
      "/my/order/42/": shell(
        `<h1>Заказ #100042</h1><p class="order-status">Заказ принят</p><p>Итого: 1 790 ₽</p>`,
      ),
      "/my/orders/": shell(`<h1>Мои заказы</h1>`),
      "/blaue-vase_12_1004": shell(
        `<div class="single"><h1 class="h2 title">Blaue Vase</h1><div><span class="crossprice"><del class="text-muted small text-appearance">59,00 EUR</del></span></div><div class="price h1 price-has-crossprice"><span>39,00 EUR</span><sup>*</sup></div><div class="base-price text-muted my-3"><div>Inhalt <span>0,75 Liter</span></div><div class="base-price-value">Grundpreis 52,00 EUR / Liter</div></div><div class="qty-box"><input type="text" class="qty-input text-center" value="2"><div class="qty-btn-container"><button id="plus" class="btn qty-btn" aria-label="Menge erhöhen"><i class="fa fa-plus"></i></button></div></div><div class="add-to-basket-container"><button id="buy" class="btn btn-block btn-primary btn-appearance"><i class="fa fa-shopping-cart"></i>In den Warenkorb</button></div><div class="wishlist"><button id="wish" class="btn btn-link btn-sm text-muted"><i class="fa fa-heart"></i>Wunschliste</button></div></div>`,
      ),
      "/warenkorb": shell(
        `<h1>Warenkorb</h1><div class="basket-list-item"><div class="image-container"><img src="/i.png"></div><a class="item-name" href="/blaue-vase_12_1004">Blaue Vase</a><div class="item-base-price">39,00 EUR</div><button class="btn btn-sm text-danger p-0" id="rm2"><i class="fa fa-trash-o"></i> Löschen</button></div>`,
      ),
      "/bestellbestaetigung": shell(
        `<h1>Vielen Dank für Ihre Bestellung!</h1><dl><dt>Auftragsnummer</dt><dd>1042</dd></dl><div><strong>Auftragsnummer:</strong> 1042</div><dl><dt>Warenwert (brutto)</dt><dd>39,00 EUR</dd><dt>Gesamtsumme (brutto)</dt><dd>43,90 EUR</dd></dl>`,
      ),
    },
    steps: [
      { go: "/product/vaza/", tells: ["view_item Ваза синяя 1490 RUB"] },
      { press: "#minus", tells: [] },
      { press: "#buy", tells: ["add_to_cart Ваза синяя x2 1490 RUB"] },
      { go: "/order/", tells: ["begin_checkout"] },
      { press: "#rm", tells: ["remove_from_cart Ваза синяя"] },
      { go: "/checkout/success/", tells: ["purchase 100042"] },
      { go: "/my/order/42/", tells: [] },
      { go: "/my/orders/", tells: [] },
      { go: "/blaue-vase_12_1004", tells: ["view_item Blaue Vase 39 EUR"] },
      { press: "#plus", tells: [] },
      { press: "#wish", tells: [] },
      { press: "#buy", tells: ["add_to_cart Blaue Vase x2 39 EUR"] },
      { go: "/warenkorb", tells: ["view_cart"] },
      { press: "#rm2", tells: ["remove_from_cart Blaue Vase"] },
      { go: "/bestellbestaetigung", tells: ["purchase 1042 43.9 EUR"] },
    ],
  },
]
