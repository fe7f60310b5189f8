/**
 * "Add to cart" as shops write it on a button: a verb and where to, or only where to ("in den Warenkorb", «В корзину»).
 * It stands at the beginning: "go to cart" and "in your cart" are other things. Letters are compared without their
 * accents.
 */
export function compileCartWords(
  verbs: string,
  into: string,
  alone: string,
  own: string,
  nouns: string,
): RegExp {
  return new RegExp(`^\\P{L}*((${verbs}) (\\S+ ){0,2}(${into})|${alone}) ((${own}) )?(${nouns})`, "u")
}
