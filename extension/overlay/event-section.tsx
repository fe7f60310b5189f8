import { useEffect, useRef, useState } from "react"
import { useReader } from "../words/reader"
import { cleanText, cutMiddle } from "../words/shown-text"
import { cue } from "./hooks"
import { useJourney } from "./journey-context"
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
        <ShortList items={events} most={8}>
          {(event) => <EventRow key={event.id} event={event} />}
        </ShortList>
      )}
    </Section>
  )
}

function EventRow({ event }: { event: EventView }) {
  const { words, formats, eventLabel, sourceNames, describeGesture } = useReader()
  const now = useNow()
  const title = event.title === null ? "" : cutMiddle(event.title, 32)
  const full = event.title === null ? "" : `${cutMiddle(event.title, 300)}\n`
  const { gesture } = event
  const pointing = usePointing(event.id)
  const did = gesture === null ? "" : `\n${words.event.gesture(describeGesture(gesture))}`
  return (
    <li
      className="cue-event"
      title={`${full}${formats.exact(event.at)}\n${words.event.toldBy(sourceNames(event.source))}${did}`}
      {...(gesture && { onMouseEnter: pointing.show, onMouseLeave: pointing.hide })}
      {...cue("event", event.name, "seen")}
    >
      <time>{formats.moment(event.at, now)}</time>
      <span className="cue-event-what">
        {gesture ? (
          <button
            type="button"
            className="cue-event-name cue-event-button"
            aria-description={words.event.pointHint}
            onFocus={pointing.show}
            onBlur={pointing.hide}
            onClick={pointing.show}
          >
            <bdi>{eventLabel(event.name)}</bdi>
          </button>
        ) : (
          <bdi className="cue-event-name">{eventLabel(event.name)}</bdi>
        )}
        {title !== "" && <bdi className="cue-event-title">{formats.quote(title)}</bdi>}
      </span>
      {pointing.isGone && (
        <span className="cue-event-gone" role="status">
          {words.event.gone}
        </span>
      )}
      {event.value !== null && (
        <span className="cue-event-value">
          {formats.money(event.value, event.currency === null ? null : cleanText(event.currency))}
        </span>
      )}
    </li>
  )
}

/** Draws around what caused the event, on the page, while somebody points at its row. */
function usePointing(id: string): { show(): void; hide(): void; isGone: boolean } {
  const { act } = useJourney()
  const [isGone, setGone] = useState(false)
  const isPointing = useRef(false)

  async function show(): Promise<void> {
    if (isPointing.current) return
    isPointing.current = true
    const answer = (await act({ type: "outline", event: id })) as { found?: boolean } | null | undefined
    if (isPointing.current) setGone(answer?.found === false)
  }

  function hide(): void {
    if (!isPointing.current) return
    isPointing.current = false
    setGone(false)
    act({ type: "outline", event: null })
  }

  // The row may go away under the pointer.
  const latestHide = useRef(hide)
  latestHide.current = hide
  useEffect(() => () => latestHide.current(), [])
  return { show: () => void show(), hide, isGone }
}
