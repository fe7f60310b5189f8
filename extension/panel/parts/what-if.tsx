import { useState } from "react"
import { nameFollowUp } from "../../overlay/describe-follow-up"
import { Icon } from "../../overlay/glyph"
import { useNow } from "../../overlay/ticking"
import { clockWords } from "../../words/panel/clock"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { PretendedEvent } from "../state"
import type { Offer } from "../states/clock"
import { Choice } from "./choice"

interface WhatIfProps {
  offers: Offer[]
  /** The instant that is looked at: an event that is pretended happens then. */
  at: number
  pretended: PretendedEvent[]
  pretend(events: PretendedEvent[]): void
  takeBack(index: number): void
}

/** Events to pretend: what nobody did, what nobody sent. They stay in the panel, and each can be taken back. */
export function WhatIf({ offers, at, pretended, pretend, takeBack }: WhatIfProps) {
  const reader = useReader()
  const own = useWords(clockWords)
  const now = useNow()
  const { formats, eventLabel } = reader
  const events = offers.filter(({ what }) => what === "event")
  const steps = offers.filter(({ what }) => what !== "event")
  const [chosen, setChosen] = useState("")
  const offer = events.find(({ id }) => id === chosen) ?? events[0]
  return (
    <div className="cue-what-if">
      <p className="cue-muted">{own.whatIfText}</p>
      {offer && (
        <form
          className="cue-what-if-event"
          onSubmit={(submitted) => {
            submitted.preventDefault()
            pretend(offer.events.map((event) => ({ ...event, at })))
          }}
        >
          <Choice
            label={own.addEvent}
            chosen={offer.id}
            choose={setChosen}
            options={events.map(({ id, events: [event] }) => [id, eventLabel(event?.name ?? "")])}
          />
          <span className="cue-muted" title={formats.exact(at)}>
            {own.addAt(formats.moment(at, now))}
          </span>
          <button type="submit" className="cue-button cue-button-main">
            {own.add}
          </button>
        </form>
      )}
      {steps.length > 0 && (
        <ul className="cue-offers">
          {steps.map(({ id, what, followUp, events: added }) => (
            <li key={id}>
              <button type="button" className="cue-button" onClick={() => pretend(added)}>
                {what !== "event" && followUp && (
                  <bdi>… {own.offer[what](nameFollowUp(followUp, reader, 32))}</bdi>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {pretended.length > 0 && (
        <>
          <h3 className="cue-heading">{own.taken}</h3>
          <ul className="cue-pretended">
            {pretended.map((event, index) => (
              <li key={index}>
                <span>
                  <time title={formats.exact(event.at)}>{formats.moment(event.at, now)}</time>{" "}
                  <bdi>{eventLabel(event.name)}</bdi>
                </span>
                <button
                  type="button"
                  className="cue-icon-button"
                  aria-label={own.takeBack(eventLabel(event.name))}
                  title={own.takeBack(eventLabel(event.name))}
                  onClick={() => takeBack(index)}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
