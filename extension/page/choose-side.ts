/** What a person presses on a page, and how much is lost where it is covered: a button is the reason of many pages. */
const pressed = "button, input, select, textarea, [role=button], summary"
const followed = "a[href]"
/** A page may have any number: more would not change much. */
const MOST_LOOKED_AT = 500

/**
 * On which side the overlay covers less of what a person presses: as long as the person has not placed it, it should not
 * lie on the button of the page. Right where both are alike.
 */
export function chooseSide(size: { width: number; height: number }, margin: number): "left" | "right" {
  let left = 0
  let right = 0
  const top = innerHeight - margin - size.height
  const found = document.querySelectorAll(`${pressed}, ${followed}`)
  for (let index = 0; index < Math.min(found.length, MOST_LOOKED_AT); index++) {
    const element = found[index]
    if (!element) continue
    const box = element.getBoundingClientRect()
    const overlap = (from: number, to: number, begin: number, end: number) =>
      Math.max(0, Math.min(to, end) - Math.max(from, begin))
    const across = (from: number) => overlap(box.left, box.right, from, from + size.width)
    // What is large is what the page wants pressed.
    const weight =
      overlap(box.top, box.bottom, top, innerHeight - margin) * (element.matches(followed) ? 1 : 4)
    left += weight * across(margin)
    right += weight * across(innerWidth - margin - size.width)
  }
  return left < right ? "left" : "right"
}
