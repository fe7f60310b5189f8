import { card, ld, shell } from "./shop-parts"
import type { ShopWalk } from "./walk-shop"

const dawnProduct = `${ld({ "@context": "http://schema.org/", "@type": "ProductGroup", name: "Blue vase", productGroupID: "7", hasVariant: [71, 72].map((id) => ({ "@type": "Product", name: `Blue vase - ${id}`, sku: `KL-${id}`, offers: { "@type": "Offer", price: id === 71 ? "1299.00" : "1399.00", priceCurrency: "EUR", availability: "http://schema.org/InStock", url: `https://shop.example/products/blue-vase?variant=${id}` } })) })}</head>${shell(`<product-info><div class="product__title"><h1>Blue vase</h1></div><div id="price" class="price"><span class="price-item--regular">€1.299,00 EUR</span></div><variant-selects><select name="options[Size]" id="size"><option value="71">S</option><option value="72">L</option></select></variant-selects><quantity-input><button name="minus" type="button" id="minus">−</button><input type="number" name="quantity" value="1" id="q" form="pf"><button name="plus" type="button" id="plus">+</button></quantity-input><product-form><form id="pf" action="/cart/add" method="post" novalidate><input type="hidden" name="id" value="71"><button type="submit" name="add" id="buy"><span>Add to cart</span></button><div><button type="button" class="shopify-payment-button__button" id="now">Buy it now</button></div></form></product-form><button id="wish">Add to wishlist</button></product-info><cart-drawer class="drawer" id="drawer" style="display:none"></cart-drawer>
<script>pf.addEventListener("submit", async (e) => { e.preventDefault(); await fetch("/cart/add", { method: "POST", body: new FormData(pf) }); drawer.style.display = "block"; drawer.innerHTML = '<div class="cart-drawer"><h2>Your cart</h2><form action="/cart" id="CartDrawer-Form"><table class="cart-items"><tr class="cart-item"><td><a href="/products/blue-vase" class="cart-item__name h4">Blue vase</a></td><td class="cart-item__totals"><span class="price">€1.299,00</span></td><td><quantity-input><button name="minus" type="button" id="less">-</button><input name="updates[]" value="1"><button name="plus" type="button">+</button></quantity-input><cart-remove-button><a href="/cart/change?id=71&quantity=0" class="button" aria-label="Remove Blue vase" id="del"><svg width="10" height="10"></svg></a></cart-remove-button></td></tr></table></form><button type="submit" name="checkout" id="co" form="CartDrawer-Form" class="cart__checkout-button">Check out</button></div>'; del.addEventListener("click", (e) => { e.preventDefault(); fetch("/cart/change", { method: "POST", body: '{"line":1,"quantity":0}' }) }) })
size.addEventListener("change", () => { price.innerHTML = '<span class="price-item--regular">€1.399,00 EUR</span>'; history.replaceState({}, "", "/products/blue-vase?variant=72"); document.querySelector("[name=id]").value = "72" }); document.querySelectorAll("quantity-input button").forEach(b => b.addEventListener("click", () => { q.value = +q.value + (b.name === "plus" ? 1 : -1); q.dispatchEvent(new Event("change", {bubbles:true})) }))</script>`)}`

/** Shops of widespread systems with their own themes, from the list to the page of thanks. */
export const themeWalks: ShopWalk[] = [
  {
    title: "Shopify Dawn: drawer, variants, quick add, fetch",
    pages: {
      "/products/blue-vase": dawnProduct,
      "/products/blue-vase?variant=72": dawnProduct,
      "/cart/add": `{"id":71}`,
      "/cart/change": `{"items":[]}`,
      "/collections/all": shell(
        `<h1>Vases</h1><button id="filter">Filter and sort</button><ul class="product-grid">${["Red bowl", "Green bowl", "White bowl"].map((n, i) => card(n, `€${i + 2}9,00 EUR`, `<div class="quick-add"><product-form><form action="/cart/add" method="post" class="qa" id="qa${i}"><input type="hidden" name="id" value="8${i}"><button type="submit" name="add" class="quick-add__submit" id="add${i}"${i === 2 ? " disabled" : ""}><span>${i === 2 ? "Sold out" : "Add to cart"}</span></button></form></product-form></div>`)).join("")}</ul><script>document.querySelectorAll(".qa").forEach(f => f.addEventListener("submit", e => { e.preventDefault(); fetch("/cart/add", {method:"POST"}) }))</script>`,
      ),
      "/cart": shell(
        `<h1>Your cart</h1><form action="/cart" id="cart" method="post"><table><tr class="cart-item"><td><a href="/products/blue-vase">Blue vase</a></td><td class="price">€1.299,00</td><td><cart-remove-button><a href="/cart/change?id=71&quantity=0" aria-label="Remove Blue vase" id="del"><svg width="10" height="10"></svg></a></cart-remove-button></td></tr></table><button type="submit" name="checkout" id="co">Check out</button></form>`,
      ),
      "POST /cart": ">/checkouts/cn/abc",
      "/checkouts/cn/abc": shell(`<h1>Checkout</h1><form><input name="email" autocomplete="email"></form>`),
      "/search": shell(`<h1>Search results</h1><p>None</p>`),
      "/contact": shell(`<h1>Contact</h1><p class="form-status">Thanks for subscribing</p>`),
      "/checkouts/cn/abc/thank-you": shell(
        `<h1>Thank you, Kim!</h1><p>Confirmation #Q9XK2LM3P</p><h2>Your order is confirmed</h2><div role="table"><div role="row"><span>Subtotal</span><span>€1.299,00</span></div><div role="row"><strong>Total</strong><div><abbr>EUR</abbr> <strong>€1.303,90</strong></div></div></div>`,
      ),
    },
    steps: [
      { go: "/collections/all", tells: [] },
      { press: "#filter", tells: [] },
      { press: "#add1", tells: ["add_to_cart Green bowl 39"] },
      { press: "#add2", tells: [] },
      { go: "/products/blue-vase", tells: ["view_item Blue vase 1299 EUR"] },
      { press: "#accept", tells: [] },
      { press: "#wish", tells: [] },
      { press: "#plus", tells: [] },
      { press: "#buy", tells: ["add_to_cart Blue vase x2 1299 EUR"] },
      { press: "#del", tells: ["remove_from_cart Blue vase"] },
      { choose: ["#size", "72"], tells: [] },
      { press: "#buy", tells: ["add_to_cart Blue vase x2 1399 EUR"] },
      { press: "#tel", tells: ["contact phone"] },
      { go: "/cart", tells: ["view_cart"] },
      { go: "/checkouts/cn/abc", tells: ["begin_checkout"] },
      { go: "/checkouts/cn/abc/thank-you", tells: ["purchase Q9XK2LM3P 1303.9 EUR"] },
      { go: "/search?q=bowl", tells: ["search bowl"] },
    ],
  },
  {
    title: "WooCommerce classic, Storefront: ajax archive, tabs, cart table, order received",
    lang: "de",
    pages: {
      "/shop/": shell(
        `<h1 class="page-title">Shop</h1><form class="woocommerce-ordering"><select name="orderby"><option>x</option></select></form><ul class="products">${["Rote Vase", "Grüne Vase", "Weiße Vase"].map((n, i) => `<li class="product type-product post-${i}"><a href="/produkt/${i}/" class="woocommerce-LoopProduct-link"><img src="/i.png" width="80" height="80" alt=""><h2 class="woocommerce-loop-product__title">${n}</h2><span class="price"><del><span class="woocommerce-Price-amount amount"><bdi>59,00&nbsp;€</bdi></span></del> <ins><span class="woocommerce-Price-amount amount"><bdi>${i + 2}9,00&nbsp;<span>€</span></bdi></span></ins></span></a><a href="?add-to-cart=3${i}" data-quantity="1" class="button product_type_simple add_to_cart_button ajax_add_to_cart" data-product_id="3${i}" data-product_sku="KL-${i}" id="a${i}">In den Warenkorb</a></li>`).join("")}</ul><script>document.querySelectorAll(".ajax_add_to_cart").forEach(a => a.addEventListener("click", e => { e.preventDefault(); fetch("/?wc-ajax=add_to_cart", {method: "POST"}).then(() => { a.insertAdjacentHTML("afterend", '<a href="/warenkorb/" class="added_to_cart wc-forward" id="see">Warenkorb anzeigen</a>') }) }))</script>`,
      ),
      "/": `{"fragments":{}}`,
      "/produkt/vase/": shell(
        `<div class="product type-product"><h1 class="product_title">Blaue Vase</h1><p class="price"><span class="woocommerce-Price-amount amount"><bdi>20,00&nbsp;<span>€</span></bdi></span> – <span class="woocommerce-Price-amount amount"><bdi>30,00&nbsp;<span>€</span></bdi></span></p><form class="variations_form cart" action="/produkt/vase/" method="post" data-product_id="7" data-product_variations='[{"display_price":20,"variation_id":8},{"display_price":30,"variation_id":9}]'><select id="groesse" name="attribute_pa_groesse"><option value="">Wähle eine Option</option><option value="l">L</option></select><div class="single_variation_wrap"><div class="single_variation" id="sv"></div><input type="number" name="quantity" value="1"><button type="submit" class="single_add_to_cart_button button alt disabled wc-variation-selection-needed" id="buy">In den Warenkorb</button><input type="hidden" name="add-to-cart" value="7"><input type="hidden" name="product_id" value="7"><input type="hidden" name="variation_id" value="0"></div></form><script>groesse.onchange = () => { sv.innerHTML = '<div class="woocommerce-variation-price"><span class="price"><span class="woocommerce-Price-amount amount"><bdi>30,00&nbsp;€</bdi></span></span></div>'; buy.classList.remove("disabled"); document.querySelector("[name=variation_id]").value = 9 }; buy.onclick = (e) => { if (buy.classList.contains("disabled")) { e.preventDefault(); setTimeout(() => document.title += "!") } }</script></div>`,
      ),
      "POST /produkt/vase/": shell(
        `<div class="woocommerce-message" role="alert">„Blaue Vase“ wurde deinem Warenkorb hinzugefügt. <a href="/warenkorb/" class="button wc-forward">Warenkorb anzeigen</a></div><div class="product type-product"><h1 class="product_title">Blaue Vase</h1><p class="price"><span class="woocommerce-Price-amount amount"><bdi>20,00&nbsp;<span>€</span></bdi></span> – <span class="woocommerce-Price-amount amount"><bdi>30,00&nbsp;<span>€</span></bdi></span></p><form class="variations_form cart" method="post" data-product_id="7"><button type="submit" class="single_add_to_cart_button">In den Warenkorb</button></form></div>`,
      ),
      "/warenkorb/": shell(
        `<h1>Warenkorb</h1><form class="woocommerce-cart-form" action="/warenkorb/" method="post"><table class="shop_table cart"><tr class="woocommerce-cart-form__cart-item cart_item"><td class="product-remove"><a href="/warenkorb/?remove_item=abc&_wpnonce=1" class="remove" aria-label="Blaue Vase aus dem Warenkorb entfernen" data-product_id="7" data-product_sku="KL-1" id="rm">&times;</a></td><td class="product-name"><a href="/produkt/vase/">Blaue Vase</a></td><td class="product-price"><span class="amount"><bdi>30,00&nbsp;€</bdi></span></td><td class="product-quantity"><input type="number" name="cart[abc][qty]" value="1"></td></tr><tr><td><div class="coupon"><input type="text" name="coupon_code"><button type="submit" name="apply_coupon" id="coupon">Gutschein anwenden</button></div><button type="submit" name="update_cart" id="upd">Warenkorb aktualisieren</button></td></tr></table></form><a href="/kasse/" class="checkout-button button alt wc-forward" id="co">Weiter zur Kasse</a><script>rm.onclick = (e) => e.preventDefault()</script>`,
      ),
      "/kasse/": shell(
        `<h1>Kasse</h1><form name="checkout" class="checkout woocommerce-checkout" action="/kasse/"><input name="billing_first_name"><input name="billing_postcode"><ul class="wc_payment_methods"><li><input id="pm" type="radio" name="payment_method" value="bacs"><label for="pm">Überweisung</label></li></ul><button type="submit" id="place_order">Zahlungspflichtig bestellen</button></form>`,
      ),
      "/kasse/order-received/1042/?key=wc_order_x": shell(
        `<h1>Bestellung erhalten</h1><div class="woocommerce-order"><p class="woocommerce-thankyou-order-received">Danke. Deine Bestellung ist eingegangen.</p><ul class="woocommerce-order-overview order_details"><li class="woocommerce-order-overview__order order">Bestellnummer: <strong>1042</strong></li><li class="woocommerce-order-overview__date date">Datum: <strong>22. November 2026</strong></li><li class="woocommerce-order-overview__total total">Gesamt: <strong><span class="woocommerce-Price-amount amount"><bdi>1.034,90&nbsp;<span>€</span></bdi></span></strong></li></ul></div>`,
      ),
    },
    steps: [
      { go: "/shop/", tells: [] },
      { press: "#a1", tells: ["add_to_cart Grüne Vase 39"] },
      { press: "#see", tells: ["view_cart"] },
      { go: "/produkt/vase/", tells: ["view_item Blaue Vase 20 EUR"] },
      { press: "#buy", tells: [] },
      { choose: ["#groesse", "l"], tells: [] },
      { press: "#buy", tells: ["add_to_cart Blaue Vase 30 EUR", "view_item Blaue Vase 20 EUR"] },
      { go: "/warenkorb/", tells: ["view_cart"] },
      { press: "#coupon", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blaue Vase"] },
      { press: "#co", tells: ["begin_checkout"] },
      { press: "#pm", tells: ["add_payment_info Überweisung"] },
      { go: "/kasse/order-received/1042/?key=wc_order_x", tells: ["purchase 1042 1034.9 EUR"] },
    ],
  },

  {
    title: "Magento Luma: ajax form, minicart, configurable, success",
    pages: {
      "/vases.html": shell(
        `<h1 class="page-title"><span class="base">Vases</span></h1><ol class="products list items product-items">${["Red bowl", "Green bowl", "White bowl"].map((n, i) => `<li class="item product product-item"><div class="product-item-info"><a href="/${i}.html" class="product photo product-item-photo"><img src="/i.png" alt="${n}" width="80" height="80"></a><div class="product details product-item-details"><strong class="product name product-item-name"><a class="product-item-link" href="/${i}.html">${n}</a></strong><div class="price-box price-final_price"><span class="special-price"><span class="price-container"><span class="price-label">Special Price</span><span data-price-amount="${i + 2}9" class="price-wrapper"><span class="price">$${i + 2}9.00</span></span></span></span><span class="old-price"><span class="price-label">Regular Price</span><span class="price-wrapper"><span class="price">$99.00</span></span></span></div><div class="actions-primary"><form data-role="tocart-form" action="/checkout/cart/add/uenc/x/product/5${i}/" method="post" class="tc"><input type="hidden" name="product" value="5${i}"><button type="submit" title="Add to Cart" class="action tocart primary" id="a${i}"><span>Add to Cart</span></button></form></div><div class="actions-secondary"><a href="#" class="action towishlist" title="Add to Wish List" aria-label="Add to Wish List" role="button" id="w${i}"><span>Add to Wish List</span></a><a href="#" class="action tocompare" title="Add to Compare" id="c${i}"><span>Add to Compare</span></a></div></div></div></li>`).join("")}</ol><script>document.querySelectorAll(".tc").forEach(f => f.addEventListener("submit", e => { e.preventDefault(); const x = new XMLHttpRequest(); x.open("POST", f.action); x.send(); f.querySelector("span").textContent = "Adding..."; setTimeout(() => f.querySelector("span").textContent = "Added", 500); setTimeout(() => f.querySelector("span").textContent = "Add to Cart", 1500) }))</script>`,
      ),
      "/checkout/cart/add/uenc/x/product/51/": "[]",
      "/checkout/cart/add/uenc/x/product/7/": "[]",
      "/checkout/sidebar/removeItem/": `{"success":true}`,
      "/blue-vase.html": `<meta property="og:type" content="product"><meta property="product:price:amount" content="39.5"><meta property="product:price:currency" content="USD"></head>${shell(`<div class="product-info-main"><h1 class="page-title"><span class="base" itemprop="name">Blue vase</span></h1><div class="price-box"><span class="price-wrapper" data-price-type="finalPrice" data-price-amount="39.5"><span class="price">$39.50</span></span></div><div class="product attribute sku"><strong class="type">SKU</strong><div class="value" itemprop="sku">KL-1</div></div><form id="product_addtocart_form" action="/checkout/cart/add/uenc/x/product/7/" method="post"><input type="hidden" name="product" value="7"><div class="swatch-option" id="sw" role="option" tabindex="0">L</div><input class="swatch-input super-attribute-select" name="super_attribute[93]" type="text" value="" data-validate="{required: true}" aria-required="true" aria-invalid="false" id="swi" hidden><div class="mage-error" id="err" style="display:none">This is a required field.</div><input type="number" name="qty" id="qty" value="2"><button type="submit" title="Add to Cart" class="action primary tocart" id="product-addtocart-button"><span>Add to Cart</span></button></form></div><div class="minicart-wrapper"><div class="block block-minicart"><ol id="mini-cart" class="minicart-items"><li class="item product product-item"><div class="product"><div class="product-item-details"><strong class="product-item-name"><a href="/red.html">Red bowl</a></strong><span class="price">$29.00</span><div class="details-qty qty"><label>Qty</label><input value="1" class="item-qty cart-item-qty"><button title="Update" class="update-cart-item" id="up"><span>Update</span></button></div><div class="product actions"><div class="secondary"><a href="#" class="action delete" title="Remove item" id="del"><span>Remove</span></a></div></div></div></div></li></ol></div></div><script>del.onclick = e => { e.preventDefault(); setTimeout(() => fetch("/checkout/sidebar/removeItem/", {method:"POST"}), 900) }; let ok = false; sw.onclick = () => { ok = true; swi.value = 5 }; product_addtocart_form.onsubmit = e => { e.preventDefault(); if (!ok) { err.style.display = "block"; return } fetch(e.target.action, {method:"POST"}) }</script>`)}`,
      "/checkout/cart/": shell(
        `<h1>Shopping Cart</h1><form id="form-validate" action="/checkout/cart/updatePost/" method="post"><table id="shopping-cart-table"><tbody class="cart item"><tr class="item-info"><td data-th="Item" class="col item"><strong class="product-item-name"><a href="/blue-vase.html">Blue vase</a></strong></td><td class="col price"><span class="price">$39.50</span></td><td><input name="cart[1][qty]" value="2"></td></tr><tr class="item-actions"><td colspan="4"><div class="actions-toolbar"><a href="#" class="use-ajax action towishlist action-towishlist" id="mw"><span>Move to Wishlist</span></a><a class="action action-edit" href="#" title="Edit item parameters"><span>Edit</span></a><a href="#" title="Remove item" class="action action-delete" data-post='{"action":"/checkout/cart/delete/"}' id="rm"><span>Remove item</span></a></div></td></tr></tbody></table><button type="submit" name="update_cart_action" id="upd" title="Update Shopping Cart"><span>Update Shopping Cart</span></button></form><button type="button" data-role="proceed-to-checkout" title="Proceed to Checkout" id="co">Proceed to Checkout</button>`,
      ),
      "/checkout/": `</head class="checkout-index-index">${shell(`<h1>Checkout</h1>`)}`,
      "/checkout/onepage/success/": shell(
        `<h1>Thank you for your purchase!</h1><div class="checkout-success"><p>Your order # is: <span>000000012</span>.</p><p>We'll email you.</p></div><div class="x"><input name="password" type="password"></div>`,
      ),
    },
    steps: [
      { go: "/vases.html", tells: [] },
      { press: "#a1", tells: ["add_to_cart Green bowl 39"] },
      { press: "#w1", tells: [] },
      { press: "#c1", tells: [] },
      { go: "/blue-vase.html", tells: ["view_item Blue vase 39.5 USD"] },
      { press: "#product-addtocart-button", tells: [] },
      { press: "#sw", tells: [] },
      { press: "#product-addtocart-button", tells: ["add_to_cart Blue vase x2 39.5 USD"] },
      { press: "#up", tells: [] },
      { press: "#del", tells: ["remove_from_cart Red bowl"] },
      { go: "/checkout/cart/", tells: ["view_cart"] },
      { press: "#mw", tells: [] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/checkout/", tells: ["begin_checkout"] },
      { go: "/checkout/onepage/success/", tells: ["purchase 000000012"] },
    ],
  },
  {
    title: "PrestaShop hummingbird: ajax form, icon-only remove, confirmation in lines",
    lang: "fr",
    pages: {
      "/7-vase-bleu.html": `${ld({ "@context": "https://schema.org/", "@type": "Product", name: "Vase bleu", sku: "KL-1", offers: { "@type": "Offer", priceCurrency: "EUR", price: "1039.2", availability: "https://schema.org/InStock" } })}</head>${shell(`<section id="main"><h1 class="h1">Vase bleu</h1><div class="product__prices js-product-prices"><div class="product__current-price">1 039,20 €<span class="visually-hidden">Prix</span></div><div class="product__discount"><span class="product__regular-price">1 299,00 €</span></div><span class="product__tax-label">TTC</span></div><form action="/panier" method="post" id="add-to-cart-or-refresh"><input type="hidden" name="token" value="x"><input type="hidden" name="id_product" value="7" id="product_page_product_id"><div class="quantity-button js-quantity-button"><button class="btn decrement js-decrement-button" type="button">-</button><input id="quantity_wanted" class="form-control" name="qty" type="text" inputmode="numeric" value="3"><button class="btn increment" type="button">+</button></div><button class="btn btn-primary add-to-cart" data-button-action="add-to-cart" type="submit" id="buy"><i class="material-icons me-1">&#xE547;</i> Ajouter au panier</button></form><button class="wishlist-button-add" id="wish"><i class="material-icons">favorite_border</i></button></section><script>document.querySelector("form#add-to-cart-or-refresh").onsubmit = e => { e.preventDefault(); fetch("/panier", {method:"POST"}) }</script>`)}`,
      "POST /panier": `{"success":true}`,
      "/panier": shell(
        `<h1>Panier</h1><div class="cart-overview js-cart"><ul class="cart-items"><li class="cart-item"><div class="product-line-grid d-flex"><div class="product-line-grid-right"><a class="product-line-title" href="/7-vase-bleu.html">Vase bleu</a><div class="cart-line-actions"><a class="remove-from-cart" rel="nofollow" href="/panier?delete=1&id_product=7" data-link-action="delete-from-cart" data-id-product="7" id="rm"><i class="material-icons float-xs-left">delete</i></a></div><span class="price">1 039,20 €</span><input class="js-cart-line-product-quantity" value="3" name="product-quantity-spin" type="number" id="qty"></div></div></li></ul></div><div class="promo-code"><form action="/panier" data-link-action="add-voucher" method="post"><input name="discount_name" placeholder="Code promo"><button type="submit" id="promo">Ajouter</button></form></div><a href="/commande" class="btn btn-primary" id="co">Commander</a><script>rm.onclick = e => e.preventDefault(); promo.form.onsubmit = e => { e.preventDefault(); fetch("/panier", {method:"POST"}) }</script>`,
      ),
      "/commande": shell(`<h1>Commande</h1><form><input name="firstname"></form>`),
      "/confirmation-commande": `<body id="order-confirmation"></head>${shell(`<div class="alert alert-success" role="alert"><h1>Votre commande est confirmée</h1><p>Un email vous a été envoyé.</p></div><div class="order-confirmation__details card"><h2 class="h2">Détails de la commande</h2><ul class="order-confirmation__details-list"><li>Référence de la commande : XKBKNABJK</li><li>Moyen de paiement : Paiement par chèque</li></ul><div class="order-confirmation__products"><div class="order-confirmation__product"><p class="order-confirmation__product-title">Vase bleu</p><p class="order-confirmation__product-reference">Référence : KL-1</p><div class="order-confirmation__product-price">1 039,20 €</div></div></div><div class="order-confirmation__subtotals"><div class="order-confirmation__line"><div>Sous-total</div><div>3 117,60 €</div></div></div><div class="order-confirmation__totals"><div class="order-confirmation__line order-confirmation__line--bold"><div class="order-confirmation__line-label">Total&nbsp;TTC</div><div class="order-confirmation__line-value">3 124,60 €</div></div></div></div>`)}`,
    },
    steps: [
      { go: "/7-vase-bleu.html", tells: ["view_item Vase bleu 1039.2 EUR"] },
      { press: "#wish", tells: [] },
      { press: "#buy", tells: ["add_to_cart Vase bleu x3 1039.2 EUR"] },
      { go: "/panier", tells: ["view_cart"] },
      { press: "#promo", tells: [] },
      { press: "#rm", tells: ["remove_from_cart Vase bleu"] },
      { go: "/commande", tells: ["begin_checkout"] },
      {
        go: "/confirmation-commande?id_cart=6&id_order=42&key=abc",
        tells: ["purchase XKBKNABJK 3124.6 EUR"],
      },
    ],
  },
  {
    title:
      "Medusa's Next.js starter: select variant first, RSC post to the same page, trash button, order confirmed",
    pages: {
      "/de/products/blue-vase": shell(
        `<div class="content-container flex" data-testid="product-container"><div id="product-info"><div class="flex flex-col"><a href="/de/collections/v">Vases</a><h2 class="text-3xl" data-testid="product-title">Blue vase</h2><p data-testid="product-description">Clay</p></div></div><div class="block w-full"><img src="/i.png" alt="" width="80" height="80"></div><div class="flex flex-col gap-y-12"><div class="flex flex-col gap-y-2"><div class="flex" data-testid="product-options"><button class="border-ui-border-base" data-testid="option-button" id="opt">L</button></div><div class="flex flex-col text-ui-fg-base"><span class="text-xl-semi" id="pr">From <span data-testid="product-price" data-value="39">€39.00</span></span></div><button disabled class="w-full h-10" data-testid="add-product-button" id="buy">Select variant</button></div></div></div><div class="fixed inset-x-0 bottom-0" data-testid="mobile-actions" style="display:none"><span data-testid="mobile-title">Blue vase</span><span>€39.00</span></div><script>opt.onclick = () => { buy.disabled = false; buy.textContent = "Add to cart"; pr.innerHTML = '<span data-testid="product-price" data-value="45.5">€45.50</span>' }; buy.onclick = () => { buy.innerHTML = "<svg></svg>"; fetch("/de/products/blue-vase", {method:"POST"}).then(() => buy.textContent = "Add to cart") }</script>`,
      ),
      "POST /de/products/blue-vase": `{"a":1}`,
      "/de/cart": shell(
        `<div data-testid="cart-container"><h1>Cart</h1><table><tr data-testid="product-row" class="w-full"><td><a href="/de/products/blue-vase"><img src="/i.png" alt=""></a></td><td class="text-left"><p class="txt-medium-plus" data-testid="product-title">Blue vase</p><p data-testid="product-variant">Variant: L</p></td><td><div class="flex gap-2"><div class="flex items-center text-small-regular"><button class="flex gap-x-1 text-ui-fg-subtle" data-testid="product-delete-button" id="rm"><svg width="12" height="12"></svg><span></span></button></div><select data-testid="product-select-button"><option>1</option><option>2</option></select></div></td><td>€45.50</td></tr></table><h2>Summary</h2><div><span>Total</span><span data-testid="cart-total" data-value="45.5">€45.50</span></div><a href="/de/checkout?step=address" data-testid="checkout-button" id="co"><button>Go to checkout</button></a></div>`,
      ),
      "/de/checkout": shell(
        `<h1>Checkout</h1><h2>Shipping Address</h2><form><input name="shipping_address.first_name"><input name="shipping_address.postal_code" autocomplete="postal-code"><input name="email" autocomplete="email"></form>`,
      ),
      "/de/order/order_01HZ/confirmed": shell(
        `<div class="py-6"><div data-testid="order-complete-container"><h1 class="flex flex-col"><span>Thank you!</span><span>Your order was placed successfully.</span></h1><div><p>We have sent the order confirmation details to <span data-testid="order-email">kim@x.de</span>.</p><p>Order date: <span data-testid="order-date">Sun Nov 22 2026</span></p><p>Order number: <span data-testid="order-id">42</span></p></div><h2>Summary</h2><div><div class="flex flex-col"><div class="flex items-center justify-between"><span>Subtotal (excl. shipping and taxes)</span><span data-testid="cart-subtotal" data-value="45.5">€45.50</span></div><div class="flex justify-between"><span>Taxes</span><span data-testid="cart-taxes">€0.00</span></div></div><div class="flex items-center justify-between"><span>Total</span><span class="txt-xlarge-plus" data-testid="cart-total" data-value="55.5">€55.50</span></div></div></div></div>`,
      ),
    },
    steps: [
      { go: "/de/products/blue-vase", tells: ["view_item Blue vase 39 EUR"] },
      { press: "#opt", tells: [] },
      { press: "#buy", tells: ["add_to_cart Blue vase 45.5 EUR"] },
      { go: "/de/cart", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/de/checkout?step=address", tells: ["begin_checkout"] },
      { go: "/de/order/order_01HZ/confirmed", tells: ["purchase 42 55.5 EUR"] },
    ],
  },
  {
    title: "nopCommerce: input buttons, empty remove button, thanks",
    pages: {
      "/vases": shell(
        `<h1>Vases</h1><div class="item-grid">${["Red bowl", "Green bowl", "White bowl"].map((n, i) => `<div class="item-box"><div class="product-item" data-productid="2${i}"><div class="picture"><a href="/${i}"><img alt="${n}" src="/i.png" width="80" height="80"></a></div><div class="details"><h2 class="product-title"><a href="/${i}">${n}</a></h2><div class="prices"><span class="price old-price">$99.00</span><span class="price actual-price">$${i + 2}9.00</span></div><div class="buttons"><button type="button" class="button-2 product-box-add-to-cart-button" id="a${i}">Add to cart</button><button type="button" class="button-2 add-to-compare-list-button" title="Add to compare list">Add to compare list</button><button type="button" class="button-2 add-to-wishlist-button" id="w${i}">Add to wishlist</button></div></div></div></div>`).join("")}</div><script>document.querySelectorAll(".product-box-add-to-cart-button").forEach(b => b.onclick = () => fetch("/addproducttocart/catalog/21/1/1", {method:"POST"})); document.querySelectorAll(".add-to-wishlist-button").forEach(b => b.onclick = () => fetch("/addproducttocart/catalog/21/2/1", {method:"POST"}))</script>`,
      ),
      "/addproducttocart/catalog/21/1/1": "{}",
      "/addproducttocart/catalog/21/2/1": "{}",
      "/addproducttocart/details/7/1": "{}",
      "/blue-vase": shell(
        `<div class="page product-details-page"><form method="post" id="product-details-form"><div data-productid="7"><div class="product-name"><h1>Blue vase</h1></div><div class="sku"><span class="label">SKU:</span><span class="value">KL-1</span></div><div class="prices"><div class="old-product-price"><span>Old price:</span><span>$1,499.00</span></div><div class="product-price discounted-price"><span class="price-value-7" id="price-value-7">$1,299.00</span></div></div><div class="add-to-cart"><div class="add-to-cart-panel"><label class="qty-label">Qty:</label><input id="product_enteredQuantity_7" class="qty-input" type="text" name="addtocart_7.EnteredQuantity" value="2"><button type="button" id="add-to-cart-button-7" class="button-1 add-to-cart-button" data-productid="7">Add to cart</button></div></div><div class="overview-buttons"><button type="button" id="add-to-wishlist-button-7" class="button-2 add-to-wishlist-button">Add to wishlist</button></div></div></form></div><script>document.querySelector("#add-to-cart-button-7").onclick = () => fetch("/addproducttocart/details/7/1", {method:"POST"})</script>`,
      ),
      "/cart": shell(
        `<h1>Shopping cart</h1><form id="shopping-cart-form" method="post"><table class="cart"><tr><td class="product"><a href="/blue-vase" class="product-name">Blue vase</a></td><td class="unit-price"><span class="product-unit-price">$1,299.00</span></td><td class="quantity"><input name="itemquantity1" value="2" class="qty-input"></td><td class="remove-from-cart"><input type="checkbox" name="removefromcart" value="1" hidden><button type="button" name="updatecart" class="remove-btn" id="rm"></button></td></tr></table><button type="button" name="updatecart" id="upd">Update shopping cart</button></form><button type="button" id="checkout" name="checkout" value="checkout">Checkout</button>`,
      ),
      "/onepagecheckout": shell(`<h1>Checkout</h1>`),
      "/checkout/completed/42": shell(
        `<div class="page checkout-page"><div class="page-title"><h1>Thank you</h1></div><div class="section order-completed"><div class="title"><strong>Your order has been successfully processed!</strong></div><div class="details"><div class="order-number"><strong>Order number: 42</strong></div></div></div></div>`,
      ),
    },
    steps: [
      { go: "/vases", tells: [] },
      { press: "#a1", tells: ["add_to_cart Green bowl 39"] },
      { press: "#w1", tells: [] },
      { go: "/blue-vase", tells: ["view_item Blue vase 1299 USD"] },
      { press: "#add-to-wishlist-button-7", tells: [] },
      { press: "#add-to-cart-button-7", tells: ["add_to_cart Blue vase x2 1299 USD"] },
      { go: "/cart", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/onepagecheckout", tells: ["begin_checkout"] },
      { go: "/checkout/completed/42", tells: ["purchase 42"] },
    ],
  },

  {
    title: "Shopware 6: ajax off-canvas cart, line form with a trash icon, finish",
    lang: "de",
    pages: {
      "/Blaue-Vase/KL-1": shell(
        `<div class="container-main"><div class="product-detail" itemscope itemtype="https://schema.org/Product"><h1 class="product-detail-name" itemprop="name">Blaue Vase</h1><div class="col product-detail-buy"><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="1299"><p class="product-detail-price">1.299,00 €</p></div><p class="product-detail-tax">Preise inkl. MwSt. zzgl. Versandkosten</p><form action="/checkout/line-item/add" method="post" class="buy-widget" id="f"><select name="lineItems[p7][quantity]" class="product-detail-quantity-select"><option value="1">1</option><option value="2" selected>2</option></select><input type="hidden" name="lineItems[p7][id]" value="p7"><input type="hidden" name="lineItems[p7][type]" value="product"><input type="hidden" name="lineItems[p7][referencedId]" value="p7"><button class="btn btn-primary btn-buy" title="In den Warenkorb" id="buy">In den Warenkorb</button></form><button type="button" class="product-wishlist-action" id="wish">Zum Merkzettel hinzufügen</button></div></div></div><div class="offcanvas cart-offcanvas" id="oc"></div><script>f.onsubmit = e => { e.preventDefault(); fetch("/checkout/line-item/add", {method:"POST"}).then(() => { oc.innerHTML = '<div class="offcanvas-body"><div class="line-item line-item-product"><a href="/Blaue-Vase/KL-1" class="line-item-label" title="Blaue Vase">Blaue Vase</a><div class="line-item-total-price">2.598,00 €*</div><form action="/checkout/line-item/delete/p7" method="post" class="offcanvas-cart-remove-product" id="rf"><button type="submit" title="Entfernen" class="btn btn-light btn-sm line-item-remove-button" id="rm"><span class="icon icon-x"></span></button></form></div><a href="/checkout/confirm" class="btn begin-checkout-btn" id="co">Zur Kasse</a><form action="/checkout/promotion/add"><input name="code"><button id="promo" class="btn">Gutschein einlösen</button></form></div>'; rf.onsubmit = e => { e.preventDefault(); fetch("/checkout/line-item/delete/p7", {method: "POST"}) } }) }</script>`,
      ),
      "/checkout/line-item/add": "{}",
      "/checkout/line-item/delete/p7": "{}",
      "/checkout/cart": shell(`<h1>Warenkorb</h1>`),
      "/checkout/confirm": shell(
        `<h1>Bestellung abschließen</h1><form><label><input type="radio" name="paymentMethodId" id="pm" value="1">Rechnung</label><label><input type="radio" name="shippingMethodId" id="sm" value="1">Standard</label></form>`,
      ),
      "/checkout/finish?orderId=0190abc": shell(
        `<div class="checkout-container"><div class="finish-content"><h1 class="finish-header">Vielen Dank für Ihre Bestellung bei Kiln!</h1><p class="finish-ordernumber" data-order-number="10001">Ihre Bestellnummer: #10001</p></div><div class="checkout-aside-summary"><dl class="row checkout-aside-summary-list"><dt class="col-7 checkout-aside-summary-label">Zwischensumme</dt><dd class="col-5 checkout-aside-summary-value">2.598,00 €*</dd><dt class="col-7 checkout-aside-summary-label summary-total">Gesamtsumme</dt><dd class="col-5 checkout-aside-summary-value checkout-aside-summary-total">2.602,90 €</dd></dl></div></div>`,
      ),
    },
    steps: [
      { go: "/Blaue-Vase/KL-1", tells: ["view_item Blaue Vase 1299 EUR"] },
      { press: "#wish", tells: [] },
      { press: "#buy", tells: ["add_to_cart Blaue Vase x2 1299 EUR"] },
      { press: "#rm", tells: ["remove_from_cart Blaue Vase"] },
      { go: "/checkout/cart", tells: ["view_cart"] },
      { go: "/checkout/confirm", tells: ["begin_checkout"] },
      { press: "#pm", tells: ["add_payment_info Rechnung"] },
      { press: "#sm", tells: ["add_shipping_info Standard"] },
      { go: "/checkout/finish?orderId=0190abc", tells: ["purchase 10001 2602.9 EUR"] },
    ],
  },
  {
    title:
      "OpenCart: jQuery buttons, form without a form, compare and wish by icon, success without a number",
    pages: {
      "/index.php?route=product/category&path=20": shell(
        `<h1>Vases</h1><div class="row">${["Red bowl", "Green bowl", "White bowl"].map((n, i) => `<div class="product-layout product-grid"><div class="product-thumb"><div class="image"><a href="/index.php?route=product/product&product_id=4${i}"><img src="/i.png" alt="${n}" width="80" height="80"></a></div><div class="caption"><h4><a href="/index.php?route=product/product&product_id=4${i}">${n}</a></h4><p>Clay</p><p class="price"><span class="price-new">$${i + 2}9.00</span> <span class="price-old">$99.00</span> <span class="price-tax">Ex Tax: $${i + 1}5.00</span></p></div><div class="button-group"><button type="button" onclick="fetch('/index.php?route=checkout/cart/add',{method:'POST'})" id="a${i}"><i class="fa fa-shopping-cart"></i> <span>Add to Cart</span></button><button type="button" title="Add to Wish List" id="w${i}"><i class="fa fa-heart"></i></button><button type="button" title="Compare this Product" id="c${i}"><i class="fa fa-exchange"></i></button></div></div></div>`).join("")}</div>`,
      ),
      "/index.php?route=checkout/cart/add": `{"success":"Success: You have added Red bowl to your shopping cart!"}`,
      "/index.php?route=checkout/cart/remove": `{}`,
      "/index.php?route=product/product&product_id=40": shell(
        `<div id="content"><div class="row"><div class="col-sm-8"></div><div class="col-sm-4"><h1>Blue vase</h1><ul class="list-unstyled"><li>Brand: Kiln</li><li>Product Code: product 11</li><li>Reward Points: 400</li><li>Availability: In Stock</li></ul><ul class="list-unstyled"><li><span style="text-decoration:line-through">$150.00</span></li><li><h2>$123.20</h2></li><li>Ex Tax: $101.00</li><li>10 or more $98.00</li></ul><div id="product"><h3>Available Options</h3><div class="form-group required"><label>Size</label><select name="option[226]" id="opt"><option value=""> --- Please Select --- </option><option value="15">Large (+$10.00)</option></select></div><div class="form-group"><label>Qty</label><input type="text" name="quantity" value="2" id="input-quantity"><input type="hidden" name="product_id" value="40"><button type="button" id="button-cart">Add to Cart</button></div></div><button type="button" title="Add to Wish List" id="wish"><i class="fa fa-heart"></i></button></div></div></div><script>document.querySelector("#button-cart").onclick = () => opt.value && fetch("/index.php?route=checkout/cart/add", {method:"POST"})</script>`,
      ),
      "/index.php?route=checkout/cart": shell(
        `<div id="content"><h1>Shopping Cart</h1><table><tr><td><a href="/index.php?route=product/product&product_id=40"><img src="/i.png"></a></td><td><a href="/index.php?route=product/product&product_id=40">Blue vase</a></td><td><div class="input-group"><input type="text" name="quantity[1]" value="2"><span><button type="submit" title="Update" id="up"><i class="fa fa-refresh"></i></button><button type="button" title="Remove" class="btn btn-danger" onclick="fetch('/index.php?route=checkout/cart/remove',{method:'POST'})" id="rm"><i class="fa fa-times-circle"></i></button></span></div></td><td>$123.20</td></tr></table></div>`,
      ),
      "/index.php?route=checkout/checkout": shell(`<h1>Checkout</h1>`),
      "/index.php?route=checkout/success": shell(
        `<div id="content"><h1>Your order has been placed!</h1><p>Your order has been successfully processed!</p></div>`,
      ),
    },
    steps: [
      { go: "/index.php?route=product/category&path=20", tells: [] },
      { press: "#a1", tells: ["add_to_cart Green bowl 39"] },
      { press: "#w1", tells: [] },
      { press: "#c1", tells: [] },
      { go: "/index.php?route=product/product&product_id=40", tells: ["view_item Blue vase 123.2 USD"] },
      { press: "#button-cart", tells: [] },
      { choose: ["#opt", "15"], tells: [] },
      { press: "#button-cart", tells: ["add_to_cart Blue vase x2 123.2 USD"] },
      { press: "#wish", tells: [] },
      { go: "/index.php?route=checkout/cart", tells: ["view_cart"] },
      { press: "#up", tells: [] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { go: "/index.php?route=checkout/checkout", tells: ["begin_checkout"] },
      { go: "/index.php?route=checkout/success", tells: [] },
    ],
  },
]
