import { readMarks } from "./marks"
import { isSearchForm } from "./search-form"

export type FormMeaning = "sign_up" | "login" | "newsletter" | "lead"

const joining =
  /sign-?_?up|regist(er|r)|create[-_ ]?(an )?(account|customer)|join|регистр|anmelden und|konto (erst|anl)|inscri|crear cuenta|nouveau|enroll/i
const news =
  /news-?_?letter|(sign ?up|join).{0,40}(mail|list|offers|updates|news)|subscri|mailing|mailchimp|sendpulse|подпи[сш]|рассыл|abonn|suscri|boletin|infolettre|iscriviti/i
/** Forms with a mail address that make nobody a lead. */
const otherForms =
  /checkout|coupon|voucher|promo-?code|комментар|comment|review|отзыв|\btrack|lost|forgot|reset|recover|unsubscri|отпис|filter|vote|poll|survey|feedback-score/i
const checkoutFields =
  '[autocomplete^=cc-],[autocomplete*=postal-code],[name*="postcode" i],[name*="zip" i],[name*="street" i]'

/** What a form says of itself, from its markup alone; never what is typed into it. */
function wordsOf(form: Element, submitter: Element | null | undefined): string {
  const button = submitter ?? form.querySelector('button:not([type="button"]),[type=submit]')
  const told = [...form.querySelectorAll("h1,h2,h3,h4,legend,[name=form_type][type=hidden]"), button]
  return [
    readMarks(form, 2),
    readMarks(button),
    // The label of a button is its markup: people press it, they do not write it.
    ...told.map((one) => one?.textContent || one?.getAttribute("value")),
  ]
    .join(" ")
    .slice(0, 2_000)
}

/** What sending a form means: an account, a visit to it, a subscription, or a person who wants to be called back. */
export function readFormMeaning(form: Element, submitter?: Element | null): FormMeaning | undefined {
  const has = (selector: string) => form.querySelectorAll(selector).length
  const fields = has(
    "textarea,select,input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset],[type=checkbox],[type=radio])",
  )
  const passwords = has("[type=password],[autocomplete*=password]")
  const isOld = has("[autocomplete=current-password]")
  const isNew = has("[autocomplete=new-password]")
  const words = wordsOf(form, submitter)
  if (passwords)
    // A password that is changed is neither; three fields say so as well.
    return (isOld && isNew) || passwords > 2
      ? undefined
      : passwords > 1 || isNew || (!isOld && joining.test(words))
        ? "sign_up"
        : "login"
  const mails = has('[type=email],[autocomplete~=email],[name*="mail" i]')
  const phones = has('[type=tel],[autocomplete^=tel],[name*="phone" i]')
  if (!(mails + phones) || isSearchForm(form) || has(checkoutFields) || otherForms.test(words)) return
  if (mails && fields <= 3 && !has("textarea") && news.test(words)) return "newsletter"
  // A shop that makes the password asks for the address alone, on the page of the account.
  if (
    mails &&
    /regist(er|r)|create|регистр/i.test(words) &&
    /account|konto|compte|cuenta|kabinet/.test(location.pathname)
  )
    return "sign_up"
  // A mail address alone may be anything; a telephone number is given to be called.
  if (phones || fields > 1) return joining.test(words) ? "sign_up" : "lead"
}
