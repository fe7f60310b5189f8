import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { readMarks } from "../marks"
import { countOnce } from "../once-a-visit"

/** Ids, classes and addresses of the chats in the field; what several brands share comes last. */
const marks =
  /\b(jivo|jdiv|intercom(?=-[lmcfb])|crisp(?=-c)|tawk|livechat|hubspot(?=-[mc])|b24(?=-w)|drift(?=-)|zendesk|webWidget|zopim|tidio|carrotquest|olark|chatra|verbox|freshchat|usedesk|gorgias(?=-chat)|smartsupp|userlike|helpcrunch|chaport|replain|talk-me|envybox)|chat[-_ ]?(widget|box|button|launcher|bubble|frame)/i
const names: Record<string, string> = {
  jdiv: "jivo",
  b24: "bitrix24",
  webwidget: "zendesk",
  zopim: "zendesk",
}

/**
 * `contact` by chat, once a visit. Chats live in frames of other sites: a press inside one is seen by the focus that it
 * takes along.
 */
export const chat = defineDetector({
  name: "chat",
  start(report, _signal, around) {
    const isFirst = countOnce(around)
    const look = (element: Element | null | undefined) => {
      const found = marks.exec(readMarks(element, 7))
      const brand = found?.[1]?.toLowerCase() ?? "chat"
      if (found && isFirst(0))
        report({
          name: "contact",
          source: "page",
          props: { method: "chat", provider: names[brand] ?? brand },
        })
    }
    around.listen("click", (event) => look(findTarget(event)))
    around.listen("blur", ({ target }) => {
      // The new focus is known after the old one is lost.
      if (!(target instanceof Node))
        setTimeout(
          around.guard(() => document.activeElement?.localName === "iframe" && look(document.activeElement)),
        )
    })
  },
})
