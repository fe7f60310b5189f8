import { useReader } from "../words/reader"
import { cleanText, cutMiddle } from "../words/shown-text"
import { cue } from "./hooks"
import { Section, ShortList } from "./section"
import type { EventView } from "./state"
import { useNow } from "./ticking"

/** The last events, newest first. */
export function EventSection({ events }: { events: EventView[] }) {
  const { words } = useReader()
  return (
    <Section title={words.sections.events}>
      {events.length === 0 ? (
        <p className="cue-empty">{words.empty.events}</p>
      ) : (
        <ShortList items={events} most={5}>
          {(event) => <EventRow key={event.id} event={event} />}
        </ShortList>
      )}
    </Section>
  )
}

function EventRow({ event }: { event: EventView }) {
  const { words, formats, eventLabel, sourceNames } = useReader()
  const now = useNow()
  const title = event.title === null ? "" : cutMiddle(event.title, 32)
  const full = event.title === null ? "" : `${cutMiddle(event.title, 300)}\n`
  return (
    <li
      className="cue-event"
      title={`${full}${formats.exact(event.at)}\n${words.event.toldBy(sourceNames(event.source))}`}
      {...cue("event", event.name, "seen")}
    >
      <time>{formats.moment(event.at, now)}</time>
      <span className="cue-event-what">
        <bdi className="cue-event-name">{eventLabel(event.name)}</bdi>
        {title !== "" && <bdi className="cue-event-title">{formats.quote(title)}</bdi>}
      </span>
      {event.value !== null && (
        <span className="cue-event-value">
          {formats.money(event.value, event.currency === null ? null : cleanText(event.currency))}
        </span>
      )}
    </li>
  )
}
