import { readArrival } from "../campaign"
import { defineDetector } from "../detector"
import { dropMissing } from "../product"

/** How senders call their channels in `utm_medium`. A post in a feed is no message to a person: `social` is none of these. */
const channels: [RegExp, string][] = [
  [/^(e-?mail(ing)?|mail|news-?letter|edm|eml)\b|(^|[-_])e-?mail$/i, "email"],
  [/^(sms|text)$|(^|[-_])sms([-_]|$)/i, "sms"],
  [/push/i, "push"],
  [/^(messenger|whats-?app|telegram|viber|wa|tg|line|rcs|fb-?messenger)([-_]|$)/i, "messenger"],
  [/chat-?bot/i, "chatbot"],
]
/** What only mailers append: Mailchimp, Klaviyo, HubSpot, Marketo, dotdigital, Vero, Sailthru, Mindbox, Listrak, Brevo, Omeda. */
const mailIds =
  /^(mc_[ce]id|_kx|_ke|_hs(mi|enc)|mkt_tok|dm_[it]|vero_(id|conv)|bxid|mindbox-(click-id|message-key)|trk_(msg|contact)|ml_subscriber|sib_id|oly_(enc|anon)_id)$/i
/** Those that name the mailing and not the person. */
const mailingIds = ["mc_cid", "_hsmi", "trk_msg", "dm_i"]

/**
 * `message_clicked`: who arrives by a link in a message has opened and clicked it, says the address. Not by going back,
 * nor by reloading, nor by a link of the site itself.
 */
export const arrival = defineDetector({
  name: "arrival",
  start(report, _signal, { onVisit }) {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
    onVisit(({ how, at }) => {
      if (how !== "load" || (entry && entry.type !== "navigate")) return
      if (document.referrer.startsWith(`${location.origin}/`)) return
      const { searchParams } = new URL(location.href)
      const { campaign = {} } = readArrival(location.href)
      const { medium = "", name } = campaign
      const channel =
        channels.find(([pattern]) => pattern.test(medium))?.[1] ??
        ([...searchParams.keys()].some((key) => mailIds.test(key)) ? "email" : undefined)
      if (!channel) return
      const mailing = mailingIds.map((key) => searchParams.get(key)).find(Boolean)
      const props = dropMissing({
        channel,
        campaign: name ?? (mailing?.includes("@") ? undefined : mailing?.slice(0, 200)),
      })
      report({ name: "message_clicked", source: "url", at, props })
    })
  },
})
