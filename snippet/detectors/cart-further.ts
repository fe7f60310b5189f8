import { controls, describeCartItem } from "../cart-item"
import { cartWords, isCartControl } from "../cart-words"
import { furtherCartWords } from "../cart-words-further"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"

/**
 * Teaches `cart` the languages of the second file, and tells what was pressed before it came. Forms and buttons that
 * come after are told by `cart` itself.
 */
export const cartFurther = defineDetector({
  name: "cart-further",
  start(report, _signal, { listen }) {
    const pressed: [Element, Event][] = []
    let isPast = true
    listen("click", (cause) => {
      const control = isPast && findTarget(cause)?.closest(controls)
      if (control && !isCartControl(control)) pressed.push([control, cause])
    })
    isPast = false
    if (!cartWords.includes(furtherCartWords[0]!)) cartWords.push(...furtherCartWords)
    for (const [control, cause] of pressed)
      if (isCartControl(control))
        report({ name: "add_to_cart", source: "button", ...describeCartItem(control), cause })
  },
})
