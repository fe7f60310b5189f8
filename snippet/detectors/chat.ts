import { defineDetector } from "../detector"
import { findTarget } from "../gestures"

/** Ids, classes and addresses of the chats in the field; what several brands share comes last. */
const marks =
  /\b(jivo|jdiv|intercom(?=-(launcher|lightweight|messenger|container|frame|block))|crisp(?=-(client|chatbox))|tawk|livechat|hubspot(?=-(messages|conversations))|b24(?=-(widget|window))|drift(?=-(widget|frame))|zendesk|webWidget|zopim|tidio|carrotquest|olark|chatra|verbox|freshchat|fc_frame|usedesk|gorgias(?=-chat)|smartsupp|userlike|helpcrunch|chaport|purechat|replain|talk-me|envybox|liveagent|kayako|landbot)|chat[-_ ]?(widget|box|button|launcher|bubble|frame)/i
const names: Record<string, string> = {
  jdiv: "jivo",
  b24: "bitrix24",
  webwidget: "zendesk",
  zopim: "zendesk",
  fc_frame: "freshchat",
}
const MOST_STEPS = 8

/** The chat that an element belongs to. */
function findChat(inner: Element | null | undefined): string | undefined {
  let element = inner
  for (let step = 0; element && element !== document.body && step < MOST_STEPS; step++) {
    const read = (name: string) => element?.getAttribute(name) ?? ""
    const found = marks.exec([element.localName, ...["id", "class", "src", "title"].map(read)].join(" "))
    if (found) {
      const brand = found[1]?.toLowerCase() ?? "chat"
      return names[brand] ?? brand
    }
    element = element.parentElement
  }
}

/**
 * `contact` by chat, once a visit. Chats live in frames of other sites: a press inside one is seen by the focus that it
 * takes along.
 */
export const chat = defineDetector({
  name: "chat",
  start(report, _signal, { listen, onVisit, guard }) {
    let told = false
    onVisit(() => {
      told = false
    })
    const look = (element: Element | null | undefined) => {
      const provider = told ? undefined : findChat(element)
      if (!provider) return
      told = true
      report({ name: "contact", source: "page", props: { method: "chat", provider } })
    }
    listen("click", (event) => look(findTarget(event)))
    listen("blur", ({ target }) => {
      // The new focus is known after the old one is lost.
      if (!(target instanceof Node))
        setTimeout(
          guard(() => document.activeElement?.localName === "iframe" && look(document.activeElement)),
        )
    })
  },
})
