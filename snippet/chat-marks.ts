import { readMarks } from "./marks"

/** Ids, classes and addresses of the chats in the field; what several brands share comes last. */
const marks =
  /\b(jivo|jdiv|intercom(?=-[lmcfb])|crisp(?=-c)|tawk|livechat|hubspot(?=-[mc])|b24(?=-w)|drift(?=-)|zendesk|webWidget|zopim|tidio|carrotquest|olark|chatra|verbox|freshchat|usedesk|gorgias(?=-chat)|smartsupp|userlike|helpcrunch|chaport|replain|talk-me|envybox)|chat[-_ ]?(widget|box|button|launcher|bubble|frame)/i
const names: Record<string, string> = {
  jdiv: "jivo",
  b24: "bitrix24",
  webwidget: "zendesk",
  zopim: "zendesk",
}

/** Whose chat an element belongs to: the brand, or `chat`; null for anything else. */
export function findChat(element: Element | null | undefined): string | null {
  const found = marks.exec(readMarks(element, 7))
  const brand = found?.[1]?.toLowerCase() ?? "chat"
  return found && (names[brand] ?? brand)
}
