import type { TouchpointEvent } from "../../../shared/event"
import { checkEvent, type MapExpectations, readExpectations } from "../../domain"
import type { EventMark, EventRow, EventsQuestion, EventsView } from "../../panel/states/events"
import type { Language } from "../../words/language"
import { viewEvent } from "../compose-state"
import type { SiteJourney } from "../site-journey"
import { PRETENDED } from "./pretend"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

const MOST_ROWS = 1_000
const MOST_CHARACTERS = 4_000_000
const beginning: EventsQuestion = { epoch: "", from: 0 }

const markOf: Record<string, EventMark> = {
  "duplicate-event": "duplicate",
  "phantom-event": "phantom",
  "bad-event": "unusable",
}

/** The log: each portion once, and what the audit says of its events. */
export const events: ViewAnswerer<EventsView> = {
  read(question) {
    const { epoch, from } = (typeof question === "object" && question !== null ? question : {}) as Partial<
      Record<keyof EventsQuestion, unknown>
    >
    return typeof epoch === "string" && Number.isSafeInteger(from) && (from as number) >= 0
      ? { epoch, from: from as number }
      : beginning
  },
  compose(given, question) {
    const { loaded, language, lens } = given
    const log = [...loaded.events.values()]
    const reading = readingOf(loaded)
    const epoch = `${reading.id} ${language}`
    const from = question.epoch === epoch && question.from <= log.length ? question.from : 0
    return {
      epoch,
      from,
      rows: takePortion(log, from).map((event) => viewRow(event, reading.expectations, language)),
      total: log.length,
      marks: listMarks(given),
      pretended:
        lens.pretended.length === 0
          ? []
          : [...given.events.values()]
              .filter(({ source }) => source === PRETENDED)
              .map((event) => viewRow(event, reading.expectations, language)),
    }
  },
}

/** One fold of a site: when it is made anew (another map, events taken back), the log is told anew. */
interface Reading {
  id: string
  expectations: MapExpectations
}

const readings = new WeakMap<SiteJourney, Reading>()

function readingOf(loaded: SiteJourney): Reading {
  const known = readings.get(loaded)
  if (known) return known
  const reading = { id: crypto.randomUUID(), expectations: readExpectations(loaded.map) }
  readings.set(loaded, reading)
  return reading
}

function takePortion(log: readonly TouchpointEvent[], from: number): TouchpointEvent[] {
  const portion: TouchpointEvent[] = []
  let characters = 0
  for (const event of log.slice(from, from + MOST_ROWS)) {
    characters += JSON.stringify(event).length
    if (portion.length > 0 && characters > MOST_CHARACTERS) break
    portion.push(event)
  }
  return portion
}

function viewRow(event: TouchpointEvent, expectations: MapExpectations, language: Language): EventRow {
  const { title, value, currency } = viewEvent(event)
  return {
    event,
    title,
    value,
    currency,
    remarks: checkEvent(event, expectations).map((remark) => ({
      ...remark,
      message: remark.message[language],
    })),
  }
}

function listMarks({ result }: PanelGiven): Record<string, EventMark> {
  const marks: [string, EventMark][] = []
  for (const { kind, evidence } of result.findings) {
    const mark = markOf[kind]
    if (mark) for (const id of evidence) marks.push([id, mark])
  }
  return Object.fromEntries(marks)
}
