import { useEffect, useState } from "react"
import { eventsWords } from "../../words/panel/events"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { EventMark, EventRow } from "../states/events"
import { PayloadTree } from "./payload-tree"

interface EventDetailProps {
  row: EventRow | null
  mark: EventMark | null
  pinned: boolean
  pin: (id: string) => void
}

/** One event whole: who told it, what caused it, what is wrong with it, all it carries. */
export function EventDetail({ row, mark, pinned, pin }: EventDetailProps) {
  const words = useWords(eventsWords)
  const { formats, eventLabel, sourceNames } = useReader()
  const [said, setSaid] = useState("")
  const id = row?.event.id
  useEffect(() => setSaid(""), [id])
  if (!row)
    return (
      <section className="cue-event-detail" aria-label={words.detail}>
        <p className="cue-muted">{words.choose}</p>
      </section>
    )
  const { event, remarks } = row
  const { props, page, campaign, device } = event
  const carried = { ...props, ...(campaign && { campaign }), ...(device && { device }) }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(JSON.stringify(event, null, 2))
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied)
    }
  }

  return (
    <section className="cue-event-detail" aria-label={words.detail}>
      <h3>
        <bdi>{eventLabel(event.name)}</bdi> <code>{cutMiddle(event.name, 60)}</code>
      </h3>
      <div className="cue-button-row">
        <button type="button" className="cue-button" onClick={() => pin(event.id)}>
          {pinned ? words.unpin : words.pin}
        </button>
        <button type="button" className="cue-button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </div>
      {mark !== null && <p className="cue-event-mark">{words.marks[mark]}</p>}
      {remarks.length === 0 ? (
        <p className="cue-muted">{words.fine}</p>
      ) : (
        <ul className="cue-remark-list" aria-label={words.remarks}>
          {remarks.map(({ code, severity, path, message }) => (
            <li key={`${code} ${path}`} className={`cue-remark-${severity}`}>
              {path !== "" && <code>{cutMiddle(path, 60)}</code>} {message}
            </li>
          ))}
        </ul>
      )}
      <dl className="cue-event-facts">
        <dt>{words.exact}</dt>
        <dd>{formats.exact(event.at)}</dd>
        <dt>{words.toldBy}</dt>
        <dd>{sourceNames(event.source)}</dd>
        <dt>{words.gesture}</dt>
        <dd>
          <Gesture event={event} />
        </dd>
        {page?.url !== undefined && (
          <>
            <dt>{words.page}</dt>
            <dd>
              <bdi>{cutMiddle(page.url, 200)}</bdi>
            </dd>
          </>
        )}
      </dl>
      <h4>{words.payload}</h4>
      <PayloadTree value={carried} faults={new Set(remarks.map(({ path }) => path))} />
    </section>
  )
}

function Gesture({ event }: { event: EventRow["event"] }) {
  const words = useWords(eventsWords)
  const { formats, describeGesture } = useReader()
  const { gesture, at } = event
  if (gesture === null) return words.noGesture
  if (gesture === undefined) return words.unknownGesture
  const what = describeGesture(gesture)
  return (
    <bdi title={cutMiddle(gesture.target ?? "", 120)}>
      {gesture.at === undefined
        ? what
        : words.gestureBefore(what, formats.number(Math.max(0, Math.round((at - gesture.at) / 100)) / 10))}
    </bdi>
  )
}
