import { describe, expect, it } from "vitest"
import { createFormats } from "../../extension/words/formats"

const english = createFormats("en", "Europe/Berlin")
const russian = createFormats("ru", "Europe/Moscow")
const noon = Date.UTC(2026, 10, 22, 12, 0, 0)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Intl sets narrow and unbreakable spaces: which one is no business of ours. */
const plain = (text: string) => text.replace(/[\u00A0\u202F\u2009]/g, " ")

describe("times", () => {
  it("are the reader's, in 24 hours", () => {
    expect(english.time(noon)).toBe("13:00")
    expect(russian.time(noon + 9 * hour + 5 * minute)).toBe("00:05")
  })

  it("have the day where it is another one", () => {
    expect(english.moment(noon, noon + 10 * hour)).toBe("13:00")
    expect(plain(english.moment(noon, noon + 12 * hour))).toBe("22 Nov, 13:00")
    expect(plain(russian.moment(noon, noon - day))).toMatch(/^22 нояб\.?, 15:00$/)
  })

  it("name their zone when exact", () => {
    expect(plain(english.exact(noon))).toMatch(/22 Nov 2026.*13:00:00 (CET|GMT\+1)/)
  })

  it("are a dash where a page sent nonsense", () => {
    for (const at of [Number.NaN, 1e300, -1e300, Number.POSITIVE_INFINITY]) {
      expect(english.time(at)).toBe("—")
      expect(english.moment(at, noon)).toBe("—")
      expect(english.exact(at)).toBe("—")
      expect(english.wait(Number.isFinite(at) ? Number.NaN : at)).toBe("—")
      expect(english.countdown(at - noon === at ? Number.NaN : at)).toBe("—")
    }
  })
})

describe("durations", () => {
  it.each([
    [0, "0 sec", "0 с"],
    [59_999, "59 sec", "59 с"],
    [12 * minute, "12 min", "12 мин"],
    [hour, "1 h", "1 ч"],
    [hour + 5 * minute, "1 h 5 min", "1 ч 5 мин"],
    [day, "1 day", "1 день"],
    [3 * day + 2 * hour, "3 days 2 h", "3 дня 2 ч"],
    [5 * day, "5 days", "5 дней"],
    [21 * day, "21 days", "21 день"],
    [1100 * day + hour, "1,100 days 1 h", "1 100 дней 1 ч"],
  ])("of %d ms", (ms, inEnglish, inRussian) => {
    expect(plain(english.duration(ms))).toBe(inEnglish)
    expect(plain(russian.duration(ms))).toBe(inRussian)
  })

  it("are never negative", () => {
    expect(plain(english.duration(-5000))).toBe("0 sec")
    expect(plain(english.wait(-5000))).toBe("0 sec")
    expect(english.countdown(-5000)).toBe("00:00")
  })
})

describe("countdowns", () => {
  it.each([
    [1, "00:01"],
    [1000, "00:01"],
    [41 * minute + 10_000, "41:10"],
    [hour, "1:00:00"],
    [23 * hour + 41 * minute + 10_000, "23:41:10"],
    [day - 1, "1 day"],
    [day, "1 day"],
  ])("of %d ms", (ms, expected) => expect(plain(english.countdown(ms))).toBe(expected))
})

describe("waits", () => {
  it.each([
    [1, "1 sec", "1 с"],
    [59_000, "59 sec", "59 с"],
    [59_001, "1 min", "1 мин"],
    [12 * minute + 59_000, "12 min", "12 мин"],
    [3 * hour + 5 * minute + 4_000, "3 h 5 min", "3 ч 5 мин"],
    [9 * hour + 59 * minute + 59_001, "10 h", "10 ч"],
    [23 * hour + 41 * minute + 10_000, "23 h", "23 ч"],
    [day, "1 day", "1 день"],
    [2 * day + 3 * hour + 5 * minute, "2 days 3 h", "2 дня 3 ч"],
    [12 * day + 23 * hour, "12 days", "12 дней"],
  ])("of %d ms are no more exact than anybody plans", (ms, inEnglish, inRussian) => {
    expect(plain(english.wait(ms))).toBe(inEnglish)
    expect(plain(russian.wait(ms))).toBe(inRussian)
  })
})

describe("money", () => {
  it("is written as the reader writes it", () => {
    expect(english.money(39, "EUR")).toBe("€39")
    expect(english.money(39.5, "EUR")).toBe("€39.50")
    expect(english.money(1234.5, "usd")).toBe("$1,234.50")
    expect(plain(russian.money(3900, "RUB"))).toBe("3 900 ₽")
  })

  it("leaves out what is no currency, and does not throw", () => {
    for (const currency of ["", "<b>", "EURO", "1€€", "дол", null])
      expect(english.money(39, currency)).toBe("39")
    expect(english.money(Number.NaN, "EUR")).toBe("—")
    expect(english.money(Number.POSITIVE_INFINITY, null)).toBe("—")
  })
})

it("numbers and quotes are the language's own", () => {
  expect(english.number(12345.678)).toBe("12,345.68")
  expect(plain(russian.number(12345.678))).toBe("12 345,68")
  expect(english.quote("x")).toBe("“x”")
  expect(russian.quote("x")).toBe("«x»")
})
