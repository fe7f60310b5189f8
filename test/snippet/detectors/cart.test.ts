// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest"
import { cart } from "../../../snippet/detectors/cart"
import { learnEverything } from "../../../snippet/learn"
import { openPage, press, watchDetector } from "../watch-detector"

beforeEach(() => {
  learnEverything()
})

function pressButton(markup: string) {
  openPage("/vase", `<h1>Vase</h1>${markup}`)
  const { sightings } = watchDetector(cart)
  press("[data-press], button, a, input[type=submit]")
  return sightings
}

test("is called cart", () => expect(cart.name).toBe("cart"))

describe("matches a button that says", () => {
  test.each([
    "Add to cart",
    "ADD TO BAG",
    "Add to your basket",
    "+ Add to Trolley",
    "Add 2 to cart",
    "В корзину",
    "Добавить в корзину",
    "Положить в корзину",
    "In den Warenkorb",
    "in den Einkaufswagen",
    "In den Warenkorb legen",
    "Ajouter au panier",
    "Añadir al carro",
    "Agregar al Carrito",
    "Añadir a la cesta",
    "Aggiungi al carrello",
    "Adicionar ao Carrinho",
    "Adicionar ao cesto",
    "Do košíka",
    "Dodaj do koszyka",
    "Lägg i varukorgen",
    "Læg i kurv",
    "Toevoegen aan winkelwagen",
    "In winkelmandje",
    "У кошик",
    "加入購物車",
    "カートに入れる",
    "장바구니 담기",
    "장바구니",
    "Ielikt grozā",
    "Pievienot grozam",
    "הוסף לעגלה",
    "أضف إلى السلة",
    "إضافة للسلة",
    "أضف للسلة",
    "افزودن به سبد خرید",
    "เพิ่มลงตะกร้า",
  ])("%s", (text) => {
    const sightings = pressButton(`<button type="button">${text}</button>`)
    expect(sightings.map(({ name, source, aboutPage }) => [name, source, aboutPage])).toEqual([
      ["add_to_cart", "button", true],
    ])
  })
})

describe("does not match a false friend", () => {
  test.each([
    ["a link", `<a href="#x">View cart</a>`],
    ["a link to the cart", `<a href="#x">Przejdź do koszyka</a>`],
    ["a German link to the cart", `<a href="#x">Zum Warenkorb</a>`],
    ["a Russian link to the cart", `<a href="#x">Перейти в корзину</a>`],
    ["what is in the cart already", `<button>В корзине</button>`],
    ["a link back to the shop", `<a href="#x">Weiter einkaufen</a>`],
    ["a list of wishes", `<button>Añadir a favoritos</button>`],
    ["a list of wishes in Portuguese", `<button>Adicionar aos favoritos</button>`],
    ["candy floss machines in Latvian", `<a href="#x">Cukurvates aparāti</a>`],
    ["selling", `<a href="#x">Jetzt verkaufen</a>`],
    ["where to buy", `<a href="#x">Где купить? 4</a>`],
    ["a question about buying", `<a href="#x">Quero comprar e preciso tirar uma dúvida</a>`],
    ["buying now, which may be a checkout", `<button>Buy it now</button>`],
    ["a removal", `<button>Remove from cart</button>`],
    ["a header's cart", `<a href="#x">0 購物車</a>`],
    ["a header's cart in Korean", `<a href="#x">장바구니</a>`],
    ["what is in the cart already, in English", `<a href="#x">In your basket</a>`],
    ["a message", `<button>Added to cart</button>`],
    [
      "a long text that begins so",
      `<a href="#x">Add to cart and get our newsletter with everything about vases, bowls and plates</a>`,
    ],
    ["a button that is disabled for readers", `<button aria-disabled="true">Add to cart</button>`],
  ])("%s", (_title, markup) => {
    expect(pressButton(markup)).toEqual([])
  })
})

test("matches a button that says buy only where its markup says cart", () => {
  expect(pressButton(`<button class="btn-buy">Купить</button>`)).toHaveLength(1)
  expect(pressButton(`<button id="add-to-cart">Comprar</button>`)).toHaveLength(1)
  expect(pressButton(`<button>Купить</button>`)).toEqual([])
})

test("a press inside the button counts", () => {
  expect(pressButton(`<button type="button"><span data-press>Add</span> to cart</button>`)).toHaveLength(1)
})

describe("a form post", () => {
  const send = (form: string) => {
    openPage("/vase", `<h1>Vase</h1>${form}`)
    const { sightings } = watchDetector(cart)
    document
      .querySelector("form")!
      .dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }))
    return sightings
  }

  test("matches by the address of the shop system", () => {
    expect(
      send(`<form action="/cart/add" method="post"><input type="hidden" name="id" value="7"></form>`)[0]
        ?.source,
    ).toBe("form")
  })

  test("matches by WooCommerce's field, and names the item and the quantity", () => {
    const form = `<form class="cart"><input name="quantity" value="2"><button name="add-to-cart" value="77">Go</button></form>`
    expect(send(form)[0]?.props).toEqual({ items: [{ item_id: "77", quantity: 2 }] })
  })

  test.each([
    ["Shopware", "lineItems[p7][referencedId]", "p7", "lineItems[p7][quantity]"],
    ["CS-Cart", "product_data[12][product_id]", "12", "product_data[12][amount]"],
    ["OXID", "aid", "0584", "am"],
    ["a list of fields", "product_id[]", "31", "quantity[]"],
    ["Nuvemshop", "add_to_cart", "9876", "quantity"],
  ])(
    "names what %s calls its fields; what else stands in brackets is no item",
    (_shop, name, value, count) => {
      const form = `<form class="cart" action="/cart/add"><input type="hidden" name="options[${name.length}][secret]" value="x"><input type="hidden" name="${name}" value="${value}"><input name="${count}" value="3"><button>Add to cart</button></form>`
      expect(send(form)[0]?.props).toEqual({ items: [{ item_id: value, quantity: 3 }] })
    },
  )

  test("matches by the text of its button", () => {
    expect(send(`<form action="/x"><button>Добавить в корзину</button></form>`)).toHaveLength(1)
  })

  test("does not match a newsletter", () => {
    expect(send(`<form action="/newsletter"><input name="email"><button>Subscribe</button></form>`)).toEqual(
      [],
    )
  })

  test("never carries what a person typed", () => {
    const form = `<form action="/cart/add"><input name="engraving" value="For Anna"><input name="product" value="typed"></form>`
    expect(JSON.stringify(send(form))).not.toMatch(/Anna|typed/)
  })
})

test("in a list the tile names the item", () => {
  const tile = (name: string, price: string) =>
    `<li class="product"><a href="/${name}"><img alt=""><h3>${name}</h3></a><span class="price">${price}</span><button id="${name}" type="button">Add to cart</button></li>`
  openPage(
    "/vases",
    `<h1>Vases</h1><ul>${tile("Blue", "€39.00")}${tile("Red", "€41.50")}${tile("Green", "€12")}</ul>`,
  )
  const { sightings } = watchDetector(cart)
  press("#Red")
  expect(sightings[0]).toMatchObject({
    aboutPage: false,
    props: { items: [{ item_name: "Red", price: 41.5 }] },
  })
})
