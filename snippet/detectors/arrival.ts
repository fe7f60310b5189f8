import { readArrival } from "../campaign"
import { defineDetector } from "../detector"
import { isNewVisit } from "../new-visit"
import { dropMissing } from "../text"

/** How senders call their channels in `utm_medium`. A post in a feed is no message to a person: `social` is none of these. */
const channels: [string, RegExp][] = [
  ["email", /^(e-?mail|mail|news-?letter|edm|eml)|[-_]e-?mail$/i],
  ["sms", /\bsms|^text$/i],
  ["push", /push/i],
  ["messenger", /messenger|whats-?app|telegram|viber|^(wa|tg|line|rcs)\b/i],
  ["chatbot", /bot/i],
]
/** What only mailers append: Mailchimp, Klaviyo, HubSpot, Marketo, dotdigital, Vero, Mindbox, Brevo, Omeda. */
const mailIds = /^(mc_[ce]id|_k[xe]|_hs|mkt_tok|dm_|vero_|bxid|mindbox-|trk_|sib_id|oly_)/

/**
 * `message_clicked`: who arrives by a link in a message has opened and clicked it, says the address. Not by going back,
 * nor by reloading, nor by a link of the site itself.
 */
export const arrival = defineDetector({
  name: "arrival",
  start(report, _signal, { onVisit }) {
    onVisit((visit) => {
      const { how, at } = visit
      if (how !== "load" || !isNewVisit(visit) || document.referrer.startsWith(`${location.origin}/`)) return
      const params = [...new URL(location.href).searchParams]
      const { medium = "", name } = readArrival(location.href).campaign ?? {}
      const channel =
        channels.find(([, says]) => says.test(medium))?.[0] ??
        (params.some(([key]) => mailIds.test(key)) ? "email" : undefined)
      // Of the mailers' ids those that name the mailing and not the person.
      const [, mailing] =
        params.find(([key, value]) => /^(mc_cid|_hsmi|trk_msg|dm_i)$/.test(key) && !value.includes("@")) ?? []
      if (channel)
        report({
          name: "message_clicked",
          source: "url",
          at,
          props: dropMissing({ channel, campaign: name ?? mailing?.slice(0, 200) }),
        })
    })
  },
})
