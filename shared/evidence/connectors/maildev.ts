import { documentedList, optionalLogin } from "../ask"
import { addressField, type Connector, inboxHabits } from "../connector"
import { deliveredMail, namesInHeaders, readHeaders } from "../mail"
import { instant, list, text } from "../read-json"
import { SourceFault } from "../source-problem"

/**
 * MailDev: a mail server for tests that keeps what it gets. Version 2 answers at `/email`, 3 at `/api/email`; both give
 * all messages at once. `time` is the mail's own Date.
 */
export const maildev: Connector = {
  ...inboxHabits,
  id: "maildev",
  title: "MailDev",
  fields: [
    addressField(undefined, "http://localhost:1080"),
    { id: "user", kind: "text" },
    { id: "password", kind: "secret" },
  ],
  async readPage({ settings, ask }) {
    const headers = optionalLogin(settings)
    let answer: unknown
    try {
      answer = await ask({ path: "/email", headers })
    } catch (error) {
      const isMoved = error instanceof SourceFault && ["not-found", "not-json"].includes(error.problem.code)
      if (!isMoved) throw error
      answer = await ask({ path: "/api/email", headers })
    }
    const mails = documentedList(answer, "")
    const evidence = mails.flatMap((mail) => {
      const id = text(mail, "id")
      const at = instant(mail, "time") ?? instant(mail, "date")
      if (id === null || at === null) return []
      const envelope = list(mail, "envelope.to").flatMap((to) => text(to, "address") ?? [])
      return deliveredMail({
        id,
        messageId: text(mail, "messageId"),
        at,
        // The envelope is where it really went; `to` is only what it says.
        recipients:
          envelope.length > 0 ? envelope : list(mail, "to").flatMap((to) => text(to, "address") ?? []),
        subject: text(mail, "subject"),
        sender: text(mail, "from.0.address"),
        names: namesInHeaders(readHeaders((mail as { headers?: unknown } | null)?.headers)),
      })
    })
    const unreadable = mails.filter(
      (mail) => text(mail, "id") === null || (instant(mail, "time") ?? instant(mail, "date")) === null,
    )
    return { evidence, next: null, unreadable: unreadable.length }
  },
}
