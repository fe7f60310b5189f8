import { fitsPattern } from "../../shared/engine/pattern"
import { parseAmount } from "../../shared/log/amount"
import type { Touchpoint, TouchpointProp } from "../../shared/map/touchpoint"
import { cleanUrl } from "../clean-url"
import { defineDetector, type Report, type Surroundings } from "../detector"
import { findTarget } from "../gestures"
import { watchPage } from "../page-changes"
import { readText } from "../text"
import { watchTimeline } from "../timeline"

type Rule = Touchpoint
/** Where properties are read: an element for what happens on the page, data for pushes, requests and DOM events. */
type Tell = (element?: Element | null, data?: unknown, cause?: Event) => void

const MOST_SEEN = 1_000
/** A rule that nothing has fitted on so many pages in a row has probably lost its element. */
const IDLE_AFTER_VISITS = 20

/** Once for each element and visit, as soon as it can be seen. */
function watchVisible(selector: string, tell: Tell, signal: AbortSignal, around: Surroundings): void {
  let seen = new WeakSet<Element>()
  let watched = 0
  const sight = new IntersectionObserver(
    around.guard((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting && !seen.has(target) && target.matches(selector)) {
          seen.add(target)
          tell(target)
        }
    }),
    { threshold: [0.01, 0.5] },
  )
  const look = () => {
    for (const element of document.querySelectorAll(selector))
      if (watched++ < MOST_SEEN) sight.observe(element)
  }
  around.onVisit(() => {
    seen = new WeakSet()
    sight.disconnect()
    watched = 0
    look()
  })
  watchPage(look, around, signal)
  signal.addEventListener("abort", () => sight.disconnect())
}

function watch(
  { on, selector, url = "", name = "" }: Rule,
  tell: Tell,
  signal: AbortSignal,
  around: Surroundings,
): void {
  const { listen, onVisit, onAddress, pushes } = around
  // A selector that no browser can read is refused here, not at every click.
  if (selector) document.querySelector(selector)
  if (on === "visible") watchVisible(selector ?? "", tell, signal, around)
  else if (on === "url") {
    let told = ""
    const look = () => {
      if (fitsPattern(url, location.href) && told !== location.href) tell()
      told = location.href
    }
    onVisit(() => {
      told = ""
      look()
    })
    onAddress(look)
  } else if (on === "request")
    watchTimeline(
      (entry) => fitsPattern(url, entry.name) && tell(null, { url: cleanUrl(entry.name) }),
      around,
      signal,
    )
  else if (on === "data-layer")
    pushes?.((push) => {
      const [called, data] =
        Array.isArray(push) && push[0] === "event"
          ? push.slice(1)
          : [(push as { event?: unknown } | null)?.event, push]
      if (called === name) tell(null, data)
    })
  else
    listen(on === "dom-event" ? name : on, (cause) => {
      const inside = findTarget(cause)
      const element = selector ? inside?.closest(selector) : inside
      if (!selector || element) tell(element, (cause as CustomEvent).detail, cause)
    })
}

/** What a property selector finds: a constant, an attribute, a text of the page, or a path in data. Never an input's value. */
function readProp(prop: TouchpointProp, element: Element | null | undefined, data: unknown): unknown {
  if (typeof prop === "string") prop = { attribute: prop.slice(1) }
  if ("value" in prop) return prop.value
  let found: unknown
  if ("attribute" in prop)
    // The attribute `value` of a field is what the page wrote; what a person types does not change it.
    found = element?.closest(`[${CSS.escape(prop.attribute)}]`)?.getAttribute(prop.attribute)
  else if ("path" in prop)
    found = prop.path
      .split(".")
      .reduce<unknown>(
        (inner, name) =>
          Object.hasOwn(Object(inner), name) ? (inner as Record<string, unknown>)[name] : undefined,
        data,
      )
  else found = readNearest(element ?? document.documentElement, prop.text)
  if (prop.as === "number") return parseAmount(found)
  return typeof found === "number" && prop.as !== "text" ? found : readText(found)
}

/** The text of the nearest fitting element: inside, else in what surrounds it. */
function readNearest(element: Element, selector: string): string | null | undefined {
  const found = element.matches(selector) ? element : element.querySelector(selector)
  if (!found) return element.parentElement && readNearest(element.parentElement, selector)
  return found.closest("textarea,[contenteditable=''],[contenteditable=true]") ? null : found.textContent
}

/** Follows the rules, and counts the pages since each last fitted, to say so once when they are many. */
function follow(rules: readonly Rule[], report: Report, signal: AbortSignal, around: Surroundings): void {
  const { ruleVisits, problem, onVisit } = around
  const count = (fitting?: Rule) => {
    if (!ruleVisits || signal.aborted) return
    const before = ruleVisits.read()
    const counts: Record<string, number> = {}
    for (const rule of rules) {
      const { event, on, selector, url, name } = rule
      const title = `${event} on ${on} ${selector ?? url ?? name}`
      const visits = rule === fitting ? 0 : Number(before[title] ?? 0) + (fitting ? 0 : 1)
      if (!fitting && visits === IDLE_AFTER_VISITS)
        problem("rule-idle", `${title}: nothing on ${visits} pages`)
      counts[title] = visits
    }
    ruleVisits.write(counts)
  }
  onVisit(() => count())
  for (const rule of rules)
    try {
      watch(
        rule,
        (element, data, cause) => {
          if (signal.aborted) return
          count(rule)
          const props: Record<string, unknown> = {}
          for (const [name, prop] of Object.entries(rule.props ?? {})) {
            const value = readProp(prop, element, data)
            if (value !== undefined) props[name] = value
          }
          report({ name: rule.event, source: "site-rule", props, ...(cause && { cause }) })
        },
        signal,
        around,
      )
    } catch (error) {
      problem("rule-broken", `${rule.event} on ${rule.on}: ${String(error).slice(0, 200)}`)
    }
}

/** The site's own rules, from the `touchpoints` of its map. A rule that cannot be used is reported; the others stand. */
export const siteRules = defineDetector({
  name: "site-rules",
  start(report, signal, around) {
    let turn = new AbortController()
    const use = (rules: readonly Rule[]) => {
      turn.abort()
      turn = new AbortController()
      // The tag's recorder has no end.
      follow(rules, report, AbortSignal.any([signal ?? turn.signal, turn.signal]), around)
    }
    use(around.rules ?? [])
    around.onRules?.(use)
  },
})
