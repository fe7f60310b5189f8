import { carrier } from "../carried"
import { findComplaints } from "../complaints"
import { defineDetector, type Sighting } from "../detector"
import { atEnd, heardAt } from "../ending"
import { type FormMeaning, readFormMeaning } from "../form-meaning"
import { findTarget } from "../gestures"
import { findPressed, isSeen, senders } from "../pressed-form"
import { watchTimeline } from "../timeline"
import { nameForm } from "./form"

export interface Sent extends Sighting {
  at: number
  meaning: FormMeaning
}

/** What is told when nobody refuses it. */
export function describeSent(meaning: FormMeaning, form: Record<string, unknown>, at: number): Sent {
  const isLead = /lead|news/.test(meaning)
  return {
    name: isLead ? "generate_lead" : meaning,
    source: "form",
    at,
    props: isLead ? { ...form, ...(meaning !== "lead" && { lead_source: meaning }) } : { method: "form" },
    meaning,
  }
}

/** The page is looked at this often for what it says to what was sent, and so often. */
const LOOK_EVERY_MS = 1_000
const MOST_LOOKS = 6
/** What was sent longer ago is no matter of the page that is here now. */
const CARRIED_MS = 60_000

/**
 * `sign_up`, `login` and `generate_lead` (also of a newsletter, by its `lead_source`), when a form was sent and was not
 * refused: the form goes away, another page comes, or for some seconds nobody complains. What is under way while the
 * page changes is carried over to the next, which is looked at for the same form and for complaints.
 */
export const sentForm = defineDetector({
  name: "sent-form",
  start(report, signal, around) {
    const { listen, guard, onLeave } = around
    const { carried } = carrier
    // Taken before this page puts anything.
    const taken = Promise.resolve(carried?.take())
    let sent: Sent | undefined
    let form: Element | undefined
    let before: Element[]
    let address: string
    let cause: Event | undefined
    /** Of what was pressed and not submitted: whether the site was asked for something since. */
    let isAsked: boolean
    let looks: number
    let timer: ReturnType<typeof setInterval> | undefined

    const end = (isAccepted: boolean) => {
      clearInterval(timer)
      if (sent && isAccepted) report(sent)
      sent = undefined
      carried?.put("")
    }
    const begin = () => {
      clearInterval(timer)
      looks = 0
      timer = setInterval(look, LOOK_EVERY_MS)
    }
    const look = guard(() => {
      const complaints = findComplaints(document)
      if (!form) {
        // In another document: the same form again, with a password or with a complaint, is a refusal.
        if (document.readyState === "loading") return
        const { meaning } = sent!
        const isBack = [...document.forms].some((one) => isSeen(one) && readFormMeaning(one) === meaning)
        end(!isBack || (!complaints[0] && /lead|news/.test(meaning)))
      } else if (complaints.some((one) => !before.includes(one) || form!.contains(one))) end(false)
      else if (isAsked && !isSeen(form)) end(true)
      // A form that the browser sends itself is answered by another document.
      else if (++looks === MOST_LOOKS)
        if (cause!.defaultPrevented || cause!.type === "click" || form.getAttribute("target")) end(isAsked)
        else clearInterval(timer)
    })
    const attempt = (found: Element, meaning: FormMeaning, event: Event) => {
      form = found
      cause = event
      isAsked = event.type === "submit"
      before = findComplaints(document)
      // What another site answers is seen by nobody here.
      const named = nameForm(form as HTMLFormElement)
      const destination = String(named.form_destination || location.href)
      address = destination.startsWith(location.origin) ? location.href : ""
      sent = describeSent(meaning, named, heardAt())
      carried?.put(JSON.stringify(sent))
      begin()
    }

    listen("submit", (event) => {
      const found = findTarget(event)
      if (!(found instanceof HTMLFormElement)) return
      const meaning = readFormMeaning(found, (event as SubmitEvent).submitter)
      if (!meaning) return
      attempt(found, meaning, event)
    })
    listen("click", (event) => {
      const control = findTarget(event)?.closest(senders)
      const found = control && findPressed(control)
      const meaning = found && readFormMeaning(found, control)
      if (meaning && (meaning !== "lead" || found.matches("form")))
        // What the browser is left to submit, it submits.
        setTimeout(
          guard(() => {
            if (event.defaultPrevented || !control.matches("form :not([type=button],[role=button])"))
              attempt(found, meaning, event)
          }),
        )
    })
    // Another page of the same document answers; what becomes of this document tells the next.
    onLeave((isOver) => {
      if (isOver && sent && (!form || !carried || location.href !== address)) end(true)
    })
    watchTimeline(
      ({ name, responseStatus, initiatorType }) => {
        if (!sent || !name.startsWith(location.origin) || !/^(fetch|xml|nav)/.test(initiatorType)) return
        if (responseStatus >= 400) end(false)
        isAsked = true
      },
      around,
      signal,
    )
    atEnd(signal, () => clearInterval(timer))
    taken.then(
      guard((text) => {
        if (!text || sent) return
        const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
        sent = JSON.parse(text) as Sent
        // What is no record of ours has no time.
        if (Date.now() - sent?.at < CARRIED_MS && !((arrival?.responseStatus ?? 0) >= 400)) begin()
        else end(false)
      }),
    )
  },
})
