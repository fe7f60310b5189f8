import { useId } from "react"
import { eventsWords } from "../../words/panel/events"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { EventFilter } from "./filter-rows"

interface EventFiltersProps {
  filter: EventFilter
  names: readonly string[]
  sources: readonly string[]
  change: (filter: EventFilter) => void
}

/** Search, and what to see of the log. */
export function EventFilters({ filter, names, sources, change }: EventFiltersProps) {
  const words = useWords(eventsWords)
  const { eventLabel, sourceNames } = useReader()
  const field = useId()
  return (
    <search className="cue-event-filters">
      <input
        type="search"
        className="cue-input"
        aria-label={words.search}
        placeholder={words.searchHint}
        autoComplete="off"
        spellCheck={false}
        value={filter.query}
        onChange={(event) => change({ ...filter, query: event.target.value })}
      />
      <select
        className="cue-select"
        aria-label={words.name}
        value={filter.name}
        onChange={(event) => change({ ...filter, name: event.target.value })}
      >
        <option value="">{words.anyName}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {cutMiddle(eventLabel(name), 40)}
          </option>
        ))}
      </select>
      <select
        className="cue-select"
        aria-label={words.source}
        value={filter.source}
        onChange={(event) => change({ ...filter, source: event.target.value })}
      >
        <option value="">{words.anySource}</option>
        {sources.map((source) => (
          <option key={source} value={source}>
            {sourceNames(source)}
          </option>
        ))}
      </select>
      <label className="cue-option" htmlFor={field}>
        <input
          id={field}
          type="checkbox"
          checked={filter.onlyRemarks}
          onChange={(event) => change({ ...filter, onlyRemarks: event.target.checked })}
        />
        {words.onlyRemarks}
      </label>
    </search>
  )
}
