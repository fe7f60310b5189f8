import type { InboxState } from "../../../extension/inbox/state"
import type { FollowUpView } from "../../../extension/overlay/state"
import type { Language } from "../../../extension/words/language"
import { hostileTexts } from "./hostile-fixtures"

const minuteMs = 60_000
const hourMs = 60 * minuteMs

function mail(
  scenario: string,
  message: string,
  status: FollowUpView["status"],
  { dueAt, sentAt = null, reason = null }: { dueAt: number; sentAt?: number | null; reason?: string | null },
): FollowUpView {
  return {
    key: `${scenario}/email/1`,
    scenario,
    scenarioName: scenario,
    step: "email",
    channel: "email",
    message,
    status,
    reason,
    dueAt,
    graceEndsAt: dueAt + 10 * minuteMs,
    sentAt,
    seenByPerson: false,
    because: { events: [] },
  }
}

const base = (now: number, language: Language): InboxState => ({
  language,
  site: "shop.example",
  at: now,
  clockOffsetMs: 0,
  nextChangeAt: null,
  webmail: "maildev",
  isWhole: true,
  expected: [],
  arrived: [],
  unknowable: [],
})

const names = {
  en: ["You left something", "Welcome", "This week in the shop", "Your order", "A discount for you"],
  ru: ["Вы кое-что забыли", "Добро пожаловать", "Неделя в магазине", "Ваш заказ", "Скидка для вас"],
}

/** What the overlay on an open inbox can show. */
export const inboxes: Record<string, (now: number, language: Language) => InboxState> = {
  nothing: base,
  "all-here": (now, language) => ({
    ...base(now, language),
    arrived: [
      mail("order", names[language][3]!, "sent", { dueAt: now - hourMs, sentAt: now - 58 * minuteMs }),
    ],
  }),
  waiting: (now, language) => {
    const [cart, welcome, digest, order, promo] = names[language] as [string, string, string, string, string]
    return {
      ...base(now, language),
      expected: [
        mail("abandoned-cart", cart, "missed", { dueAt: now - 3 * hourMs }),
        mail("welcome", welcome, "due", { dueAt: now - 4 * minuteMs }),
        mail("digest", digest, "scheduled", { dueAt: now + 20 * hourMs }),
      ],
      arrived: [
        mail("order", order, "sent", { dueAt: now - hourMs, sentAt: now - 58 * minuteMs }),
        mail("promo", promo, "skipped", {
          dueAt: now - 2 * hourMs,
          sentAt: now - 100 * minuteMs,
          reason: "consent",
        }),
      ],
    }
  },
  hostile: (now, language) => ({
    ...base(now, language),
    site: Object.values(hostileTexts)[0] ?? "",
    webmail: null,
    isWhole: false,
    expected: Object.values(hostileTexts).map((text, index) => ({
      ...mail(`s${index}`, text, "due", { dueAt: now }),
      scenarioName: text,
    })),
    unknowable: Object.values(hostileTexts),
  }),
}
