import { EVIDENCE_KINDS, type EvidenceKind } from "../draft"

/** What a column may hold. `KIND-at` is when that happened, in exports with one row a message. */
export const MEANINGS = [
  "at",
  "status",
  "channel",
  "to",
  "person",
  "provider",
  "scenario",
  "step",
  "message",
  "template",
  "campaign",
  "subject",
  "sender",
  "direction",
  "sent-at",
  "delivered-at",
  "opened-at",
  "clicked-at",
  "bounced-at",
  "failed-at",
  "unsubscribed-at",
] as const
export type Meaning = (typeof MEANINGS)[number]

/** When something happened, by what happened. */
export const TIMES: readonly { meaning: Meaning; kind: EvidenceKind }[] = EVIDENCE_KINDS.flatMap((kind) => {
  const meaning = MEANINGS.find((each) => each === `${kind}-at`)
  return meaning === undefined ? [] : [{ meaning, kind }]
})

/**
 * Names of columns in exports of Mailchimp, Unisender, SendPulse, Brevo, Mindbox, Altcraft, SendGrid, Postmark, Twilio
 * and of hand-made tables, in English and Russian, without case, marks and what stands in brackets.
 */
const names: Record<Meaning, string> = {
  at: `at|when|moment|time|date|datetime|date time|timestamp|ts|event time|event date|event timestamp|created|created at|created
    time|occurred at|last event time|last update|last updated|updated at|date updated|processed|receivedat|received at|дата|
    время|дата и время|дата события|время события|дата время|дата изменения|дата обновления|дата действия|дата статуса|когда`,
  status: `status|event|event type|event name|type|state|action|result|send result|delivery status|message status|st text|sending
    status|activity|outcome|email status|sms status|статус|событие|тип события|действие|состояние|результат|результат отправки|
    статус доставки|статус сообщения|статус отправки|статус письма`,
  channel: "channel|channel type|medium|message channel|канал|тип канала|канал отправки|канал коммуникации",
  to: `to|email|e mail|email address|e mail address|mail|recipient|recipient email|to email|address|phone|phone number|to number|
    mobile|msisdn|number|contact|subscriber|email id|адрес|почта|эл почта|электронная почта|адрес электронной почты|емейл|имейл|
    получатель|телефон|номер|номер телефона|мобильный телефон|email получателя|адрес получателя|подписчик|контакт|абонент|кому|куда|эл адрес`,
  person: `person|user|user id|userid|customer|customer id|customer identifiers id|client id|contact id|contactid|profile id|
    subscriber id|external id|external user id|пользователь|клиент|id клиента|id пользователя|идентификатор клиента|
    id контакта|id профиля|внешний id|id подписчика`,
  provider: `message id|messageid|mid|sid|smid|smtp id|msg id|sg message id|delivery id|provider id|uid|recv message id|email web id|
    id|id сообщения|id письма|идентификатор сообщения|ид сообщения|номер сообщения`,
  scenario:
    "scenario|scenario id|journey|journey id|flow|flow name|automation|сценарий|цепочка|автоматизация|id сценария",
  step: "step|step id|шаг|этап",
  message:
    "message|message name|communication|сообщение|коммуникация|название сообщения|письмо|название письма",
  template: `template|template id|templateid|template name|tpl|messaging service sid|messagingservicesid|шаблон|id шаблона|
    название шаблона|шаблон письма`,
  campaign: `campaign|campaign id|campaign name|campaign title|campaignname|tag|tags|category|categories|newsletter|mailing|broadcast|кампания|
    рассылка|название рассылки|id рассылки|название кампании|id кампании|тег|теги|метка|рассылка название`,
  subject: "subject|sub|subject line|title|email subject|тема|тема письма|заголовок|тема сообщения",
  sender: `from|sender|frm|from email|from address|sender name|sender email|sender id|from number|отправитель|от кого|от|
    имя отправителя|адрес отправителя|email отправителя`,
  direction: "direction|направление",
  "sent-at": `sent|sent at|sentat|sent time|sent date|date sent|sentdate|send time|send date|send at|time sent|sending date|
    отправлено|отправлен|дата отправки|время отправки|дата и время отправки|дата рассылки`,
  "delivered-at": `delivered|delivered at|deliveredat|delivery time|delivery date|delivered time|date delivered|доставлено|
    доставлен|дата доставки|время доставки|дата и время доставки`,
  "opened-at": `opened|opened at|openedat|open time|open date|first open|first opened|first opened at|read at|last opened|открыто|
    открыт|прочитано|дата открытия|время открытия|дата прочтения|время прочтения|первое открытие`,
  "clicked-at": `clicked|clicked at|clickedat|click time|click date|first click|first clicked at|last clicked|клик|переход|
    дата клика|время клика|дата перехода|время перехода|первый клик`,
  "bounced-at":
    "bounced|bounced at|bounce time|bounce date|bounced date|дата возврата|время возврата|возврат",
  "failed-at": "failed|failed at|error time|failure time|failed date|дата ошибки|время ошибки",
  "unsubscribed-at": `unsubscribed|unsubscribed at|unsubscribe time|unsubscribe date|opt out date|unsub time|отписан|
    дата отписки|время отписки|отписка`,
}

const byName = new Map<string, Meaning>(
  MEANINGS.flatMap((meaning) =>
    names[meaning].split("|").map((name) => [name.trim().replace(/\s+/g, " "), meaning] as const),
  ),
)

/** A column's name without what differs from one export to the next: `Sent_At (UTC)` is `sent at`. */
export function plainName(name: string): string {
  return name
    .replace(/([a-zа-я])([A-ZА-Я])/g, "$1 $2")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/ (utc|gmt|msk|мск)$/, "")
    .trim()
}

/** What a column of this name holds, as far as its name says it. Of a path its end counts. */
export function meaningOf(name: string): Meaning | null {
  const whole = byName.get(plainName(name)) ?? byName.get(plainName(name).replaceAll(" ", ""))
  if (whole !== undefined || !name.includes(".")) return whole ?? null
  const parts = name.split(".").filter((part) => !/^\d+$/.test(part))
  return byName.get(plainName(parts.slice(-2).join(" "))) ?? byName.get(plainName(parts.at(-1) ?? "")) ?? null
}

/** The zone that a column's name gives its times; null where it says nothing. */
export function zoneInName(name: string): string | null {
  if (/\b(utc|gmt)\b(?!\s*[+-]?\d)/i.test(name.replaceAll("_", " "))) return "UTC"
  return /(^|[^\p{L}])(msk|мск|москв|moscow)/iu.test(name) ? "Europe/Moscow" : null
}

/** How many cells of a row are names of columns. */
export function countKnown(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== "" && cell.length < 60 && meaningOf(cell) !== null).length
}

/** Whether a cell is something that no column is called: an address, a number, a time. */
export function isData(cell: string): boolean {
  return /^[^\s@]+@[^\s@]+\.\w+$/.test(cell) || /^\+?\d[\d\s().:/T-]{5,}/.test(cell)
}
