import ListTree from "lucide-react/dist/esm/icons/list-tree.mjs"
import { useMemo, useState } from "react"
import { eventsWords } from "../../words/panel/events"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import { EventDetail } from "../events/event-detail"
import { EventFilters } from "../events/event-filters"
import { EventLine, EventList } from "../events/event-list"
import { filterRows, listChoices, markOf, newestFirst, noFilter } from "../events/filter-rows"
import { useEventLog } from "../events/use-event-log"
import { defineView, type ViewProps } from "../view"

/** Every event that was seen, as it comes: searched, held against what is expected, opened to its last value. */
function Events({ head, state, question, ask }: ViewProps<"events">) {
  const words = useWords(eventsWords)
  const { formats } = useReader()
  const log = useEventLog(state, question, ask)
  const [filter, setFilter] = useState(noFilter)
  const [chosen, setChosen] = useState<string | null>(null)
  const [pinned, setPinned] = useState<readonly string[]>([])
  /** How many rows of the log were there when the person pressed pause, and clear. */
  const [filtering, setFiltering] = useState(false)
  const [pausedAt, setPausedAt] = useState<number | null>(null)
  const [clearedAt, setClearedAt] = useState(0)
  const { rows } = log
  const until = pausedAt === null ? rows.length : Math.min(pausedAt, rows.length)
  const { marks, pretended } = state

  const seen = useMemo(
    () =>
      newestFirst([...rows.slice(Math.min(clearedAt, until), until), ...pretended]).filter(
        ({ event }) => event.at <= head.at,
      ),
    [rows, pretended, clearedAt, until, head.at],
  )
  const shown = useMemo(() => filterRows(seen, filter, marks), [seen, filter, marks])
  const names = useMemo(() => listChoices(rows, ({ event }) => [event.name]), [rows])
  const sources = useMemo(() => listChoices(rows, ({ event }) => event.source.split("+")), [rows])
  const chosenRow =
    rows.find(({ event }) => event.id === chosen) ?? pretended.find(({ event }) => event.id === chosen)
  const pinnedRows = rows.filter(({ event }) => pinned.includes(event.id))
  const waiting = rows.length - until
  const togglePin = (id: string) =>
    setPinned((before) =>
      before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(-20),
    )

  if (state.total === 0 && pretended.length === 0) return <p className="cue-empty">{words.none}</p>
  return (
    <div className="cue-events">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus is */}
      <div
        className="cue-events-head"
        // The count is said to who filters, and not with each event that comes.
        onFocus={({ target }) => setFiltering(target.matches("input, select"))}
        onBlur={() => setFiltering(false)}
      >
        <EventFilters filter={filter} names={names} sources={sources} change={setFilter} />
        <div className="cue-button-row">
          <button
            type="button"
            className="cue-button"
            aria-pressed={pausedAt !== null}
            onClick={() => setPausedAt(pausedAt === null ? rows.length : null)}
          >
            {pausedAt === null ? words.pause : words.goOn}
          </button>
          <button type="button" className="cue-button" onClick={() => setClearedAt(until)}>
            {words.clear}
          </button>
          <p className="cue-muted cue-events-count" aria-live={filtering ? "polite" : "off"}>
            {rows.length < state.total
              ? words.loading(formats.number(rows.length), formats.number(state.total))
              : words.count(formats.number(shown.length), formats.number(state.total + pretended.length))}
            {pausedAt !== null && waiting > 0 && ` · ${words.waiting(waiting, formats.number(waiting))}`}
          </p>
        </div>
        {clearedAt > 0 && (
          <p className="cue-muted">
            {words.cleared(clearedAt, formats.number(clearedAt))}{" "}
            <button type="button" className="cue-link" onClick={() => setClearedAt(0)}>
              {words.showAll}
            </button>
          </p>
        )}
        {pinnedRows.length > 0 && (
          <ul className="cue-pinned" aria-label={words.pinned}>
            {pinnedRows.map((row) => (
              <li key={row.event.id}>
                <button type="button" className="cue-event-row" onClick={() => setChosen(row.event.id)}>
                  <EventLine row={row} mark={markOf(row, marks)} now={head.now} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="cue-empty">
          {words.noneFit}{" "}
          <button
            type="button"
            className="cue-link"
            onClick={() => {
              setFilter(noFilter)
              setClearedAt(0)
            }}
          >
            {words.showAll}
          </button>
        </p>
      ) : (
        <EventList rows={shown} marks={marks} chosen={chosen} choose={setChosen} now={head.now} />
      )}
      <EventDetail
        row={chosenRow ?? null}
        mark={chosenRow ? markOf(chosenRow, marks) : null}
        pinned={chosen !== null && pinned.includes(chosen)}
        pin={togglePin}
      />
    </div>
  )
}

export const eventsView = defineView({
  id: "events",
  words: eventsWords,
  icon: ListTree,
  question: { epoch: "", from: 0 },
  Component: Events,
})
