import { isCartControl } from "./cart-words"
import type { Inside } from "./inside"
import { loadBeside } from "./load-more"
import { looks } from "./page-changes"

/** How a file is got that comes only where the tag asks for it, or the page needs it; none, where it cannot be. */
export type LoadFile = (name: "shop" | "experience" | "rules" | "replay") => Promise<unknown>

/** Files lie beside the tag's first; without a tag nobody knows where. */
export function loadFrom({ script }: Inside): LoadFile | undefined {
  return script ? (name) => loadBeside(name, script) : undefined
}

/** A library that is told what happens in a shop, a price, a control of a cart: what `cuelight-shop.js` reads. */
function isOfShop(): boolean {
  return (
    /analytics\b|jitsu|htev/.test(`${Object.keys(globalThis)}`) ||
    !!document.querySelector(
      '[class*="price" i],[itemprop*="price" i],[data-testid*="price"],[data-hook*="price"],[name="quantity"],[property="og:type"][content*="product" i]',
    ) ||
    [...document.querySelectorAll("button")].some(isCartControl)
  )
}

/**
 * Loads what the page needs and what the tag asks for, one after the other. The promise ends when nothing more comes, so
 * what has happened is kept for all of them; where site rules come, which need the map as well, they have a promise of
 * their own. What the page does not need yet comes when it has changed.
 */
export async function joinFiles(
  { options: { experience, map, shop }, problem, consents, host }: Inside,
  load: LoadFile | undefined,
): Promise<unknown> {
  const get = (name: "shop" | "experience" | "rules") =>
    load?.(name).then(
      () => true,
      (error) => problem("more-missing", String(error.message ?? error.type)),
    )
  const look = async () => {
    if (shop === "off" || consents.analytics === "denied" || !isOfShop()) return
    looks.delete(look)
    await get("shop")
  }
  looks.add(look)
  let isLooking = true
  // What the page shows is told when it has been looked at closely.
  host.isReady = ({ name }) => !isLooking || name !== "view_item"
  await look()
  isLooking = false
  if (experience !== undefined) await get("experience")
  // Of none the first never comes.
  if (map && (await get("rules"))) return Promise.race([])
}
