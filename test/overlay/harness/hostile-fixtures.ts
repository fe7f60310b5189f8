import type { OverlayState } from "../../../extension/overlay/state"
import type { Language } from "../../../extension/words/language"
import { dayMs, event, followUp, minuteMs, missedState } from "./fixtures"

export const hostileTexts = {
  script: `<img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`,
  bidi: "\u202Egnp.exe\u2066 safe \u200B\u00AD name",
  long: `Vase ${"very ".repeat(4000)}long`,
  unbroken: "W".repeat(600),
  stacked: `Z${"\u0323\u0321\u0348".repeat(40)}algo`,
  lines: "one\n\n\ttwo\u2028three\u0000four",
  emoji: "👩‍👩‍👧‍👦".repeat(60),
  arabic: "مزهرية زرقاء كبيرة جدا مصنوعة يدويا من الزجاج الفاخر",
}

/** Names as a hostile or careless page would have them. */
export function hostileState(now: number, language: Language = "en"): OverlayState {
  const state = missedState(now, language)
  const texts = Object.values(hostileTexts)
  const events = texts.map((title, index) =>
    event(
      index === 0 ? hostileTexts.script : index === 1 ? "constructor" : "add_to_cart",
      now - index * minuteMs,
      {
        title,
        value: [1e300, Number.NaN, 39, -5, 0.1, 12345678.9, 1, 2][index] ?? null,
        currency: ["EUR", "<b>", "DOLLARS", "usd", "zzz", "RUB", "", null][index] ?? null,
        source: index === 0 ? "a+b+c+d+e+f+g+h" : "json-ld",
      },
    ),
  )
  events.push(event("page_view", 1e300, { title: "From beyond the end of time" }))
  const [run] = state.running
  const stage = state.stage
  return {
    ...state,
    site: "a-very-long-host-name-that-somebody-really-registered.shop.example",
    stage: stage && { ...stage, name: hostileTexts.unbroken, because: { events } },
    running: run ? [{ ...run, name: hostileTexts.script }] : [],
    missed: texts.map((message, index) =>
      followUp({
        status: "missed",
        message,
        key: `hostile/${index}/1`,
        step: `${index}`,
        dueAt: now - index * dayMs,
      }),
    ),
    events,
  }
}
