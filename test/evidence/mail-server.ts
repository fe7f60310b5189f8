import { spawn } from "node:child_process"
import { createServer } from "node:net"
import { createTransport } from "nodemailer"

export interface SentMail {
  to: string
  subject: string
  /** The mail's own Date: what MailDev 2 gives as its time. ms UTC. */
  at?: number
  from?: string
  headers?: Record<string, string>
  messageId?: string
}

export interface MailServer {
  /** The web page and the API. */
  url: string
  smtpPort: number
  /** Sends a real mail over SMTP, and returns when it is in the inbox. */
  send(mail: SentMail): Promise<void>
  /** Empties the inbox. */
  clear(): Promise<void>
  close(): Promise<void>
}

async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (typeof address !== "object" || address === null) throw new Error("No free port.")
  return address.port
}

/** MailDev 2 itself, with its SMTP server, as a process of its own. */
export async function startMailServer(): Promise<MailServer> {
  const [smtpPort, webPort] = [await findPort(), await findPort()]
  const loopback = "127.0.0.1"
  const words = ["--smtp", smtpPort, "--web", webPort, "--ip", loopback, "--web-ip", loopback, "--silent"]
  const child = spawn(process.execPath, ["node_modules/maildev/bin/maildev", ...words.map(String)], {
    stdio: ["ignore", "ignore", "pipe"],
  })
  let complaint = ""
  child.stderr.on("data", (chunk) => {
    complaint += chunk
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const url = `http://${loopback}:${webPort}`
  const patience = AbortSignal.timeout(60_000)
  // The process says nothing that could be waited for: asking until it answers is the condition.
  for (;;) {
    if (child.exitCode !== null || patience.aborted) throw new Error(`MailDev does not start: ${complaint}`)
    const answers = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  const transport = createTransport({ host: loopback, port: smtpPort, secure: false, ignoreTLS: true })
  const listMails = async () => (await (await fetch(`${url}/email`)).json()) as { id: string }[]
  const countMails = async () => (await listMails()).length
  return {
    url,
    smtpPort,
    async send({ to, subject, at, from = "Kiln & Linen <shop@shop.example>", headers, messageId }) {
      const before = await countMails()
      await transport.sendMail({
        from,
        to,
        subject,
        text: "A mail of a test.",
        ...(at !== undefined && { date: new Date(at) }),
        ...(headers && { headers }),
        ...(messageId && { messageId }),
      })
      // SMTP has accepted it; the inbox shows it a moment later.
      while ((await countMails()) <= before) await new Promise((resolve) => setImmediate(resolve))
    },
    async clear() {
      // One by one: MailDev ends itself where it is told to delete all while it still does so.
      try {
        for (const { id } of await listMails()) await fetch(`${url}/email/${id}`, { method: "DELETE" })
      } catch (error) {
        throw new Error(`MailDev does not answer: ${complaint}`, { cause: error })
      }
    },
    async close() {
      transport.close()
      child.kill()
      await ended
    },
  }
}
