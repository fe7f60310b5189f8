import { documentedList, optionalLogin } from "../ask"
import { addressField, type Connector, inboxHabits } from "../connector"
import { deliveredMail, namesInHeaders, readHeaders } from "../mail"
import { instant, list, numeric, text, at as valueAt } from "../read-json"

const PAGE = 250

/** MailHog: the older test inbox. Newest first; its swagger says `messages`, the server `items`. */
export const mailhog: Connector = {
  ...inboxHabits,
  id: "mailhog",
  title: "MailHog",
  fields: [
    addressField(undefined, "http://localhost:8025"),
    { id: "user", kind: "text" },
    { id: "password", kind: "secret" },
  ],
  async readPage({ settings, ask, page, from }) {
    const start = numeric(page) ?? 0
    const answer = await ask({
      path: "/api/v2/messages",
      query: { start, limit: PAGE },
      headers: optionalLogin(settings),
    })
    const mails = documentedList(answer, "items", "messages")
    let unreadable = 0
    let reachedOlder = false
    const evidence = mails.flatMap((mail) => {
      const id = text(mail, "ID")
      const at = instant(mail, "Created")
      if (id === null || at === null) {
        unreadable++
        return []
      }
      if (at < from) reachedOlder = true
      const headers = readHeaders(valueAt(mail, "Content.Headers"))
      return deliveredMail({
        id,
        messageId: headers["message-id"] ?? null,
        at,
        recipients: list(mail, "To").flatMap(readPath),
        subject: headers.subject ?? null,
        sender: readPath(valueAt(mail, "From"))[0] ?? null,
        names: namesInHeaders(headers),
      })
    })
    const read = start + mails.length
    const isLast = mails.length === 0 || reachedOlder || read >= (numeric(answer, "total") ?? 0)
    return { evidence, next: isLast ? null : read, unreadable, reachedOlder }
  },
}

function readPath(path: unknown): string[] {
  const [mailbox, domain] = [text(path, "Mailbox"), text(path, "Domain")]
  return mailbox !== null && domain !== null ? [`${mailbox}@${domain}`] : []
}
