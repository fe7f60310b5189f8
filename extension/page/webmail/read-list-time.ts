/** When a mail came, as a list says it: some time in [`from`, `to`], ms UTC. */
export interface ListTime {
  from: number
  to: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** By their first three letters, in English and Russian. */
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const monthsRussian = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]

interface Day {
  year: number
  month: number
  day: number
}

/**
 * Reads the time of a line as webmails write it, in the zone of this computer: `2026-11-22 12:03:09 (+0000)`,
 * `Sun, Nov 22, 2026, 12:03 PM`, `22 ноября 2026 г., 12:03`, `Вчера в 18:20`, `12:03`, `2 minutes ago`. Null where only
 * the day is said, or what is said could be two things: `03/04/2026` is a day in April or in March, unless `lang` tells.
 */
export function readListTime(said: string | null | undefined, now: number, lang = ""): ListTime | null {
  const text = (said ?? "")
    .slice(0, 100)
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .toLowerCase()
  if (text === "") return null
  const ago = readAgo(text, now)
  if (ago) return ago
  const wall = readWall(text)
  const day = wall && readDay(text, now, lang)
  if (!wall || !day) return null
  const shift = /\(?([+-])(\d{2}):?(\d{2})\)?$/.exec(text)
  const { hours, minutes, seconds } = wall
  const clock = [hours, minutes, seconds ?? 0] as const
  const at = shift
    ? Date.UTC(day.year, day.month, day.day, ...clock) -
      (shift[1] === "-" ? -1 : 1) * (Number(shift[2]) * 60 + Number(shift[3])) * minuteMs
    : new Date(day.year, day.month, day.day, ...clock).getTime()
  const real = new Date(day.year, day.month, day.day)
  if (!Number.isFinite(at) || real.getMonth() !== day.month || real.getDate() !== day.day) return null
  // A list is never from the future; a clock that is a little fast may be.
  if (at > now + 10 * minuteMs) return null
  return { from: at, to: at + (seconds === null ? minuteMs : 1_000) - 1 }
}

function readWall(text: string) {
  const found = /(?:^|[^\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?(?=$|[^\d:])/.exec(text)
  if (!found) return null
  const half = found[4]
  const given = Number(found[1])
  const hours = half ? (given % 12) + (half === "p" ? 12 : 0) : given
  const minutes = Number(found[2])
  if (hours > 23 || minutes > 59 || (half && given > 12)) return null
  return { hours, minutes, seconds: found[3] === undefined ? null : Math.min(59, Number(found[3])) }
}

function readDay(text: string, now: number, lang: string): Day | null {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) }
  if (/вчера|yesterday/.test(text)) return dayOf(now - dayMs)
  const named = readNamedDay(text, now)
  if (named) return named
  const figures = /(?:^|[^\d:])(\d{1,2})([./])(\d{1,2})[./](\d{4}|\d{2})(?=$|[^\d:])/.exec(text)
  if (figures) return readFigures(figures, lang)
  // A weekday alone ("Mon 12:03") is one of the last seven, and which of two weeks nobody says.
  const rest = text
    .replace(/\d{1,2}:\d{2}(:\d{2})?\s*([ap]\.?m\.?)?/, "")
    .replace(/сегодня|today|at|в|[\s,()+\d]/g, "")
  return rest === "" ? dayOf(now) : null
}

function readNamedDay(text: string, now: number): Day | null {
  const found =
    /(\d{1,2})\.?\s+(?:de\s+)?([a-zа-яё]{3})[a-zа-яё]*\.?,?(?:\s+(\d{4}))?(?![\d:])/.exec(text) ??
    /()([a-zа-яё]{3})[a-zа-яё]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?(?![\d:])/.exec(text)
  if (!found) return null
  const name = found[2] ?? ""
  const month = Math.max(months.indexOf(name), monthsRussian.indexOf(name === "май" ? "мая" : name))
  if (month < 0) return null
  const isDayFirst = found[1] !== ""
  const day = Number(isDayFirst ? found[1] : found[3])
  const year = Number(isDayFirst ? found[3] : found[4])
  if (year) return { year, month, day }
  // Without a year it is the last such day there was.
  const present = new Date(now)
  const isAhead = new Date(present.getFullYear(), month, day).getTime() > now
  return { year: present.getFullYear() - (isAhead ? 1 : 0), month, day }
}

function readFigures([, first = "", mark, second = "", last = ""]: string[], lang: string): Day | null {
  const [one, two] = [Number(first), Number(second)]
  const year = last.length === 2 ? 2000 + Number(last) : Number(last)
  const dayFirst = { year, month: two - 1, day: one }
  const monthFirst = { year, month: one - 1, day: two }
  if (mark === "." || one > 12) return dayFirst
  if (two > 12 || /^en(-us)?$/i.test(lang)) return monthFirst
  return one === two || (lang !== "" && !/^en/i.test(lang)) || /^en-/i.test(lang) ? dayFirst : null
}

/** What libraries write for short times. They round: half a unit to either side. */
function readAgo(text: string, now: number): ListTime | null {
  if (/^(just now|now|a few seconds ago|seconds ago|только что|несколько секунд назад)$/.test(text))
    return { from: now - minuteMs, to: now }
  const found = /^(an?|\d{1,3}) (minute|min|hour|hr)s? ago$/.exec(text)
  if (!found) return null
  const unit = found[2]?.startsWith("m") ? minuteMs : hourMs
  const count = /^an?$/.test(found[1] ?? "") ? 1 : Number(found[1])
  return { from: now - (count + 0.5) * unit, to: now - (count - 0.5) * unit }
}

function dayOf(at: number): Day {
  const date = new Date(at)
  return { year: date.getFullYear(), month: date.getMonth(), day: date.getDate() }
}
