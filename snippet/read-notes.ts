import type { TouchpointEvent } from "../shared/event"
import { createCombiner } from "./combine"
import { completeEvent } from "./complete-event"
import type { RecordedEvent, Sighting, Surroundings } from "./detector"
import { cart } from "./detectors/cart"
import { dataLayer } from "./detectors/data-layer"
import { form as formDetector } from "./detectors/form"
import { readPlainProducts } from "./detectors/plain-product"
import type { Fact, readFacts } from "./facts"
import type { Note } from "./journal"
import { toProps } from "./product"
import { restoreElements } from "./restore-elements"
import { scrub } from "./scrub"

type Hearing = Record<string, ((value: never, at?: number) => void)[]>

/**
 * Reads what a page has noted before anybody could say what it means: the detectors see it as if it happened now, on the
 * page that it happened on. `report` gets what they say, each with what is to become the event: by the same id however often
 * it is read, so that a note that was stored twice is one thing.
 */
export function readNote(
  noted: RecordedEvent,
  report: (sighting: Sighting, event: RecordedEvent) => void,
): void {
  let made = 0
  const tell = (sighting: Sighting) => {
    const { name, source, at = noted.at } = sighting
    const props = scrub(sighting.props ?? {})
    const id = made++ ? `${noted.id}.${made}` : noted.id
    report({ ...sighting, props }, { ...noted, id, at, name, source, props })
  }
  const hearing: Hearing = {}
  const hear = (types: string, listener: (value: never, at?: number) => void) => {
    for (const type of types.split(" ")) hearing[type] = [...(hearing[type] ?? []), listener]
  }
  const around = {
    listen: hear,
    pushes: (listener: (push: unknown, at?: number) => void) => hear("push", listener),
    onVisit() {},
  } as unknown as Surroundings
  for (const { start } of [dataLayer, cart, formDetector]) start(tell, undefined as never, around)
  const pass = (type: string, value: unknown, at?: number) => {
    for (const listener of hearing[type] ?? []) listener(value as never, at)
  }

  const { name, at, props = {}, page } = noted
  const { push } = props
  if (push) {
    pass("push", push, at)
    return
  }
  const { depth, elements } = props as unknown as ReturnType<typeof readFacts> & { elements: Fact[] }
  const { document, made: restored } = restoreElements(elements, page?.title)
  if (name === "markup") {
    for (const found of readPlainProducts(document)) {
      const { source, prices } = found
      tell({ name: "view_item", at, source, prices, props: toProps(found) })
    }
    return
  }
  const target = restored[depth - 1]!
  const form = target.closest("form")
  const told = name === "click" ? target : form
  pass(name, {
    type: name,
    target: told,
    composedPath: () => [told],
    submitter: name === "submit" && target !== form ? target : null,
  })
}

/** The events of an earlier page that has left only notes, joined as its own would have been. */
export function tellNotes(
  notes: readonly { event: TouchpointEvent; note: Note }[],
  openedAt: number,
  tell: (event: TouchpointEvent) => void,
): void {
  const nothing = () => {}
  const { add, settle } = createCombiner(
    (event) => tell(event as TouchpointEvent),
    nothing,
    nothing,
    () => true,
    (run) => run,
  )
  for (const { event, note } of notes) {
    const { turn, place } = note
    completeEvent(event, openedAt)
    if (event.source)
      add({ name: event.name, source: event.source, props: event.props ?? {} }, event, turn, place)
    else readNote(event, (sighting, read) => add(sighting, read, turn, place))
  }
  settle()
}
