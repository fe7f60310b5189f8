import { sentName } from "./carried"
import type { Detector } from "./detector"
import type { Fields, Inside } from "./inside"
import { soonEnough } from "./join-journal"
import { loadBeside } from "./load-more"
import { looks, watchPage } from "./page-changes"
import { toJson } from "./plain-copy"
import type { Telling } from "./recorder"
import { ofCart } from "./witness"

/** How a file is got that comes only where the tag asks for it, or the page needs it; none, where it cannot be. */
export type LoadFile = (
  name: "notes" | "shop" | "forms" | "setup" | "experience" | "rules" | "replay",
) => Promise<unknown>

/** Files lie beside the tag's first; without a tag nobody knows where. */
export function loadFrom({ script }: Inside): LoadFile | undefined {
  return script ? (name) => loadBeside(name, script) : undefined
}

/** What the page shows is told without the file that looks at shops when that has not come by then. */
const SHOP_COMES_WITHIN_MS = 5_000

/** Words of addresses: of carts, of checkouts, of pages that thank for an order. `shop-pages.ts` looks closer. */
const shopAddress =
  /ca(rt|rr|isse)|ba(sket|g)|trolley|korb|panier|cesta|koszyk|korzina|checkout|kass|command|compra|pago|oformlen|order|bestell|cl=|success|complet|confirm|thank|danke|merci|gracias|spasibo|bestaet|abschluss/i

/** The page has pushed what a shop pushes. */
let isTold = false
/** Something was noted that nobody has read. */
let isNoted = false

/**
 * A library that is told what happens in a shop, a price, a control of a cart, a page of a checkout: what
 * `cuelight-shop.js` reads.
 */
function isOfShop(): boolean {
  return (
    isTold ||
    /analytics\b|jitsu|htev/.test(`${Object.keys(globalThis)}`) ||
    shopAddress.test(location.href + document.body.className) ||
    !!document.querySelector(
      '[class*="price" i],[itemprop*="price" i],[data-testid*="price"],[data-hook*="price"],[name="quantity"],[property="og:type"][content*="product" i]',
    ) ||
    [...document.querySelectorAll("button")].some(({ textContent }) => ofCart.test(textContent!))
  )
}

/** What was noted, forms, and what one that was sent has left. */
function needsReader(): boolean {
  try {
    return isNoted || !!document.querySelector("form,[type=email]") || !!sessionStorage.getItem(sentName)
  } catch {
    // Storage is refused.
    return false
  }
}

/** Tells nothing: it sees when the page has come to need a file. */
export const needs: Pick<Detector, "start"> = {
  start(_report, signal, around) {
    const look = () => {
      for (const one of looks) one()
    }
    around.pushes?.((push) => {
      if (isTold || !/"(ecommerce|items)"/.test(toJson(push))) return
      isTold = true
      look()
    })
    around.pushes?.((...told) => {
      const [{ source, props }] = told as unknown as Telling
      if (source || props?.push || isNoted) return
      isNoted = true
      look()
    }, "told")
    watchPage(() => {}, around, signal)
  },
}

/**
 * Loads what the page needs and what the tag asks for, one after the other. The promise ends when nothing more comes, so
 * what has happened is kept for all of them; where site rules come, which need the map as well, they have a promise of
 * their own. What the page does not need yet comes when it has changed.
 */
export async function joinFiles(inside: Inside, load: LoadFile | undefined): Promise<unknown> {
  const { options, problem, consents, host, methods } = inside
  const { experience, map, shop, replay, forward } = options
  const asked: Record<string, Promise<unknown> | undefined> = {}
  const get = (name: Parameters<LoadFile>[0]) =>
    (asked[name] ??= load?.(name).then(
      () => true,
      (error) => problem("more-missing", String(error.message ?? error.type)),
    ))
  /** What reads notes, and which others build on. */
  const getNotes = () => {
    asked.reading ??= get("notes")?.then((hasCome) => {
      if (hasCome) inside.extend(inside.readers!)
      return hasCome
    })
    inside.reading ??= soonEnough(asked.reading)
    return asked.reading
  }
  inside.getFile = async (name) => (await getNotes()) && get(name)
  // Its own takes this one's place.
  const hash = async (contacts: Fields) => {
    await get("setup")
    if (inside.hash === hash) throw new Error("nothing hashes")
    return inside.hash!(contacts)
  }
  inside.hash = hash
  const { consent } = methods
  methods.consent = (values, at) => {
    consent?.(values, at)
    // Also where none is configured: an earlier page may have left something.
    if (consents.replay) get("setup")
  }
  if (forward || replay !== undefined || "__tcfapi" in globalThis) get("setup")

  const look = async () => {
    if (shop === "off" || consents.analytics === "denied" || !isOfShop()) return
    looks.delete(look)
    // What never answers, and says not even that, is not waited for.
    await Promise.race([
      inside.getFile!("shop"),
      new Promise((done) => setTimeout(done, SHOP_COMES_WITHIN_MS)),
    ])
  }
  const lookForNotes = () => {
    if (consents.analytics === "denied" || !needsReader()) return
    looks.delete(lookForNotes)
    void getNotes()
  }
  looks.add(lookForNotes)
  lookForNotes()
  looks.add(look)
  let isLooking = true
  // What the page shows is told when it has been looked at closely.
  host.isReady = ({ name }) => !isLooking || name !== "view_item"
  await look()
  // What it has pushed is heard now.
  await look()
  isLooking = false
  await asked.reading
  await asked.forms
  if (experience !== undefined) await get("experience")
  // Of none the first never comes.
  if (map && (await get("rules"))) return Promise.race([])
}
