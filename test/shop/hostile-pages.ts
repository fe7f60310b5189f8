import { dataBlock, html, Markup } from "./markup"
import type { DocumentOptions } from "./page-frame"

const styleReset = `
* { all: unset !important }
html { display: block !important; overflow: hidden !important }
body { display: block !important; font: 30px fantasy !important; color: lime !important; background: purple !important }
head, script, style { display: none !important }
div:empty, section:empty, span:empty, [popover], body > :not([data-mine]) { display: none !important; visibility: hidden !important; opacity: 0 !important; width: 0 !important; pointer-events: none !important }
iframe { display: none !important; transform: scale(0) !important }
.cover { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; display: block !important; pointer-events: none !important }
dialog[open] { display: block !important; position: fixed !important; top: 40px !important; left: 40px !important; width: 60% !important; padding: 20px !important; background: white !important; color: black !important }
dialog::backdrop { background: rgba(0,0,0,.5) !important }
button, h1, p { display: block !important; cursor: pointer !important }`

/** Swallows every key, puts the focus back, and shows a modal dialog on request. */
const keySwallower = `
for (const type of ["keydown", "keyup", "keypress"])
  window.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation() }, true)
document.addEventListener("focusin", (event) => {
  if (!event.target.closest("[data-mine]")) document.querySelector("#first").focus()
})
const dialog = document.querySelector("dialog")
document.querySelector("#open").addEventListener("click", () => dialog.showModal())
document.querySelector("#close").addEventListener("click", () => dialog.close())
let clicks = 0
document.querySelector("#count").addEventListener("click", (event) => {
  clicks += 1
  event.target.textContent = "Clicked " + clicks
})`

const throwingDataLayer = `
window.dataLayer = new Proxy([], {
  get(target, key) {
    if (key === "push") return (...pushes) => { if (pushes.some((push) => push && push.event === "boom")) throw new Error("The data layer threw"); return target.push(...pushes) }
    return Reflect.get(target, key)
  }
})
const circle = { event: "view_item", ecommerce: { currency: "EUR", value: 39, items: [] } }
circle.itself = circle
const trap = { event: "add_to_cart", get ecommerce() { throw new Error("The ecommerce object threw") } }
for (const push of [null, 7, "text", [], circle, trap, { event: 12 }, { event: "purchase", ecommerce: "free" }]) window.dataLayer.push(push)
try { window.dataLayer.push({ event: "boom" }) } catch { document.documentElement.dataset.boom = "yes" }
window.dataLayer.push({ event: "add_to_cart", ecommerce: { currency: "EUR", value: 39, items: [{ item_id: "KL-VAS-014", item_name: "Blue vase", price: 39, quantity: 1 }] } })`

const scripts: Record<string, string> = { "/ugly.js": keySwallower, "/broken.js": throwingDataLayer }
const styles: Record<string, string> = { "/ugly.css": styleReset }

export const hostileAssets: Record<string, { type: string; body: string }> = Object.fromEntries([
  ...Object.entries(scripts).map(([path, body]) => [path, { type: "text/javascript; charset=utf-8", body }]),
  ...Object.entries(styles).map(([path, body]) => [path, { type: "text/css; charset=utf-8", body }]),
])

export const isHostilePath = (path: string) => path === "/ugly" || path === "/broken"

const snippetTag = (options: DocumentOptions) =>
  options.snippet
    ? html`<script async src="/cuelight.js" data-site="kiln-and-linen" data-map="/cuelight.map.yaml"></script>`
    : ""

/** Pages that do what pages do to overlays and recorders: hostile styles and keys, broken data. */
export function renderHostilePage(path: string, options: DocumentOptions): string {
  if (path === "/ugly")
    return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ugly page</title><link rel="stylesheet" href="/ugly.css">${snippetTag(options)}</head>
<body><h1 data-mine>Ugly page</h1><p data-mine><button id="first" data-mine>First</button><button id="count" data-mine>Click me</button><button id="open" data-mine>Open the dialog</button></p>
<div class="cover" data-mine>&nbsp;</div><dialog data-mine><p>Nothing outside of me can be used.</p><button id="close">Close</button></dialog>
<script src="/ugly.js" defer></script></body></html>`.text
  const broken = new Markup(
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product", "name": "Cut off',
  )
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Broken page</title><script src="/broken.js"></script>
${broken}</script>
<script type="application/ld+json">[null, 7, {"@type": ["Product"], "offers": {"price": {"not": "a price"}}}]</script>
<script type="application/ld+json"></script>
${dataBlock("application/ld+json", { "@context": "https://schema.org", "@type": "Product", name: "Blue vase", sku: "KL-VAS-014", offers: { "@type": "Offer", price: "39.00", priceCurrency: "EUR" } })}
${snippetTag(options)}</head>
<body><h1>Blue vase</h1><p>€39</p></body></html>`.text
}
