// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { chooseSide } from "../../extension/page/choose-side"

beforeEach(() => {
  vi.stubGlobal("innerWidth", 1280)
  vi.stubGlobal("innerHeight", 800)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** An element of the page, at a place in its window. */
function put(html: string, x: number, y: number, width = 100, height = 40): void {
  document.body.insertAdjacentHTML("beforeend", html)
  const element = document.body.lastElementChild as HTMLElement
  element.getBoundingClientRect = () => new DOMRect(x, y, width, height)
}
const size = { width: 320, height: 480 }

test("the side with the button of the page is left free", () => {
  put("<button>Add to cart</button>", 1000, 600)
  expect(chooseSide(size, 16)).toBe("left")
  put('<a href="/a">One</a>', 20, 700)
  expect(chooseSide(size, 16)).toBe("left")
  put("<input>", 20, 600)
  expect(chooseSide(size, 16)).toBe("right")
})

test("what is large is worth more than several small ones", () => {
  put("<button>Go to the checkout</button>", 900, 520, 300, 50)
  for (const y of [400, 440, 480]) put("<input>", 100, y, 60, 30)
  expect(chooseSide(size, 16)).toBe("left")
})

test("right where both are alike, where nothing lies below, and where what lies there is not seen or pressed", () => {
  expect(chooseSide(size, 16)).toBe("right")
  put("<button>Search</button>", 1000, 20)
  put("<button>Hidden</button>", 1000, 600, 0, 0)
  put("<p>Text</p>", 1000, 600)
  put("<button>Further down</button>", 1000, 900)
  expect(chooseSide(size, 16)).toBe("right")
  // In a small window both sides are the same place.
  vi.stubGlobal("innerWidth", 360)
  put("<button>Add to cart</button>", 20, 600, 300)
  expect(chooseSide(size, 16)).toBe("right")
})

test("a page of a great many links is looked at in part", () => {
  const looked = vi.fn(() => new DOMRect(1000, 600, 10, 10))
  for (let index = 0; index < 2_000; index++) {
    const link = document.createElement("a")
    link.href = "/"
    link.getBoundingClientRect = looked
    document.body.append(link)
  }
  expect(chooseSide(size, 16)).toBe("left")
  expect(looked.mock.calls.length).toBeLessThanOrEqual(500)
})
