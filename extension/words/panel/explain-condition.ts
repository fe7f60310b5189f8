import type { Reader } from "../reader"
import { cutMiddle } from "../shown-text"
import { type ConditionPhrases, conditionPhrases } from "./condition-phrases"

/** The names that a map gives its stages, segments and scenarios. */
export interface PartNames {
  stages: Record<string, string>
  segments: Record<string, string>
  scenarios: Record<string, string>
}

interface Speaker {
  phrases: ConditionPhrases
  /** Event names, with their filter. */
  what(text: string): string
  duration(text: string): string
  moment(iso: string): string
  channel(id: string): string
  part(kind: "stage" | "segment" | "scenario", id: string): string
  comparison(subject: string, text: string): string
  field(path: string): string
}

type Rule = [pattern: RegExp, say: (speaker: Speaker, ...found: string[]) => string]

const iso = String.raw`(\d{4}-\d\d-\d\dT[\d:.]+Z)`

/** The engine's sentences about conditions, most telling first. */
const rules: Rule[] = [
  [
    /^(.+?)(?: with (\S+))? once more$/s,
    ({ phrases, what, field }, name, key) =>
      phrases.again(key ? phrases.withField(what(name), field(key)) : what(name)),
  ],
  [/^(.+) more$/s, (speaker, change) => speaker.phrases.again(apply(rules, speaker, change) ?? change)],
  [/^(enters|leaves) (segment|stage) (.+), then (enters|leaves) \2 \3$/s, sayOutAndIn],
  [/^(in|not in|enters|leaves) (segment|stage) (.+)$/s, sayMembership],
  [/^a run of (.+) reaches its goal$/s, ({ phrases, part }, id) => phrases.goal(part("scenario", id))],
  [/^no consent for (.+)$/s, ({ phrases, channel }, id) => phrases.noConsent(channel(id))],
  [/^consent for (.+) is granted$/s, ({ phrases, channel }, id) => phrases.consent(channel(id))],
  [/^consent for (.+) is denied$/s, ({ phrases, channel }, id) => phrases.noConsent(channel(id))],
  [/^consent for (.+)$/s, ({ phrases, channel }, id) => phrases.consent(channel(id))],
  [/^not reachable by (.+)$/s, ({ phrases, channel }, id) => phrases.notReachable(channel(id))],
  [/^reachable by (.+)$/s, ({ phrases, channel }, id) => phrases.reachable(channel(id))],
  [/^(\S+) gets another value$/, ({ phrases, field }, path) => phrases.otherValue(field(path))],
  [/^(\S+) is removed or bounces$/, ({ phrases, field }, path) => phrases.fallsAway(field(path))],
  [/^it is never$/, ({ phrases }) => phrases.noSuchTime],
  [
    /^(.+) once, then none for (\S+)$/s,
    ({ phrases, what, duration }, name, length) => phrases.onceThenNone(what(name), duration(length)),
  ],
  [/^(\S+) becomes known$/, ({ phrases, field }, path) => phrases.known(field(path))],
  [/^schedule (.+)$/s, ({ phrases, field }, cron) => phrases.schedule(field(cron))],
  [new RegExp(`^it is ${iso}$`), ({ phrases, moment }, at) => phrases.itIs(moment(at))],
  [/^trait (\S+) becomes a date/, ({ phrases, field }, path) => phrases.aDate(field(path))],
  [/^trait (\S+)$/, ({ phrases, field }, path) => phrases.date(field(path))],
  [
    /^trait (\S+) becomes (not )?(.+?)(?: for (\S+))?$/s,
    (speaker, path, not, wish, lasting) => sayTrait(speaker, path, not, wish, lasting, true),
  ],
  [
    /^(not )?trait (\S+) (.+?)(?: for (\S+))?$/s,
    (speaker, not, path, wish, lasting) => sayTrait(speaker, path, not, wish, lasting, false),
  ],
  [
    /^(not )?sum of (\S+) of (.+?)(?: within (\S+))? (?:becomes )?(not )?((?:eq|ne|gte?|lte?) .+)$/s,
    (speaker, not, path, what, within, notToo, wish) => {
      const { phrases, field, comparison, duration } = speaker
      const sum = phrases.sum(field(path), speaker.what(what))
      const said = comparison(within ? phrases.within(sum, duration(within)) : sum, wish)
      return not || notToo ? phrases.not(said) : said
    },
  ],
  [
    /^(.+?)(?: with (\S+))?, then no (.+) for (\S+)$/s,
    ({ phrases, what, field, duration }, first, key, lacking, length) =>
      phrases.thenNo(
        key ? phrases.withField(what(first), field(key)) : what(first),
        what(lacking),
        duration(length),
      ),
  ],
  [
    new RegExp(`^no (.+) until ${iso}$`, "s"),
    ({ phrases, what, moment }, name, at) => phrases.quietUntil(what(name), moment(at)),
  ],
  [
    /^no (.+) for (\S+)$/s,
    ({ phrases, what, duration }, name, length) => phrases.quiet(what(name), duration(length)),
  ],
  [
    /^some (.+) for (\S+)$/s,
    ({ phrases, what, duration }, name, length) => phrases.lively(what(name), duration(length)),
  ],
  [/^(not )?(.+, then .+) within (\S+)$/s, saySequence],
  [
    /^(not )?(.+?) (at least once|never|(?:exactly|not|more than|at least|fewer than|at most) [\d.]+ times.*?)(?: within (\S+))?$/s,
    sayCount,
  ],
  [
    /^(.+?)(?: with (\S+))? once$/s,
    ({ phrases, what, field }, name, key) =>
      phrases.once(key ? phrases.withField(what(name), field(key)) : what(name)),
  ],
]

/** Events that are only named, as in a trigger. Last of all: nearly everything looks like it. */
const bareEvent: Rule = [
  /^([a-z]\w*(?: or [a-z]\w*)*(?: where .+?)?)(?: with (\S+))?$/s,
  ({ phrases, what, field }, names, key) => (key ? phrases.withField(what(names), field(key)) : what(names)),
]

/** What the visitor has, beside a condition. */
const standings: Rule[] = [
  [/^next at never$/, ({ phrases }) => phrases.noSuchTime],
  [new RegExp(`^last at ${iso}$`), ({ phrases, moment }, at) => phrases.lastAt(moment(at))],
  [new RegExp(`^next at ${iso}$`), ({ phrases, moment }, at) => phrases.nextAt(moment(at))],
  [new RegExp(`^waiting until ${iso}$`), ({ phrases, moment }, at) => phrases.waitingUntil(moment(at))],
  [
    new RegExp(`^(.+) at ${iso}$`, "s"),
    ({ phrases, what, moment }, name, at) => phrases.endedBy(what(name), moment(at)),
  ],
  [
    /^never(?: within (\S+))?$/,
    ({ phrases, duration }, within) =>
      within ? phrases.within(phrases.neverAlone, duration(within)) : phrases.neverAlone,
  ],
  [/^never (.+)$/s, ({ phrases }) => phrases.neverAlone],
  [
    /^(at least )?(\d+) times?(?: within (\S+))?$/,
    ({ phrases }, atLeast, n) => phrases.hadTimes(n, Boolean(atLeast)),
  ],
  [/^(\d+) of (\d+)$/, ({ phrases }, some, all) => phrases.of(some, all)],
  [/^no (\S+)$/, ({ phrases, field }, path) => phrases.none(field(path))],
  [/^without (\S+)$/, ({ phrases, field }, path) => phrases.lacking(field(path))],
]

/** The engine's sentence about a condition or a change, said to the reader; one it does not know is shown as it is. */
export function explainCondition(sentence: string, reader: Reader, names: PartNames, now: number): string {
  const speaker = createSpeaker(reader, names, now)
  const said = apply([...rules, bareEvent], speaker, sentence)
  return said === null ? cutMiddle(sentence, 240) : reader.startSentence(cutMiddle(said, 300))
}

/** The engine's words for what the visitor has. */
export function explainStanding(sentence: string, reader: Reader, names: PartNames, now: number): string {
  const speaker = createSpeaker(reader, names, now)
  const [, bare = "", tooShort, inVain] =
    /^(.*?)(, not long enough)?(, but it began nothing then)?$/s.exec(sentence) ?? []
  const tail =
    (tooShort ? `, ${speaker.phrases.is["not long enough"]}` : "") +
    (inVain ? `, ${speaker.phrases.inVain}` : "")
  const fixed = Object.hasOwn(speaker.phrases.is, bare) ? speaker.phrases.is[bare] : undefined
  const value = /^(".*"|-?\d+(\.\d+)?)$/s.test(bare) ? sayValue(bare, reader) : null
  return (fixed ?? value ?? apply(standings, speaker, bare) ?? cutMiddle(bare, 120)) + tail
}

function apply(list: Rule[], speaker: Speaker, sentence: string): string | null {
  const bounded = sentence.slice(0, 2000)
  for (const [pattern, say] of list) {
    const found = pattern.exec(bounded)
    if (found) return say(speaker, ...found.slice(1))
  }
  return null
}

function createSpeaker(reader: Reader, names: PartNames, now: number): Speaker {
  const phrases = conditionPhrases[reader.language]
  const { formats } = reader
  const tables = { stage: names.stages, segment: names.segments, scenario: names.scenarios }
  const field = (path: string) => formats.quote(cutMiddle(path, 40))
  const event = (name: string) => {
    if (name === "activity") return phrases.activity
    const label = reader.eventLabel(name)
    return /^\p{Lu}\p{Ll}/u.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label
  }
  const compareOne = (subject: string, text: string): string => {
    const [, word = "", value = ""] = /^(\w+) (.*)$/s.exec(text) ?? []
    if (word === "exists") return value === "false" ? phrases.lacks(subject) : phrases.exists(subject)
    const said = Object.hasOwn(phrases.compare, word === "is" ? "eq" : word)
      ? phrases.compare[word === "is" ? "eq" : word]
      : word
    return `${subject} ${said} ${sayValue(value, reader)}`
  }
  const comparison = (subject: string, text: string) =>
    splitOutside(text, / and (?=(?:eq|ne|gte?|lte?|in|contains|starts|exists|matches) )/)
      .map((part) => compareOne(subject, part))
      .join(` ${phrases.and} `)
  const what = (text: string): string => {
    const [, names = text, filter] = /^(.+?) where (.+)$/s.exec(text) ?? []
    const said = names.split(" or ").map(event).join(` ${phrases.or} `)
    if (filter === undefined) return said
    const parts = splitOutside(
      filter,
      / and (?=[\w.]+ (?:is|eq|ne|gte?|lte?|in|contains|starts|exists|matches) )/,
    ).map((part) => {
      const [, path = "", wish = ""] = /^(\S+) (.+)$/s.exec(part) ?? []
      return comparison(field(path), wish)
    })
    return phrases.where(said, parts.join(` ${phrases.and} `))
  }
  return {
    phrases,
    what,
    comparison,
    field,
    duration: (text) => {
      const ms = readDuration(text)
      return ms === null ? cutMiddle(text, 20) : formats.duration(ms)
    },
    moment: (text) => formats.moment(Date.parse(text), now),
    channel: (id) => reader.channelKind(id),
    part: (kind, id) =>
      formats.quote(cutMiddle((Object.hasOwn(tables[kind], id) && tables[kind][id]) || id, 40)),
  }
}

/** What a page or map has put into quotes is no part of the sentence, whatever it says. */
function splitOutside(text: string, by: RegExp): string[] {
  const quoted: string[] = []
  const masked = text.replace(/"(?:[^"\\]|\\.)*"/g, (found) => `\ue000${quoted.push(found) - 1}\ue000`)
  return masked.split(by).map((part) => part.replace(/\ue000(\d+)\ue000/g, (_, place) => quoted[place] ?? ""))
}

function sayValue(json: string, { formats }: Reader): string {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === "number") return formats.number(value)
    if (typeof value === "string") return formats.quote(cutMiddle(value, 40))
    if (Array.isArray(value))
      return formats.list(value.slice(0, 8).map((each) => formats.quote(cutMiddle(String(each), 24))))
  } catch {
    // Not JSON: shown as it is.
  }
  return cutMiddle(json, 60)
}

const unitMs: Record<string, number> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 }

/** The short forms of the map, and the plain ones of ISO 8601. */
function readDuration(text: string): number | null {
  const short = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text)
  if (short) return Number(short[1]) * (unitMs[short[2] ?? ""] ?? 0)
  const long = /^P(?:(\d+)D|T(\d+)([HMS]))$/.exec(text)
  if (!long) return null
  return long[1] ? Number(long[1]) * 864e5 : Number(long[2]) * (unitMs[(long[3] ?? "").toLowerCase()] ?? 0)
}

function sayMembership({ phrases, part }: Speaker, how: string, kind: string, id: string): string {
  const of = kind as "segment" | "stage"
  const name = part(of, id)
  if (how === "enters" || how === "leaves") return phrases[how][of](name)
  if (of === "segment") return how === "in" ? phrases.segment(name) : phrases.notSegment(name)
  return how === "in" ? phrases.stage(name) : phrases.notStage(name)
}

/** Who is in already must be out first, and the other way round. */
function sayOutAndIn(speaker: Speaker, first: string, kind: string, id: string, second: string): string {
  return [first, second].map((how) => sayMembership(speaker, how, kind, id)).join(speaker.phrases.after)
}

function sayTrait(
  { phrases, comparison, field, duration }: Speaker,
  path: string,
  not: string | undefined,
  wish: string,
  lasting: string | undefined,
  becomes: boolean,
): string {
  const said = comparison(phrases.trait(field(path)), wish)
  const long = lasting ? phrases.lasting(said, duration(lasting)) : said
  const wanted = not ? phrases.not(long) : long
  return becomes ? phrases.becomes(wanted) : wanted
}

function saySequence(
  { phrases, what, duration }: Speaker,
  not: string | undefined,
  list: string,
  within: string,
): string {
  const said = phrases.inTime(list.split(", then ").map(what).join(phrases.after), duration(within))
  return not ? phrases.not(said) : said
}

function sayCount(
  { phrases, what, duration }: Speaker,
  not: string | undefined,
  name: string,
  count: string,
  within: string | undefined,
): string {
  const events = what(name)
  let said = count === "never" ? phrases.never(events) : phrases.once(events)
  if (/\d/.test(count))
    said = count
      .split(" and ")
      .map((part) => {
        const [, how = "", n = ""] = /^(\D+?) ([\d.]+) times$/.exec(part) ?? []
        return phrases.count(events, phrases.times[how] ?? how, n)
      })
      .join(` ${phrases.and} `)
  const windowed = within ? phrases.within(said, duration(within)) : said
  return not ? phrases.not(windowed) : windowed
}
