import { compilePattern } from "../../shared/engine/pattern"
import { parseAmount } from "../../shared/log/amount"
import type { Touchpoint, TouchpointProp } from "../../shared/map/touchpoint"
import { cleanUrl } from "../clean-url"
import { defineDetector, type Report, type Surroundings } from "../detector"
import { findTarget } from "../gestures"
import { readText } from "../product"

type Rule = Touchpoint
/** Where a property is read: an element for what happens on the page, data for pushes, requests and DOM events. */
interface Found {
  element?: Element | undefined
  data?: unknown
  cause?: Event | undefined
}
type Tell = (found: Found) => void
/** Starts one kind of rule. Each is told apart by `on`. */
type Watch = (rule: Rule, tell: Tell, signal: AbortSignal, around: Surroundings) => void

/** New elements are looked for at most this often. */
const LOOK_AGAIN_MS = 300
const MOST_SEEN = 1_000

function watchPressing(type: "click" | "submit"): Watch {
  return ({ selector = "" }, tell, _signal, { listen }) =>
    listen(type, (cause) => {
      const element = findTarget(cause)?.closest(selector)
      if (element) tell({ element, cause })
    })
}

/** Once for each element and visit, when at least half of it can be seen. */
const watchVisible: Watch = ({ selector = "" }, tell, signal, { onVisit, guard }) => {
  let seen = new WeakSet<Element>()
  let watched = 0
  const sight = new IntersectionObserver(
    guard((entries) => {
      for (const { isIntersecting, target: element } of entries)
        if (isIntersecting && !seen.has(element) && element.matches(selector)) {
          seen.add(element)
          tell({ element })
        }
    }),
    { threshold: [0.01, 0.5] },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = guard(() => {
    timer = undefined
    for (const element of document.querySelectorAll(selector))
      if (watched++ < MOST_SEEN) sight.observe(element)
  })
  const growth = new MutationObserver(() => {
    timer ??= setTimeout(look, LOOK_AGAIN_MS)
  })
  growth.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["class", "hidden", "style", "open"],
  })
  onVisit(() => {
    seen = new WeakSet()
    sight.disconnect()
    watched = 0
    look()
  })
  signal.addEventListener("abort", () => {
    clearTimeout(timer)
    growth.disconnect()
    sight.disconnect()
  })
}

const watchUrl: Watch = ({ url = "" }, tell, _signal, { onVisit, onAddress }) => {
  const fits = compilePattern(url, { ignoreCase: false })
  let told = ""
  const look = () => {
    if (fits(location.href) && told !== location.href) tell({})
    told = location.href
  }
  onVisit(() => {
    told = ""
    look()
  })
  onAddress(look)
}

/** Requests are seen in the browser's own timeline: nothing that the page calls is wrapped. */
const watchRequests: Watch = ({ url = "" }, tell, signal, { guard }) => {
  const fits = compilePattern(url, { ignoreCase: false })
  const observer = new PerformanceObserver(
    guard((list) => {
      for (const { name } of list.getEntries()) if (fits(name)) tell({ data: { url: cleanUrl(name) } })
    }),
  )
  observer.observe({ type: "resource" })
  signal.addEventListener("abort", () => observer.disconnect())
}

const watchDomEvents: Watch = ({ name = "", selector }, tell, _signal, { listen }) =>
  listen(name, (cause) => {
    const inside = findTarget(cause)
    const element = selector ? (inside?.closest(selector) ?? undefined) : inside
    if (!selector || element) tell({ element, data: (cause as CustomEvent).detail, cause })
  })

const watchPushes: Watch = ({ name = "" }, tell, signal, { pushes }) => {
  const stop = pushes?.((push) => {
    const called =
      Array.isArray(push) && push[0] === "event" ? push[1] : (push as { event?: unknown } | null)?.event
    if (called === name) tell({ data: Array.isArray(push) ? push[2] : push })
  })
  if (stop) signal.addEventListener("abort", stop)
}

const watches: Record<Rule["on"], Watch> = {
  click: watchPressing("click"),
  submit: watchPressing("submit"),
  visible: watchVisible,
  url: watchUrl,
  request: watchRequests,
  "dom-event": watchDomEvents,
  "data-layer": watchPushes,
}

/** What a property selector finds: a constant, an attribute, a text of the page, or a path in data. Never an input's value. */
function readProp(prop: TouchpointProp, { element, data }: Found): unknown {
  if (typeof prop === "string") return readAttribute(element, prop.slice(1))
  if ("value" in prop) return prop.value
  let found: unknown
  if ("attribute" in prop) found = readAttribute(element, prop.attribute)
  else if ("path" in prop) found = readPath(data, prop.path)
  else found = readNearest(element, prop.text)
  if (prop.as === "number") return parseAmount(found)
  return typeof found === "number" && prop.as !== "text" ? found : readText(found)
}

function readAttribute(element: Element | undefined, name: string): string | undefined {
  // The attribute `value` of a field is what the page wrote; what a person types does not change it.
  return element?.closest(`[${CSS.escape(name)}]`)?.getAttribute(name) ?? undefined
}

/** The text of the nearest fitting element: inside, else in what surrounds it. */
function readNearest(element: Element | undefined, selector: string): string | undefined {
  for (
    let around: Element | null | undefined = element ?? document.documentElement;
    around;
    around = around.parentElement
  ) {
    const found = around.matches(selector) ? around : around.querySelector(selector)
    if (found)
      return found.closest('textarea,[contenteditable=""],[contenteditable="true"]')
        ? undefined
        : (found.textContent ?? undefined)
  }
}

function readPath(data: unknown, path: string): unknown {
  let found: unknown = data
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return
    found = (found as Record<string, unknown>)[name]
  }
  return found
}

/** A rule that nothing has fitted on so many pages in a row has probably lost its element. */
const IDLE_AFTER_VISITS = 20

/** Counts the pages since each rule last fitted, and says so once when they are many. */
function watchIdleness(
  rules: readonly Rule[],
  { ruleVisits, onVisit, problem }: Surroundings,
  signal: AbortSignal,
) {
  const nameOf = ({ event, on, selector, url, name }: Rule) => `${event} on ${on} ${selector ?? url ?? name}`
  const change = (next: (visits: number) => number, changed: readonly Rule[]) => {
    if (!ruleVisits) return
    const before = ruleVisits.read()
    const counts = Object.fromEntries(rules.map((rule) => [nameOf(rule), Number(before[nameOf(rule)] ?? 0)]))
    for (const rule of changed) {
      const visits = next(counts[nameOf(rule)]!)
      counts[nameOf(rule)] = visits
      if (visits === IDLE_AFTER_VISITS) problem("rule-idle", `${nameOf(rule)}: nothing on ${visits} pages`)
    }
    ruleVisits.write(counts)
  }
  onVisit(() => !signal.aborted && change((visits) => visits + 1, rules))
  return (rule: Rule) => change(() => 0, [rule])
}

function startRule(
  rule: Rule,
  report: Report,
  signal: AbortSignal,
  around: Surroundings,
  onMatch: (rule: Rule) => void,
): void {
  const tell: Tell = (found) => {
    if (signal.aborted) return
    onMatch(rule)
    const props: Record<string, unknown> = {}
    for (const [name, prop] of Object.entries(rule.props ?? {})) {
      const value = readProp(prop, found)
      if (value !== undefined) props[name] = value
    }
    report({ name: rule.event, source: "site-rule", props, ...(found.cause && { cause: found.cause }) })
  }
  // A selector that no browser can read is refused here, not at every click.
  if (rule.selector) document.querySelector(rule.selector)
  watches[rule.on](rule, tell, signal, around)
}

/** The site's own rules, from the `touchpoints` of its map. A rule that cannot be used is reported; the others stand. */
export const siteRules = defineDetector({
  name: "site-rules",
  start(report, signal, around) {
    let turn = new AbortController()
    const use = (rules: readonly Rule[]) => {
      turn.abort()
      turn = new AbortController()
      const either = AbortSignal.any([signal, turn.signal])
      const onMatch = watchIdleness(rules, around, either)
      for (const rule of rules)
        try {
          startRule(rule, report, either, around, onMatch)
        } catch (error) {
          around.problem("rule-broken", `${rule.event} on ${rule.on}: ${String(error).slice(0, 200)}`)
        }
    }
    use(around.rules ?? [])
    around.onRules?.(use)
  },
})
