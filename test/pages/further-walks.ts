import { ld, shell } from "./shop-parts"
import type { ShopWalk } from "./walk-shop"

/** Storefronts without a theme, shops of single countries, and pages of thanks of many systems. */
export const furtherWalks: ShopWalk[] = [
  {
    title: "Saleor's storefront: server action form, list of links in the cart, order at ?order=",
    pages: {
      "/default-channel/products/blue-vase": `${ld({ "@context": "https://schema.org", "@type": "Product", name: "Blue vase", offers: { "@type": "AggregateOffer", availability: "https://schema.org/InStock", priceCurrency: "USD", lowPrice: 39, highPrice: 49 } })}</head>${shell(`<section><form><h1>Blue vase</h1><p class="text-sm" data-testid="ProductElement_Price">$39.00 - $49.00</p><fieldset role="radiogroup"><a href="?variant=abc" role="radio" id="v">L</a></fieldset><div class="mt-8"><button type="submit" aria-disabled="false" class="h-12" id="buy">Add to cart</button></div></form></section><script>buy.form.onsubmit = e => { e.preventDefault(); fetch("/default-channel/products/blue-vase", {method: "POST"}) }</script>`)}`,
      "POST /default-channel/products/blue-vase": `{}`,
      "/default-channel/cart": shell(
        `<h1>Your Shopping Cart</h1><form class="mt-12"><ul data-testid="CartProductList" role="list"><li class="flex py-4"><img src="/i.png" alt=""><div><a href="/default-channel/products/blue-vase"><h2 class="font-medium">Blue vase</h2></a><p>Variant: L</p><p>$39.00</p><div>Qty: 1</div><button type="button" aria-disabled="false" id="rm">Remove<span class="sr-only"> line</span></button></div></li></ul><p>Your Total</p><div>$39.00</div><a href="/checkout?checkout=Q2hl" data-testid="CheckoutLink" id="co">Checkout</a></form>`,
      ),
      "/checkout": shell(
        `<div class="page"><h1 class="x">Checkout</h1><form><input type="email" name="email"></form></div>`,
      ),
      "/checkout?order=T3JkZXI6": `</head><div class="page"><header><h1>Kiln</h1><p class="mb-2 text-lg font-bold" data-testid="orderConfrmationTitle">Order #1042 confirmed</p><p>Thank you for placing your order.</p></header><main class="order-content"><section><p>Paid</p></section><div><p>Subtotal</p><p>$39.00</p><div class="summary-row"><p>Total price</p><p>$43.90</p></div></div></main></div>`,
    },
    steps: [
      { go: "/default-channel/products/blue-vase", tells: ["view_item Blue vase 39 USD"] },
      { press: "#buy", tells: ["add_to_cart Blue vase 39 USD"] },
      { go: "/default-channel/cart", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { press: "#co", tells: ["begin_checkout"] },
      { go: "/checkout?order=T3JkZXI6", tells: ["purchase 1042 43.9 USD"] },
    ],
  },
  {
    title: "Vendure's Remix storefront: select option in the form, tray, confirmation",
    pages: {
      "/products/blue-vase": shell(
        `<div><h2 class="text-3xl font-light my-8">Blue vase</h2><nav class="flex"><ol><li><a href="/">Home</a></li></ol></nav><div class="lg:grid"><img src="/i.png" alt="Blue vase"><div class="mt-10"><h3 class="sr-only">Description</h3><form method="post" action="/api/active-order"><input type="hidden" name="action" value="addItemToOrder"><label>Select option</label><select name="variantId" id="variant"><option value="1">S</option><option value="2">L</option></select><div class="mt-10 flex"><p class="text-3xl text-gray-900 mr-4" id="pr">$1,299.00</p><div><button type="submit" class="max-w-xs flex-1" id="buy">Add to cart</button><button type="button" class="ml-4" id="fav"><svg></svg><span class="sr-only">Add to favorites</span></button></div></div><span class="text-gray-500">L2201308</span></form></div></div></div><script>variant.onchange = () => pr.textContent = "$1,399.00"; buy.form.onsubmit = e => { e.preventDefault(); fetch("/api/active-order?_data=x", {method: "POST"}); buy.innerHTML = "1 in cart" }</script>`,
      ),
      "/api/active-order": `{}`,
      "/checkout": shell(`<h2 class="sr-only">Checkout</h2><div>Shipping information</div>`),
      "/checkout/confirmation/T_3Y1JBRCSGSZM82HB": shell(
        `<div><h2 class="text-3xl flex my-8"><svg></svg><span>Order summary</span></h2><p class="text-lg">Your order has been received! <span class="font-bold">3Y1JBRCSGSZM82HB</span></p><div class="mt-12"><ul role="list"><li class="py-6 flex"><h3><a href="/products/blue-vase">Blue vase</a></h3><p class="ml-4">$1,399.00</p></li></ul><dl class="border-t"><div class="flex items-center justify-between"><dt class="text-sm">Subtotal</dt><dd>$1,399.00</dd></div><div class="flex"><dt>Shipping cost</dt><dd>$5.00</dd></div><div class="flex border-t"><dt class="text-base font-medium">Total</dt><dd>$1,404.00</dd></div></dl></div></div>`,
      ),
    },
    steps: [
      { go: "/products/blue-vase", tells: ["view_item Blue vase 1299 USD"] },
      { press: "#fav", tells: [] },
      { choose: ["#variant", "2"], tells: [] },
      { press: "#buy", tells: ["add_to_cart Blue vase 1399 USD"] },
      { press: "#buy", tells: [] },
      { go: "/checkout", tells: ["begin_checkout"] },
      { go: "/checkout/confirmation/T_3Y1JBRCSGSZM82HB", tells: ["purchase 3Y1JBRCSGSZM82HB 1404 USD"] },
    ],
  },
  {
    title: "Bitrix with a large theme: buy in lists, counters, basket, one-click order, personal order",
    lang: "ru",
    pages: {
      "/catalog/vases/": shell(
        `<h1 id="pagetitle">Вазы</h1><div class="catalog_block items">${["Красная ваза", "Зелёная ваза", "Белая ваза"].map((n, i) => `<div class="item_block"><div class="catalog_item_wrapp item"><div class="image_wrapper_block"><a href="/catalog/vases/5${i}/" class="thumb"><img src="/i.png" alt="${n}" width="80" height="80"></a></div><div class="item-title"><a href="/catalog/vases/5${i}/" class="dark_link"><span>${n}</span></a></div><div class="cost prices"><div class="price_matrix_wrapper"><div class="price" data-currency="RUB" data-value="${i + 2}990"><span class="values_wrapper"><span class="price_value">${i + 2} 990</span><span class="price_currency"> руб.</span></span><span class="price_measure">/шт</span></div><div class="price discount"><span class="values_wrapper">9 990 руб.</span></div></div></div><div class="counter_wrapp"><div class="counter_block"><span class="minus">-</span><input type="text" class="text" name="quantity" value="1"><span class="plus">+</span></div><div class="button_block"><span data-value="1" class="small to-cart btn btn-default" data-item="5${i}" data-quantity="1" id="a${i}" role="button"><i></i><span>В корзину</span></span><a rel="nofollow" href="/basket/" class="small in-cart btn" data-item="5${i}" style="display:none"><span>В корзине</span></a></div></div><div class="like_icons"><span class="wish_item to" data-item="5${i}" id="w${i}" title="Отложить"><i></i></span><span class="compare_item to" title="Сравнить" id="c${i}"><i></i></span></div></div></div>`).join("")}</div><script>document.querySelectorAll(".to-cart").forEach(b => b.onclick = () => fetch("/ajax/item.php?add_item=Y", {method:"POST"}))</script>`,
      ),
      "/ajax/item.php": "{}",
      "/catalog/vases/51/": shell(
        `<h1 id="pagetitle">Ваза синяя</h1><div class="catalog_detail"><div class="prices_block"><div class="cost prices"><div class="price" data-value="1490"><span class="values_wrapper"><span class="price_value">1 490</span><span class="price_currency"> руб.</span></span></div><div class="price discount"><span class="values_wrapper"><span class="price_value">1 990</span> руб.</span></div><div class="sale_block"><span>Экономия</span> <span class="values_wrapper">500 руб.</span></div></div></div><div class="buy_block"><div class="counter_block"><input type="text" class="text" name="quantity" value="3"></div><span class="big_btn to-cart btn btn-default" data-item="51" id="buy"><span>В корзину</span></span><span class="one_click btn" id="oneclick"><span>Купить в 1 клик</span></span></div></div><div id="frame"></div><script>buy.onclick = () => { fetch("/ajax/item.php", {method: "POST"}); }; oneclick.onclick = () => { frame.innerHTML = '<form name="one_click_buy" id="ocb" method="post" action="/ajax/one_click_buy.php"><h3>Купить в 1 клик</h3><input type="text" name="ONE_CLICK_BUY[FIO]"><input type="tel" name="ONE_CLICK_BUY[PHONE]" id="ph" required><button type="submit" id="ocs">Купить</button></form>'; ocb.onsubmit = e => { e.preventDefault(); fetch("/ajax/item.php", {method:"POST"}).then(() => frame.innerHTML = "Ваш заказ принят, мы позвоним") } }</script>`,
      ),
      "/basket/": shell(
        `<h1 id="pagetitle">Корзина</h1><div id="basket-root" class="bx-basket"><table class="basket-items-list-table"><tr class="basket-items-list-item-container" data-entity="basket-item"><td class="basket-items-list-item-descriptions"><a href="/catalog/vases/51/"><img src="/i.png"></a><h2 class="basket-item-info-name"><a href="/catalog/vases/51/" class="basket-item-info-name-link"><span data-entity="basket-item-name">Ваза синяя</span></a></h2></td><td class="basket-items-list-item-price"><span class="basket-item-price-current-text">1 490 руб.</span></td><td class="basket-items-list-item-remove"><span class="basket-item-actions-remove" data-entity="basket-item-delete" id="rm"></span><span class="basket-item-actions-remove visible-xs" data-entity="basket-item-delete">Удалить</span></td></tr></table><button class="btn btn-lg basket-btn-checkout" data-entity="basket-checkout-button" id="co">Оформить заказ</button></div>`,
      ),
      "/order/": shell(`<h1>Оформление заказа</h1><div id="bx-soa-order"></div>`),
      "/order/?ORDER_ID=512": shell(
        `<h1>Заказ сформирован</h1><table class="sale_order_full_table"><tr><td>Ваш заказ <b>№512</b> от 22.11.2026 12:00 успешно создан.<br>Номер вашей оплаты: <b>№512/1</b></td></tr></table><p>Сумма к оплате по счету: <b>1 790 руб.</b></p>`,
      ),
    },
    steps: [
      { go: "/catalog/vases/", tells: [] },
      { press: "#a1", tells: ["add_to_cart Зелёная ваза 3990"] },
      { press: "#w1", tells: [] },
      { press: "#c1", tells: [] },
      { go: "/catalog/vases/51/", tells: ["view_item Ваза синяя 1490 RUB"] },
      { press: "#buy", tells: ["add_to_cart Ваза синяя x3 1490 RUB"] },
      { press: "#oneclick", tells: [] },
      { choose: ["#ph", "+7 900"], press: "#ocs", tells: ["generate_lead"] },
      { go: "/basket/", tells: ["view_cart"] },
      { press: "#rm", tells: ["remove_from_cart Ваза синяя"] },
      { go: "/order/", tells: ["begin_checkout"] },
      { go: "/order/?ORDER_ID=512", tells: ["purchase 512 1790 RUB"] },
    ],
  },
  {
    title: "Tilda: store cards with buy, cart window, lead form; InSales thanks",
    lang: "ru",
    pages: {
      "/shop": shell(
        `<h1>Магазин</h1><div class="t-store__grid-cont">${["Красная ваза", "Зелёная ваза", "Белая ваза"].map((n, i) => `<div class="js-product t-store__card t-store__stretch-col" data-product-uid="9${i}" data-product-gen-uid="9${i}"><a href="/shop/tproduct/9${i}"><div class="t-store__card__imgwrapper"><img src="/i.png" width="80" height="80" alt=""></div><div class="t-store__card__textwrapper"><div class="js-store-prod-name js-product-name t-store__card__title t-name">${n}</div><div class="t-store__card__price-wrapper"><div class="t-store__card__price t-store__card__price-item"><div class="js-product-price js-store-prod-price-val t-store__card__price-value">${i + 2} 990</div><div class="t-store__card__price-currency">р.</div></div></div></div></a><div class="t-store__card__btns-wrapper"><a href="#order" class="js-store-prod-btn2 t-store__card__btn t-store__card__btn_second t-btn" id="a${i}"><span class="t-store__card__btn-text">Купить</span></a><a href="/shop/tproduct/9${i}" class="t-store__card__btn t-btn" id="more${i}"><span>Подробнее</span></a></div></div>`).join("")}</div><div class="t706"><div class="t706__carticon" id="icon"><div class="t706__carticon-counter">1</div></div><div class="t706__cartwin" id="win" style="display:none"><div class="t706__cartwin-heading">Ваш заказ:</div><div class="t706__cartwin-products"><div class="t706__product"><div class="t706__product-title"><a href="/shop/tproduct/91">Зелёная ваза</a></div><div class="t706__product-plusminus"><span class="t706__product-minus"></span><span class="t706__product-quantity">1</span><span class="t706__product-plus"></span></div><div class="t706__product-amount">3 990 р.</div><div class="t706__product-del-wrapper"><button class="t706__product-del" aria-label="Удалить Зелёная ваза" id="rm"></button></div></div></div><form id="order" class="t-form js-form-proccess"><input type="text" name="Name"><input type="tel" name="Phone" id="ph"><button type="submit" class="t-submit" id="send">Оформить заказ</button></form></div></div><script>document.querySelectorAll('a[href="#order"]').forEach(a => a.onclick = e => { e.preventDefault(); win.style.display = "block" }); order.onsubmit = e => { e.preventDefault(); fetch("/ok").then(() => { order.outerHTML = '<div class="js-successbox t-form__successbox">Спасибо! Заказ оформлен.</div>' }) }</script>`,
      ),
      "/ok": "{}",
      "/orders/abc123": shell(
        `<div class="order-thanks"><h1>Спасибо за заказ!</h1><p>Номер вашего заказа: <b>1042</b></p><p>Итого: <b>3&nbsp;990&nbsp;₽</b></p></div>`,
      ),
    },
    steps: [
      { go: "/shop", tells: [] },
      { press: "#a1", tells: ["add_to_cart Зелёная ваза 3990"] },
      { press: "#rm", tells: ["remove_from_cart Зелёная ваза"] },
      { choose: ["#ph", "+7 900"], press: "#send", tells: ["generate_lead"] },
      { go: "/orders/abc123", tells: ["purchase 1042 3990 RUB"] },
    ],
  },
  {
    title: "django-oscar: table of facts, basket form, thanks",
    lang: "en-GB",
    pages: {
      "/catalogue/blue-vase_12/": shell(
        `<div class="page_inner"><article class="product_page"><div class="row"><div class="col-sm-6"><img src="/i.png" alt=""></div><div class="col-sm-6 product_main"><h1>Blue vase</h1><p class="price_color">£1,299.00</p><p class="availability instock">In stock</p><form id="add_to_basket_form" action="/basket/add/12/" method="post" class="add-to-basket"><input type="hidden" name="csrfmiddlewaretoken" value="secret"><div><label>Quantity</label><input type="number" name="quantity" value="1" min="1" id="id_quantity"></div><button type="submit" class="btn btn-lg btn-primary btn-add-to-basket" value="Add to basket" id="buy">Add to basket</button></form><form action="/wishlists/add/12/" method="post"><button type="submit" class="btn" id="wish">Add to wish list</button></form></div></div><table class="table"><tr><th>UPC</th><td>9780201379624</td></tr><tr><th>Price (excl. tax)</th><td>£1,082.50</td></tr><tr><th>Price (incl. tax)</th><td>£1,299.00</td></tr><tr><th>Tax</th><td>£216.50</td></tr><tr><th>Number of reviews</th><td>0</td></tr></table></article></div><script>wish.form.onsubmit = e => e.preventDefault()</script>`,
      ),
      "/basket/add/12/": shell(`<h1>Basket</h1>`),
      "/basket/": shell(
        `<h1>Basket</h1><form action="." method="post" id="basket_formset"><div class="basket-items"><div class="row"><div class="col-sm-2"><a href="/catalogue/blue-vase_12/"><img src="/i.png"></a></div><div class="col-sm-4"><h3><a href="/catalogue/blue-vase_12/">Blue vase</a></h3></div><div class="col-sm-3"><input type="number" name="form-0-quantity" value="2"><button class="btn" type="submit" id="upd">Update</button><div class="basket-line-actions"><a href="#" data-id="0" data-behaviours="remove" class="inline" id="rm">Remove</a> | <a href="#" data-behaviours="save" class="inline" id="later">Save for later</a></div></div><p class="price_color">£1,299.00</p></div></div></form><a href="#voucher" id="v">I have a voucher code…</a><a href="/checkout/" class="btn" id="co">Proceed to checkout</a><script>upd.onclick = e => e.preventDefault()</script>`,
      ),
      "/checkout/": shell(`<h1>Who are you?</h1>`),
      "/checkout/thank-you/": shell(
        `<h1>Order 100042: confirmation</h1><p class="lead">Your order has been placed and a confirmation email has been sent - your order number is <strong>100042</strong>.</p><div id="basket_totals"><table><tr><td>Basket total (before discounts)</td><td class="align-right">£1,300.00</td></tr><tr><th class="total">Basket total</th><th class="total align-right">£1,299.00</th></tr><tr><th class="total">Shipping charge</th><th>£4.90</th></tr><tr><th class="total">Order tax</th><th>£216.50</th></tr><tr><td class="total"><h3>Order total</h3></td><td class="total align-right"><h3 class="price_color">£1,303.90</h3></td></tr></table></div>`,
      ),
    },
    steps: [
      { go: "/catalogue/blue-vase_12/", tells: ["view_item Blue vase 1299 GBP"] },
      { press: "#wish", tells: [] },
      { press: "#buy", tells: ["add_to_cart Blue vase 1299 GBP"] },
      { go: "/basket/", tells: ["view_cart"] },
      { press: "#upd", tells: [] },
      { press: "#later", tells: [] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { press: "#co", tells: ["begin_checkout"] },
      { go: "/checkout/thank-you/", tells: ["purchase 100042 1303.9 GBP"] },
    ],
  },
  {
    title: "BigCommerce, SFRA, Solidus, Bagisto, Drupal and others: pages of thanks and odd carts",
    pages: {
      "/cart.php": shell(
        `<h1 class="page-heading">Your Cart (1 item)</h1><table class="cart"><tr class="cart-item" data-item-row><td class="cart-item-figure"><img src="/i.png" alt="x"></td><td class="cart-item-title"><p class="cart-item-brand">Kiln</p><h2 class="cart-item-name"><a class="cart-item-name__label" href="/blue-vase/">Blue vase</a></h2></td><td class="cart-item-quantity"><button class="button button--icon" data-cart-update data-action="dec" id="dec"><span>Decrease Quantity of Blue vase</span></button><input name="qty-1" type="tel" value="1"><button data-cart-update data-action="inc"><span>Increase Quantity</span></button></td><td><strong class="cart-item-value">$39.00</strong><button class="cart-remove icon" data-cart-itemid="1" aria-label="Remove Blue vase from cart" data-confirm-delete="Are you sure you want to delete this item?" id="rm"><svg width="9" height="9"></svg></button></td></tr></table><div class="coupon-code-add">Add Coupon</div><a class="button" href="/checkout" id="co">Check out</a>`,
      ),
      "/checkout": shell(`<h1>Checkout</h1>`),
      "/checkout/order-confirmation": `</head><div id="checkout-app"><div class="orderConfirmation"><h1 class="optimizedCheckout-headingPrimary" data-test="order-confirmation-heading">Thank you Kim!</h1><section class="orderConfirmation-section"><p data-test="order-confirmation-order-number-text">Your order number is <strong>118</strong></p></section><aside class="layout-cart"><article class="cart"><div class="cart-priceItem"><span class="cart-priceItem-label">Subtotal</span><span class="cart-priceItem-value">$39.00</span></div><div class="cart-priceItem cart-priceItem--total" data-test="cart-total"><span class="cart-priceItem-label"><span>Total (USD)</span></span><span class="cart-priceItem-value">$43.90</span></div></article></aside></div></div>`,
      "/on/demandware.store/Sites-X/default/Order-Confirm": `</head><div class="container receipt"><h1 class="page-title">Thank You</h1><div class="card"><h2 class="card-header order-thank-you-msg">Thank you for your order.</h2><div class="card-body order-receipt-label"><p><span class="summary-section-label order-number-label">Order Number:</span> <span class="summary-details order-number">00001204</span></p><p><span class="summary-section-label order-date-label">Order Date:</span> <span class="summary-details order-date">11/22/26</span></p></div><div class="order-total-summary"><div class="row leading-lines subtotal-item"><p class="order-receipt-label"><span>Subtotal</span></p><p class="text-right"><span class="sub-total">$39.00</span></p></div><div class="row grand-total leading-lines"><div class="col-6"><p class="order-receipt-label"><span>Total</span></p></div><div class="col-6"><p class="text-right"><span class="grand-total-sum">$45.14</span></p></div></div></div></div></div>`,
      "/orders/R123456789": shell(
        `<div class="order-page"><h1 class="order-page__title">Order R123456789</h1><p class="order-page__completed">Your order has been processed successfully</p><fieldset class="order-page__info" id="order_summary"><legend>Order number R123456789</legend><table id="order-total"><tr class="total"><td>Order Total:</td><td class="total"><span id="order_total">$55.00</span></td></tr></table></fieldset></div>`,
      ),
      "/checkout/onepage/success": `</head><div class="container mt-8"><div class="grid"><p class="text-xl">Your order id is #<a class="text-blue" href="/customer/account/orders/view/7">7</a></p><p class="text-2xl font-medium">Thank you for your order!</p><p>We will email you your order details and tracking information</p></div></div>`,
      "/checkout/7/complete": `</head><div class="checkout-complete"><h1>Complete</h1><p>Your order number is 7.<br>You can view your order on your account page when logged in.</p></div>`,
      "/en/order/thank-you": shell(
        `<h1 class="ui icon header"><div class="content" id="sylius-thank-you">Thank you!<div class="sub header">You have successfully placed an order.</div></div></h1><a href="/en/account/orders/000000042" id="sylius-show-order-in-account" class="button">View order</a>`,
      ),
      "/account/orders/1042": shell(
        `<h1>Order #1042</h1><p class="order-status complete">Order confirmed</p><p>Total €39.00</p>`,
      ),
      "/blog/thanks": shell(
        `<h1>Thank you for your order of the year award</h1><p>Nr. 1 in pottery since 1998</p>`,
      ),
      "/bestellung/danke": shell(
        `<h1>Vielen Dank für Ihren Einkauf!</h1><p>Ihre Bestellung wurde unter der Nummer <strong>B-20261</strong> gespeichert.</p><table><tr><td>Warenwert</td><td>39,00 €</td></tr><tr><td>Gesamtbetrag inkl. MwSt.</td><td>43,90 €</td></tr></table>`,
      ),
      "/compra/confirmada": shell(
        `<h1>¡Gracias por tu compra!</h1><p>Número de pedido: <strong>XK-2042</strong></p><p>Fecha: 22/11/2026</p><div><span>Total pagado</span><span>45,90 €</span></div>`,
      ),
    },
    steps: [
      { go: "/cart.php", tells: ["view_cart"] },
      { press: "#dec", tells: [] },
      { press: "#rm", tells: ["remove_from_cart Blue vase"] },
      { press: "#co", tells: ["begin_checkout"] },
      { go: "/checkout/order-confirmation", tells: ["purchase 118 43.9 USD"] },
      {
        go: "/on/demandware.store/Sites-X/default/Order-Confirm?ID=1",
        tells: ["purchase 00001204 45.14 USD"],
      },
      { go: "/orders/R123456789", tells: ["purchase R123456789 55 USD"] },
      { go: "/checkout/onepage/success", tells: ["purchase 7"] },
      { go: "/checkout/7/complete", tells: ["purchase 7"] },
      { go: "/en/order/thank-you", tells: [] },
      { go: "/account/orders/1042", tells: [] },
      { go: "/blog/thanks", tells: [] },
      { go: "/bestellung/danke", tells: ["purchase B-20261 43.9 EUR"] },
      { go: "/compra/confirmada", tells: ["purchase XK-2042 45.9 EUR"] },
    ],
  },
]
