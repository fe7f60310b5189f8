import type { SourceSample, SourcesState, SourceView } from "../../../extension/evidence/state"
import type { Language } from "../../../extension/words/language"
import { connectors } from "../../../shared/evidence/registry"

const HOUR = 3_600_000

function source(id: string, more: Partial<SourceView>): SourceView {
  return {
    id,
    site: "shop.example",
    connector: "maildev",
    title: "MailDev",
    channels: ["email"],
    settings: { url: "http://localhost:1080" },
    masked: {},
    recipient: "",
    keptSince: 0,
    coverage: [],
    lastPollAt: null,
    lastGoodAt: null,
    problem: null,
    skewMs: null,
    comeAgainAt: 0,
    found: 0,
    strangers: 0,
    unreadable: 0,
    ...more,
  }
}

/** Sources in every state that the options show. */
export function someSources(now: number, language: Language = "en"): SourcesState {
  return {
    language,
    kinds: connectors.map(({ id, title, kind, fields }) => ({ id, title, kind, fields: [...fields] })),
    sites: ["shop.example", "other.example"],
    sources: [
      source("1", { lastGoodAt: now - 20_000, found: 3, strangers: 1, skewMs: 4 * 60_000 }),
      source("2", {
        connector: "twilio",
        title: "Twilio",
        channels: ["sms", "messenger"],
        settings: { url: "https://api.twilio.com", account: "AC42" },
        masked: { token: "••••••9f1" },
        problem: { code: "rate-limited", comeAgainAt: now + HOUR },
        unreadable: 2,
      }),
      source("3", {
        connector: "file",
        title: "sent-march.csv",
        settings: { name: "sent-march.csv" },
        lastGoodAt: now - HOUR,
        found: 40,
        strangers: 1204,
      }),
    ],
  }
}

/** Names and values that a file or a service may hold. */
export const hostileText = `<img src=x onerror="document.title='bad'">\u202e${"long".repeat(40)}`

export const sample: SourceSample = {
  lists: ["data.messages", "data.templates"],
  list: "data.messages",
  entries: [
    {
      uid: "m-1",
      recipient: { email: "anna@shop.example" },
      state: "DELIVRD",
      when: "2026-03-02 13:03:00",
      subject: "Your cart waits",
      meta: { node: "eu-1", attempt: 1, trace: hostileText },
    },
    {
      uid: "m-2",
      recipient: { email: "boris@shop.example" },
      state: "opened",
      when: "2026-03-02 14:20:11",
      subject: "Your cart waits",
    },
    { uid: "m-3", recipient: { email: "vera@shop.example" }, state: "sent", when: "soon" },
  ],
}
