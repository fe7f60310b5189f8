import { useId, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { BecauseLine } from "./because-line"
import { FollowUpRow } from "./follow-up-row"
import { Glyph, glyphOf, Icon } from "./glyph"
import { cue } from "./hooks"
import { NextStep } from "./next-step"
import { Section, ShortList } from "./section"
import type { RunView } from "./state"

/** Scenarios that run, each with its next step and a countdown; a click shows because and all steps. */
export function RunningSection({ runs, hookedElsewhere }: { runs: RunView[]; hookedElsewhere: Set<string> }) {
  const { words } = useReader()
  return (
    <Section title={words.sections.running} count={runs.length}>
      {runs.length === 0 ? (
        <p className="cue-empty">{words.empty.running}</p>
      ) : (
        <ShortList items={runs} most={8}>
          {(run) => <RunRow key={run.key} run={run} hookedElsewhere={hookedElsewhere} />}
        </ShortList>
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
        <span className="cue-row-text cue-run">
          <bdi className="cue-row-name" title={cutMiddle(run.name, 300)}>
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
