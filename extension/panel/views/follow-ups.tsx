import ListChecks from "lucide-react/dist/esm/icons/list-checks.mjs"
import { useMemo, useState } from "react"
import { nameFollowUp } from "../../overlay/describe-follow-up"
import { JourneyProvider } from "../../overlay/journey-context"
import type { FollowUpStatus } from "../../overlay/state"
import { followUpsWords } from "../../words/panel/follow-ups"
import { type Reader, useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import { Choice } from "../parts/choice"
import { FollowUpTable } from "../parts/follow-up-table"
import type { FollowUpLine } from "../states/follow-ups"
import { defineView, type ViewProps } from "../view"

interface Filters {
  status: string
  scenario: string
  channel: string
}

const noFilters: Filters = { status: "", scenario: "", channel: "" }

/** All steps of all scenarios: what needs a look first, with due, status and evidence. */
function FollowUps({ head, state, actOnSite }: ViewProps<"follow-ups">) {
  const reader = useReader()
  const own = useWords(followUpsWords)
  const [filters, setFilters] = useState(noFilters)
  const { followUps, channels } = state
  const shown = useMemo(() => followUps.filter((line) => fits(line, filters)), [followUps, filters])
  if (followUps.length === 0) return <p className="cue-empty">{own.none}</p>
  const set = (change: Partial<Filters>) => setFilters({ ...filters, ...change })
  const { formats } = reader
  return (
    <JourneyProvider journey={{ channels, running: [], clockOffsetMs: head.clockOffsetMs, act: actOnSite }}>
      <div className="cue-filters">
        <Choice
          label={own.status}
          all={own.all}
          chosen={filters.status}
          choose={(status) => set({ status })}
          options={listStatuses(followUps, reader)}
        />
        <Choice
          label={own.scenario}
          all={own.all}
          chosen={filters.scenario}
          choose={(scenario) => set({ scenario })}
          options={listUnique(followUps, ({ scenario, scenarioName }) => [
            scenario,
            cutMiddle(scenarioName, 40),
          ])}
        />
        <Choice
          label={own.channel}
          all={own.all}
          chosen={filters.channel}
          choose={(channel) => set({ channel })}
          options={listUnique(followUps, ({ channel }) => [
            channel,
            reader.startSentence(reader.channelName(channel)),
          ])}
        />
        <span className="cue-muted" role="status">
          {own.shown(formats.number(shown.length), formats.number(followUps.length))}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="cue-empty">
          {own.noMatch}{" "}
          <button type="button" className="cue-link" onClick={() => setFilters(noFilters)}>
            {own.clear}
          </button>
        </p>
      ) : (
        <FollowUpTable lines={shown} names={state.names} name={(line) => nameFollowUp(line, reader, 40)} />
      )}
    </JourneyProvider>
  )
}

function fits(line: FollowUpLine, { status, scenario, channel }: Filters): boolean {
  return (
    (status === "" || line.status === status) &&
    (scenario === "" || line.scenario === scenario) &&
    (channel === "" || line.channel === channel)
  )
}

function listStatuses(lines: FollowUpLine[], { journey, startSentence }: Reader): [FollowUpStatus, string][] {
  return listUnique(lines, ({ status }) => [status, startSentence(journey.followUpStatus[status])])
}

/** The values there are, in the order in which they come, with what they are called. */
function listUnique<Value extends string>(
  lines: FollowUpLine[],
  read: (line: FollowUpLine) => [Value, string],
): [Value, string][] {
  return [...new Map(lines.map(read))]
}

export const followUpsView = defineView({
  id: "follow-ups",
  words: followUpsWords,
  icon: ListChecks,
  question: null,
  Component: FollowUps,
})
