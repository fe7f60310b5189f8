import { useVirtualizer } from "@tanstack/react-virtual"
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from "react"
import { cue } from "../../overlay/hooks"
import { eventsWords } from "../../words/panel/events"
import { useReader } from "../../words/reader"
import { cleanText, cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { EventMark, EventRow } from "../states/events"
import { markOf } from "./filter-rows"

const ROW_HEIGHT = 36

interface EventListProps {
  rows: readonly EventRow[]
  marks: Readonly<Record<string, EventMark>>
  chosen: string | null
  choose: (id: string) => void
  now: number
}

/** The rows that are in sight, of however many. What comes on top moves nothing that is being looked at. */
export function EventList({ rows, marks, chosen, choose, now }: EventListProps) {
  const words = useWords(eventsWords)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useId()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index]?.event.id ?? index,
  })
  const chosenAt = rows.findIndex(({ event }) => event.id === chosen)

  const first = useRef<string | undefined>(undefined)
  const firstId = rows[0]?.event.id
  useLayoutEffect(() => {
    const before = first.current
    first.current = firstId
    const element = scroller.current
    if (!element || before === undefined || before === firstId || element.scrollTop < ROW_HEIGHT) return
    const moved = rows.findIndex(({ event }) => event.id === before)
    if (moved > 0) element.scrollTop += moved * ROW_HEIGHT
  }, [rows, firstId])

  // By keyboard the choice may leave what is in sight.
  const byKey = useRef(false)
  useEffect(() => {
    if (byKey.current && chosenAt >= 0) virtual.scrollToIndex(chosenAt)
    byKey.current = false
  }, [chosenAt, virtual])

  function go(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = rows[Math.max(0, Math.min(rows.length - 1, chosenAt < 0 ? 0 : chosenAt + step))]
    if (!to) return
    byKey.current = true
    choose(to.event.id)
  }

  return (
    <div
      ref={scroller}
      className="cue-event-list"
      role="listbox"
      tabIndex={0}
      aria-label={words.list}
      {...(chosenAt >= 0 && { "aria-activedescendant": `${list}-${chosenAt}` })}
      onKeyDown={go}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row && (
              <div
                key={key}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosenAt}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className="cue-event-row"
                style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
                onClick={() => choose(row.event.id)}
                onKeyDown={(event) => event.key === "Enter" && choose(row.event.id)}
                {...cue("event", row.event.name, statusOf(row, marks))}
              >
                <EventLine row={row} mark={markOf(row, marks)} now={now} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

function statusOf(row: EventRow, marks: EventListProps["marks"]): string {
  return markOf(row, marks) ?? row.remarks[0]?.severity ?? "seen"
}

/** One event in one line. */
export function EventLine({ row, mark, now }: { row: EventRow; mark: EventMark | null; now: number }) {
  const words = useWords(eventsWords)
  const { formats, eventLabel } = useReader()
  const { event, title, value, currency, remarks } = row
  const errors = remarks.filter(({ severity }) => severity === "error").length
  const warnings = remarks.length - errors
  const shown = title === null ? "" : cutMiddle(title, 60)
  return (
    <>
      <time>{formats.moment(event.at, now)}</time>
      <span className="cue-event-line">
        <bdi>{eventLabel(event.name)}</bdi>{" "}
        {shown !== "" && <bdi className="cue-muted">{formats.quote(shown)}</bdi>}
      </span>
      <span className="cue-event-notes">
        {event.source === "pretended" && <em>{words.pretended}</em>}
        {value !== null && (
          <span className="cue-muted">
            {formats.money(value, currency === null ? null : cleanText(currency))}
          </span>
        )}
        {mark !== null && (
          <span className="cue-note cue-note-warning" title={words.marks[mark]}>
            {mark === "duplicate" ? "×2" : "?"}
            <span className="cue-unseen">{words.marks[mark]}</span>
          </span>
        )}
        {errors > 0 && (
          <span className="cue-note cue-note-error" title={words.errors(errors, formats.number(errors))}>
            <span aria-hidden="true">✕ {errors}</span>
            <span className="cue-unseen">{words.errors(errors, formats.number(errors))}</span>
          </span>
        )}
        {errors === 0 && warnings > 0 && (
          <span
            className="cue-note cue-note-warning"
            title={words.warnings(warnings, formats.number(warnings))}
          >
            <span aria-hidden="true">! {warnings}</span>
            <span className="cue-unseen">{words.warnings(warnings, formats.number(warnings))}</span>
          </span>
        )}
      </span>
    </>
  )
}
