import { documentedList, optionalLogin } from "../ask"
import { addressField, type Connector, inboxHabits, type PageAsk } from "../connector"
import { deliveredMail, type Headers, namesInHeaders, readHeaders } from "../mail"
import { instant, list, numeric, text, texts } from "../read-json"
import { SourceFault } from "../source-problem"

const PAGE = 50

/**
 * Mailpit: newest first, a list without headers, which are asked for each new mail (that does not mark it read).
 * How long it has kept everything it says itself: since it was started, if nothing was deleted meanwhile.
 */
export const mailpit: Connector = {
  ...inboxHabits,
  id: "mailpit",
  title: "Mailpit",
  fields: [
    addressField(undefined, "http://localhost:8025"),
    { id: "user", kind: "text" },
    { id: "password", kind: "secret" },
  ],
  async readPage(asked) {
    const { settings, ask, page, from } = asked
    const start = numeric(page) ?? 0
    const answer = await ask({
      path: "/api/v1/messages",
      query: { start, limit: PAGE },
      headers: optionalLogin(settings),
    })
    const mails = documentedList(answer, "messages")
    let unreadable = 0
    let reachedOlder = false
    const evidence = []
    for (const mail of mails) {
      const id = text(mail, "ID")
      const at = instant(mail, "Created")
      if (id === null || at === null) {
        unreadable++
        continue
      }
      if (at < from) {
        reachedOlder = true
        continue
      }
      const names = namesInHeaders(await readMailHeaders(asked, id))
      const to = ["To", "Cc", "Bcc"].flatMap((name) => list(mail, name))
      evidence.push(
        ...deliveredMail({
          id,
          messageId: text(mail, "MessageID"),
          at,
          recipients: to.flatMap((each) => text(each, "Address") ?? []),
          subject: text(mail, "Subject"),
          sender: text(mail, "From.Address"),
          names: { ...names, campaigns: [...(names.campaigns ?? []), ...texts(mail, "Tags")] },
        }),
      )
    }
    const read = start + mails.length
    const isLast = mails.length === 0 || reachedOlder || read >= (numeric(answer, "total") ?? 0)
    const keptFrom = isLast ? await readKeptFrom(asked) : null
    return {
      evidence,
      next: isLast ? null : read,
      unreadable,
      reachedOlder,
      ...(keptFrom !== null && { keptFrom }),
    }
  },
}

/** A mail that was deleted in this moment has no headers any more. */
async function readMailHeaders({ ask, settings }: PageAsk, id: string): Promise<Headers> {
  try {
    const path = `/api/v1/message/${encodeURIComponent(id)}/headers`
    return readHeaders(await ask({ path, headers: optionalLogin(settings) }))
  } catch (error) {
    if (error instanceof SourceFault && error.problem.code === "not-found") return {}
    throw error
  }
}

/** Null where this Mailpit does not say it, or has deleted something. */
async function readKeptFrom({ ask, settings, to }: PageAsk): Promise<number | null> {
  try {
    const info = await ask({ path: "/api/v1/info", headers: optionalLogin(settings) })
    const upMs = numeric(info, "RuntimeStats.Uptime")
    const deleted = numeric(info, "RuntimeStats.MessagesDeleted")
    return upMs === null || deleted !== 0 ? null : to - upMs * 1000
  } catch (error) {
    if (error instanceof SourceFault && error.problem.code === "rate-limited") throw error
    return null
  }
}
