import { createTransport, type Transporter } from "nodemailer"

/** How well the shop's automation does its work. */
export type Habit = "on-time" | "late" | "twice" | "after-purchase" | "forget"

export interface AutomationOptions {
  smtpPort: number
  habit?: Habit
  /** From the cart to the reminder, ms. */
  delayMs?: number
}

interface Reminder {
  email: string
  dueAt: number
}

const minuteMs = 60_000

/**
 * The demo shop's own automation, for tests only: real mail over SMTP to whoever left a cart behind. Its clock is the
 * test's: it sends what was due by then, and each mail bears the date at which it was due.
 */
export class Automation {
  habit: Habit
  readonly #transport: Transporter
  readonly #delayMs: number
  #reminders: Reminder[] = []
  #latest: Reminder | null = null

  constructor({ smtpPort, habit = "on-time", delayMs = 3_600_000 }: AutomationOptions) {
    this.habit = habit
    this.#delayMs = delayMs
    this.#transport = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true })
  }

  /** The shop tells of each cart of somebody whose address it knows. A newer one takes the place of the older. */
  cartFilled(email: string, at: number): void {
    const reminder = { email, dueAt: at + this.#delayMs }
    this.#reminders = [...this.#reminders.filter((each) => each.email !== email), reminder]
    this.#latest = reminder
  }

  /** Whoever has bought needs no reminder; an automation that is told so writes all the same. */
  ordered(email: string): void {
    if (this.habit !== "after-purchase")
      this.#reminders = this.#reminders.filter((each) => each.email !== email)
  }

  /** Whether the shop has told of a cart since the last reminder went out. */
  get waits(): boolean {
    return this.#reminders.length > 0
  }

  /** When the last cart's reminder is due, ms UTC. */
  get dueAt(): number {
    if (!this.#latest) throw new Error("No cart was left behind.")
    return this.#latest.dueAt
  }

  /** Sends all that is due by then. */
  async runUntil(at: number): Promise<void> {
    const due = this.#reminders.filter(({ dueAt }) => dueAt <= at)
    this.#reminders = this.#reminders.filter(({ dueAt }) => dueAt > at)
    for (const { email, dueAt } of due)
      for (const delay of delays[this.habit]) await this.#send(email, dueAt + delay)
  }

  async #send(email: string, at: number): Promise<void> {
    await this.#transport.sendMail({
      from: "Kiln & Linen <shop@kiln.example>",
      to: email,
      subject: "Still on the shelf for you",
      text: "What you chose is still here.",
      date: new Date(at),
    })
  }

  close(): void {
    this.#transport.close()
  }
}

/** When each mail goes out, from its due time. */
const delays: Record<Habit, number[]> = {
  "on-time": [minuteMs],
  late: [40 * minuteMs],
  twice: [minuteMs, 3 * minuteMs],
  "after-purchase": [minuteMs],
  forget: [],
}
