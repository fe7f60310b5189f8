import type { EvidenceDraft, EvidenceKind } from "../draft"
import { plainName } from "./column-names"

/** What a status proves; `nothing` of what is only queued, planned or refused before it was sent. */
export type StatusMeaning = EvidenceKind | "nothing"
export type ReadStatus = { kind: StatusMeaning } & Pick<EvidenceDraft, "machine" | "bounce">

/** As exports write them, in English and Russian, without case and marks. */
const words: Record<StatusMeaning, string> = {
  sent: `sent|send|ok sent|message sent|email sent|processed|handed over|отправлено|отправлен|отправлена|отправка|послано`,
  delivered: `delivered|delivery|ok delivered|message delivered|email delivered|received by recipient|partially delivered|ok spam
    folder|доставлено|доставлен|доставлена|доставка|попало в спам`,
  shown: "shown|show|viewed|displayed|impression|message shown|показано|показан|показ|просмотрено",
  opened: `opened|open|read|seen|first open|ok read|message opened|email opened|unique open|human opened|loaded by proxy|открыто|
    открыт|открыта|открытие|прочитано|прочитан|прочтение|просмотр`,
  clicked: `clicked|click|clicks|link clicked|ok link visited|message clicked|redirected|visited|unique click|human clicked|клик|клики|
    кликнул|переход|перешел|переход по ссылке|перешел по ссылке|кликнуто`,
  bounced: `bounced|bounce|bounces|hard bounce|hardbounce|hard bounces|hard bounced|soft bounce|softbounce|soft bounces|soft bounced|
    undelivered|not delivered|message bounced|undeliverable|invalid|err user unknown|err user inactive|err mailbox full|
    err domain inactive|err unsubscribed not delivered|возврат|жесткий возврат|мягкий возврат|не доставлено|не доставлен|
    недоставлено|недоставлен|отказ`,
  failed: `failed|failure|error|rejected|dropped|message failed|blocked|expired|spam rejected|err spam rejected|err will retry
    stopped|err delivery failed|ошибка|ошибка отправки|не отправлено|не отправлен|отклонено|отклонен|просрочено|заблокировано`,
  unsubscribed: `unsubscribed|unsubscribe|unsub|spam|spam report|spamreport|complaint|complained|marked as spam|ok unsubscribed|
    ok fbl|message unsubscribed|отписан|отписался|отписка|отписалась|жалоба|жалоба на спам|спам`,
  nothing: `queued|scheduled|accepted|pending|sending|in progress|draft|canceled|cancelled|skipped|requests|request|deferred|not sent|
    will retry|err will retry|receiving|received|запланировано|в очереди|ожидает|ожидание|отправляется|отменено|отменен|
    черновик|пропущено|отложено`,
}

const kinds = new Map<string, StatusMeaning>(
  Object.entries(words).flatMap(([kind, list]) =>
    list.split("|").map((word) => [word.trim().replace(/\s+/g, " "), kind as StatusMeaning] as const),
  ),
)

/** What the word of a status means, by the person's own table first; null where nobody knows. It is never guessed. */
export function readStatus(given: string, own: Readonly<Record<string, string>> = {}): ReadStatus | null {
  const chosen = Object.hasOwn(own, given) ? own[given] : undefined
  const plain = plainName(given)
  const kind =
    chosen !== undefined && Object.hasOwn(words, chosen) ? (chosen as StatusMeaning) : kinds.get(plain)
  if (kind === undefined) return null
  if (kind === "bounced") {
    const isSoft = /soft|мягк|mailbox full|undelivered$/.test(plain)
    return { kind, bounce: isSoft ? "soft" : "hard" }
  }
  return plain === "loaded by proxy" ? { kind, machine: true } : { kind }
}
