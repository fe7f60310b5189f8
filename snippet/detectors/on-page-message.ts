import { controls } from "../cart-fields"
import { defineDetector } from "../detector"
import { atEnd } from "../ending"
import { describeElement, findTarget } from "../gestures"
import { dropMissing } from "../text"

/** A busy page is looked at this often: each look asks the browser where things lie. */
const LOOK_AGAIN_MS = 1_000
/** What comes so soon after a press was asked for, and is no message. */
const ASKED_MS = 1_500
/** Of the window, or in square pixels: what is smaller is a note, a button or a bar. Messages in a corner do not grow with the window. */
const LEAST_SHARE = 0.06
const LEAST_PIXELS = 40_000
const MOST_CANDIDATES = 60

/** Senders whose pop-ups and prompts carry their name. */
const senders =
  /\b(klaviyo|optinmonster|om-(?=holder|element)|privy|wisepops|sleeknote|omnisend|pum(?=-)|popmake|getsitecontrol|flocktory|popmechanic|mindbox|convead|carrotquest|sendpulse|sp-prompt|onesignal|leadinModal|hs-web-interactive|ab-(?=in-app-message|iam)|exponea|bloomreach|justuno|poptin|attentive|mailmunch|esputnik|retail-?rocket|unisender|pushwoosh|pushengage|pushowl|izooto|wonderpush|cleverpush|getresponse|hellobar|sumome|trustpulse|dynamic-?yield|insider-)/i
const pushPrompt = /push|onesignal|sp-prompt|izooto|notif/i
const candidates =
  'dialog[open],[role="dialog"],[role="alertdialog"],[aria-modal="true"],[popover],[class*="popup" i],[id*="popup" i],[class*="pop-up" i],[class*="modal" i],[id*="modal" i],[class*="banner" i],[class*="slide-in" i],[class*="slidedown" i],[class*="overlay" i],[class*="klaviyo" i],[id*="onesignal" i],[class*="mindbox" i],[class*="popmechanic" i],[id*="om-" i],[class*="prompt" i]'
/** What a site needs for itself, and what a person works with. */
const noMessage =
  /cookie|consent|gdpr|ccpa|cmp|privacy|onetrust|didomi|cybot|usercentrics|age-?(gate|verif)|cart|basket|menu|\bnav|drawer|login|sign-?in|auth|account|lightbox|gallery|pswp|fancybox|quick-?view|search|chat|country|region|locale|currency|\bcity|captcha|loader|loading|spinner|tooltip|dropdown|select|picker|filter|player|video|size-?(guide|chart)|header|footer|backdrop/i
const noMessageText =
  /cookie|куки|персональных данных|privacy settings|datenschutz|(ваш|твой) город|are you (over )?\d\d/i
const closing =
  /^(\P{L}*|(close|dismiss|skip|later|not now|no|no,? thanks.*|maybe later|schließen|nein.*|später|fermer|non.*|plus tard|cerrar|ahora no|no,? gracias|закрыть|нет.*|позже|не сейчас|спасибо,? нет|chiudi|fechar|zamknij|sluiten))$/iu
const closingMark = /close|dismiss|schliess|fermer|cerrar|закры|\bno-?thanks|decline|cancel|abort/i

interface Shown {
  props: Record<string, unknown>
  settled: boolean
}

function readMarks(element: Element): string {
  return ["id", "class", "aria-label", "data-testid"]
    .map((name) => element.getAttribute(name) ?? "")
    .join(" ")
}

/** Seen by a person: painted, and lying over the page rather than in it. */
function liesOnPage(element: Element): boolean {
  if (element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return false
  const { width, height, top, left } = element.getBoundingClientRect()
  const area = Math.min(width, innerWidth) * Math.min(height, innerHeight)
  if (
    area < Math.min(LEAST_SHARE * innerWidth * innerHeight, LEAST_PIXELS) ||
    top >= innerHeight ||
    left >= innerWidth
  )
    return false
  if (top + height <= 0 || left + width <= 0) return false
  let above: Element | null = element
  for (let step = 0; above && above !== document.body && step < 4; step++) {
    if (/fixed/.test(getComputedStyle(above).position) || above.matches("dialog:modal")) return true
    above = above.parentElement
  }
  return false
}

/**
 * `message_shown`, `message_clicked` and `message_closed` of pop-ups, banners and web-push prompts that the page lays
 * over itself without having been asked; not of cookie questions, menus, carts and whatever a press has opened.
 */
export const onPageMessage = defineDetector({
  name: "on-page-message",
  start(report, signal, { listen, guard, onVisit }) {
    let shown = new Map<Element, Shown>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let pressedAt = Number.NEGATIVE_INFINITY

    const tell = (name: string, { props }: Shown, cause?: Event) =>
      report({ name, source: "page", props, ...(cause && { cause }) })

    const look = guard(() => {
      timer = undefined
      for (const [element, one] of shown)
        if (!element.isConnected || !liesOnPage(element)) {
          shown.delete(element)
          if (!one.settled) tell("message_closed", one)
        }
      const isAsked = performance.now() - pressedAt < ASKED_MS
      for (const element of [...document.querySelectorAll(`body :is(${candidates})`)].slice(
        0,
        MOST_CANDIDATES,
      )) {
        if ([...shown.keys()].some((one) => one.contains(element) || element.contains(one))) continue
        const marks = readMarks(element)
        const sender = senders.exec(marks)?.[1]?.toLowerCase()
        const text = element.textContent?.trim() ?? ""
        if (noMessage.test(marks) || noMessageText.test(text) || element.closest("header,nav,footer"))
          continue
        if (!sender && (text.length < 10 || !element.querySelector(`${controls},input`))) continue
        // What another extension has put here is not the site's.
        if (element.querySelector('[src*="-extension://"],[href*="-extension://"]') || !liesOnPage(element))
          continue
        const prompt = pushPrompt.test(marks) ? "push" : undefined
        const one = {
          props: dropMissing({
            channel: "popup",
            provider: sender,
            prompt,
            target: describeElement(element),
          }),
          settled: isAsked,
        }
        shown.set(element, one)
        if (!isAsked) tell("message_shown", one)
      }
    })
    const growth = new MutationObserver(() => {
      timer ??= setTimeout(look, LOOK_AGAIN_MS)
    })
    growth.observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["class", "style", "hidden", "open", "aria-hidden"],
    })
    onVisit(() => {
      shown = new Map()
      pressedAt = Number.NEGATIVE_INFINITY
      timer ??= setTimeout(look, LOOK_AGAIN_MS)
    })
    listen("click", (event) => {
      const target = findTarget(event)
      const control = target?.closest(controls)
      pressedAt = event.timeStamp
      for (const [element, one] of shown) {
        if (one.settled || !control || !element.contains(control)) continue
        const text = control.textContent?.trim() ?? ""
        const isClosing = closing.test(text) || (closingMark.test(readMarks(control)) && text.length < 30)
        one.settled = true
        tell(isClosing ? "message_closed" : "message_clicked", one, event)
      }
    })
    atEnd(signal, () => {
      clearTimeout(timer)
      growth.disconnect()
    })
  },
})
