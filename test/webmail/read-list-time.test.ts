import { expect, it } from "vitest"
import { readListTime } from "../../extension/page/webmail/read-list-time"
import { at, NOON } from "./open-inbox"

const from = (said: string, lang?: string) => readListTime(said, NOON, lang)?.from ?? null

it.each<[string, number, string?]>([
  ["2026-11-22T10:00:00", at(10)],
  ["Sun, Nov 22, 2026, 11:03 AM", at(11, 3)],
  ["Sun, Nov 22, 2026, 12:00 AM", at(0)],
  ["Sat, 21 Nov 2026, 16:11", at(16, 11, 21)],
  ["22 ноября 2026 г., 11:03", at(11, 3)],
  ["вс, 22 нояб. 2026 г., 11:03", at(11, 3)],
  ["Сегодня в 11:03", at(11, 3)],
  ["Вчера, 18:20", at(18, 20, 21)],
  ["Yesterday at 6:20 PM", at(18, 20, 21)],
  ["11:03", at(11, 3)],
  ["11:03\u202fAM", at(11, 3)],
  ["Sun 11/22/2026 11:03 AM", at(11, 3)],
  ["22/11/2026 11:03", at(11, 3)],
  ["02.11.2026, 11:03", at(11, 3, 2)],
  ["11/02/2026 11:03", at(11, 3, 2), "en-US"],
  ["02/11/2026 11:03", at(11, 3, 2), "en-GB"],
  ["02/11/2026 11:03", at(11, 3, 2), "fr"],
  ["Dec 24, 9:05 AM", new Date(2025, 11, 24, 9, 5).getTime()],
])("%s", (said, wanted, lang) => expect(from(said, lang)).toBe(wanted))

it("knows another zone where one is named", () => {
  expect(from("2026-11-22 02:03:09 (+0300)")).toBe(Date.UTC(2026, 10, 21, 23, 3, 9))
  expect(from("2026-11-21 12:03:09 (-0530)")).toBe(Date.UTC(2026, 10, 21, 17, 33, 9))
})

it("gives the span in which it can have been", () => {
  expect(readListTime("11:03", NOON)).toEqual({ from: at(11, 3), to: at(11, 4) - 1 })
  expect(readListTime("11:03:09", NOON)?.to).toBe(at(11, 3) + 9_999)
  expect(readListTime("an hour ago", NOON)).toEqual({ from: at(10, 30), to: at(11, 30) })
})

it.each([
  "",
  "Nov 22",
  "22 ноября",
  "2 days ago",
  "Mon 11:03",
  "03/04/2026 11:03",
  "25:61",
  "30 февраля 2026, 11:03",
  "13:05 PM",
  "2027-01-01 10:00",
  "1:2:3:4",
  "a".repeat(10_000),
])("says nothing of %s", (said) => expect(from(said)).toBeNull())
