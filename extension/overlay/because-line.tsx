import { useState } from "react"
import { useReader } from "../words/reader"
import type { Because } from "./state"
import { useNow } from "./ticking"

/** Why something is as it is: the events that decided it, the first in a sentence, the others on request. */
export function BecauseLine({ because, otherwise }: { because: Because; otherwise?: string }) {
  const { words, formats, describeEvent } = useReader()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const [first, ...others] = because.events
  if (!first) return otherwise === undefined ? null : <p className="cue-because">{otherwise}</p>
  return (
    <div className="cue-because">
      <p>
        {words.stage.because}:{" "}
        <bdi title={formats.exact(first.at)}>{describeEvent(first.name, first.title)}</bdi>
        {others.length > 0 && (
          <>
            {" "}
            <button type="button" className="cue-link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? words.stage.fewer : words.stage.more(others.length, formats.number(others.length))}
            </button>
          </>
        )}
      </p>
      {open && (
        <ul className="cue-because-more">
          {others.map((event) => (
            <li key={event.id} title={formats.exact(event.at)}>
              <time>{formats.moment(event.at, now)}</time> <bdi>{describeEvent(event.name, event.title)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
