import { sentName } from "./carried"
import { isCartControl } from "./cart-words"
import type { Detector } from "./detector"
import { isCartForm } from "./detectors/cart"
import { nameForm } from "./detectors/form"
import { readFormFacts } from "./form-facts"
import { findTarget } from "./gestures"
import { hear } from "./hear"
import type { Fields, Inside } from "./inside"
import { loadBeside } from "./load-more"
import { looks, watchPage } from "./page-changes"
import { toJson } from "./plain-copy"
import { isSearchForm } from "./search-form"

/** How a file is got that comes only where the tag asks for it, or the page needs it; none, where it cannot be. */
export type LoadFile = (
  name: "shop" | "forms" | "setup" | "experience" | "rules" | "replay",
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
    [...document.querySelectorAll("button")].some(isCartControl)
  )
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
    watchPage(() => {}, around, signal)
  },
}

/**
 * Loads what looks at forms closely where the page has one that is sent to the site, and where an earlier page has sent
 * one. What a form says that is sent before it has come is kept for it, where something may be stored.
 */
function joinForms({ consents }: Inside, get: () => Promise<unknown> | undefined): void {
  let hasCome = false
  const load = () => {
    if (consents.analytics === "denied") return
    looks.delete(look)
    void get()?.then(() => {
      hasCome = true
    })
  }
  const isOther = (form: Element) => isCartForm(form) || isSearchForm(form)
  /** Fields may hide whatever their form has. */
  const attempt = (run: () => void) => {
    try {
      run()
    } catch {}
  }
  // What is sent without a form asks for an address as well.
  const look = () =>
    attempt(() => [...document.querySelectorAll("form,[type=email]")].every(isOther) || load())
  const keep = (event: Event) =>
    attempt(() => {
      const form = findTarget(event)?.closest("form")
      if (hasCome || !form || isOther(form)) return
      load()
      if (event.type !== "submit" || consents.analytics !== "granted") return
      const elements = readFormFacts(form, (event as SubmitEvent).submitter)
      sessionStorage.setItem(sentName, toJson({ at: Date.now(), form: nameForm(form), elements }))
    })
  hear("input submit", keep)
  looks.add(look)
  attempt(() => sessionStorage.getItem(sentName) && load())
  look()
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
  const get = (name: "shop" | "forms" | "setup" | "experience" | "rules") =>
    (asked[name] ??= load?.(name).then(
      () => true,
      (error) => problem("more-missing", String(error.message ?? error.type)),
    ))
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

  joinForms(inside, () => get("forms"))

  const look = async () => {
    if (shop === "off" || consents.analytics === "denied" || !isOfShop()) return
    looks.delete(look)
    // What never answers, and says not even that, is not waited for.
    await Promise.race([get("shop"), new Promise((done) => setTimeout(done, SHOP_COMES_WITHIN_MS))])
  }
  looks.add(look)
  let isLooking = true
  // What the page shows is told when it has been looked at closely.
  host.isReady = ({ name }) => !isLooking || name !== "view_item"
  await look()
  // What it has pushed is heard now.
  await look()
  isLooking = false
  await asked.forms
  if (experience !== undefined) await get("experience")
  // Of none the first never comes.
  if (map && (await get("rules"))) return Promise.race([])
}
