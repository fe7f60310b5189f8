import { useId, useState } from "react"
import { useReader } from "../words/reader"
import { cleanText, cutMiddle } from "../words/shown-text"
import { BecauseLine } from "./because-line"
import { FollowUpRow } from "./follow-up-row"
import { Glyph, glyphOf, Icon } from "./glyph"
import { cue } from "./hooks"
import { Section } from "./section"
import type { FollowUpView, RunView } from "./state"
import { useNow } from "./ticking"

/** Scenarios that run, each with its next step and a countdown; a click shows because and all steps. */
export function RunningSection({ runs, hookedElsewhere }: { runs: RunView[]; hookedElsewhere: Set<string> }) {
  const { words } = useReader()
  return (
    <Section title={words.sections.running} count={runs.length}>
      {runs.length === 0 ? (
        <p className="cue-empty">{words.empty.running}</p>
      ) : (
        <ul className="cue-list">
          {runs.map((run) => (
            <RunRow key={run.key} run={run} hookedElsewhere={hookedElsewhere} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function RunRow({ run, hookedElsewhere }: { run: RunView; hookedElsewhere: Set<string> }) {
  const { words } = useReader()
  const [open, setOpen] = useState(false)
  const details = useId()
  const { next } = run
  return (
    <li className="cue-row" {...cue("scenario", run.scenario, run.status)}>
      <button
        type="button"
        className="cue-row-button"
        aria-expanded={open}
        aria-controls={details}
        onClick={() => setOpen(!open)}
      >
        <Glyph name={next ? glyphOf(next.status, next.reason) : "sent"} />
        <span className="cue-run">
          <bdi className="cue-row-name" title={cleanText(run.name)}>
            {cutMiddle(run.name, 40)}
          </bdi>
          {next ? (
            <NextStep followUp={next} hooked={!open && !hookedElsewhere.has(next.key)} />
          ) : (
            <span className="cue-muted">{words.followUp.waitsForGoal}</span>
          )}
        </span>
        <Icon name="chevron" />
      </button>
      <div id={details} hidden={!open} className="cue-details">
        {open && (
          <>
            <BecauseLine because={run.because} />
            <h3 className="cue-heading">{words.followUp.steps}</h3>
            <ul className="cue-list">
              {run.steps.map((step) => (
                <FollowUpRow key={step.key} followUp={step} hooked={!hookedElsewhere.has(step.key)} />
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  )
}

/** SMS in 23:41:10 */
function NextStep({ followUp, hooked }: { followUp: FollowUpView; hooked: boolean }) {
  const reader = useReader()
  const { words, formats } = reader
  const now = useNow()
  const channel = reader.startSentence(reader.channelName(followUp.channel))
  const until = followUp.status === "due" ? followUp.graceEndsAt : followUp.dueAt
  return (
    <span
      className={`cue-next cue-next-${followUp.status}`}
      title={until === null ? undefined : formats.exact(until)}
      {...(hooked ? cue("followup", `${followUp.scenario}/${followUp.step}`, followUp.status) : {})}
    >
      {until === null
        ? channel
        : followUp.status === "due"
          ? words.followUp.expected(channel, formats.countdown(until - now))
          : words.followUp.in(channel, formats.countdown(until - now))}
    </span>
  )
}
