import { type Detector, defineDetector } from "./detector"
import { describeForm } from "./detectors/form"
import { findTarget } from "./gestures"
import { isSearchForm } from "./search-form"

export type FormMeaning = "sign_up" | "login" | "newsletter" | "lead"

const joining =
  /sign-?_?up|regist(er|r)|create[-_ ]?(an )?(account|customer)|join|регистр|anmelden und|konto (erstellen|anlegen)|inscri|crear cuenta|nouveau|enroll/i
const news =
  /news-?_?letter|(sign ?up|join).{0,40}(mail|list|offers|updates|news)|subscri|mailing|mailchimp|sendpulse|unisender|подпи[сш]|рассыл|abonn|suscri|boletin|infolettre|iscriviti/i
/** Forms with a mail address that make nobody a lead. */
const otherForms =
  /checkout|coupon|voucher|promo-?code|комментар|comment|review|отзыв|\btrack|lost|forgot|reset|recover|unsubscri|отпис|filter|vote|poll|survey|feedback-score/i
const checkoutFields =
  '[autocomplete^="cc-"],[autocomplete*="postal-code"],[name*="postcode" i],[name*="zip" i],[name*="street" i]'

/** What a form says of itself, from its markup alone; never what is typed into it. */
function wordsOf(form: Element, submitter: Element | null | undefined): string {
  const read = (element: Element | null | undefined, ...names: string[]) =>
    names.map((name) => element?.getAttribute(name) ?? "").join(" ")
  const button = submitter ?? form.querySelector('button:not([type="button"]),[type="submit"]')
  const boxes = [form.parentElement, form.parentElement?.parentElement]
  return [
    read(form, "id", "class", "name", "action", "aria-label"),
    ...boxes.map((box) => read(box, "id", "class")),
    // The label of a button is its markup: people press it, they do not write it.
    button?.textContent,
    read(button, "value", "name", "class"),
    ...[...form.querySelectorAll("h1,h2,h3,h4,legend,input[type=hidden][name=form_type]")].map(
      (one) => one.textContent || one.getAttribute("value"),
    ),
  ]
    .join(" ")
    .slice(0, 2_000)
}

/** What sending a form means: an account, a visit to it, a subscription, or a person who wants to be called back. */
export function readFormMeaning(form: Element, submitter?: Element | null): FormMeaning | undefined {
  const has = (selector: string) => form.querySelectorAll<HTMLInputElement>(selector)
  const fields = [...has("input,textarea,select")].filter(
    ({ type }) => !/^(hidden|submit|button|image|reset|checkbox|radio)$/.test(type),
  )
  const passwords = has('[type="password"],[autocomplete*="password"]').length
  const isOld = has('[autocomplete="current-password"]').length > 0
  const isNew = has('[autocomplete="new-password"]').length > 0
  const words = wordsOf(form, submitter)
  if (passwords > 0) {
    // A password that is changed is neither; three fields say so as well.
    if ((isOld && isNew) || passwords > 2) return
    return passwords > 1 || isNew || (!isOld && joining.test(words)) ? "sign_up" : "login"
  }
  const mails = has('[type="email"],[autocomplete~="email"],[name*="mail" i]').length
  const phones = has('[type="tel"],[autocomplete^="tel"],[name*="phone" i]').length
  if (isSearchForm(form) || has(checkoutFields).length > 0 || otherForms.test(words)) return
  if (mails > 0 && fields.length <= 3 && has("textarea").length === 0 && news.test(words)) return "newsletter"
  if (mails + phones === 0) return
  // A mail address alone may be anything; a telephone number is given to be called.
  if (phones > 0 || fields.length > 1) return joining.test(words) ? "sign_up" : "lead"
}

/** A detector of one meaning. It tells that the form was sent, as far as the browser and the page's own checks let it. */
export function detectForms(
  name: string,
  event: string,
  meaning: FormMeaning,
  props: (form: HTMLFormElement) => Record<string, unknown>,
): Detector {
  return defineDetector({
    name,
    start(report, _signal, { listen }) {
      listen("submit", (cause) => {
        const form = findTarget(cause)
        if (
          form instanceof HTMLFormElement &&
          readFormMeaning(form, (cause as SubmitEvent).submitter) === meaning
        )
          report({ name: event, source: "form", props: props(form), cause })
      })
    },
  })
}

/** The form as `form_submit` tells it, without the names of its fields. */
export function nameForm(form: HTMLFormElement): Record<string, unknown> {
  const { form_id, form_name, form_destination } = describeForm(form)
  return { form_id, form_name, form_destination }
}
