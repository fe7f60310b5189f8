import { describeFollowUp, nameFollowUp } from "../../overlay/describe-follow-up"
import { FollowUpTime } from "../../overlay/follow-up-row"
import { Glyph, glyphOf } from "../../overlay/glyph"
import { cue } from "../../overlay/hooks"
import { SeenButton } from "../../overlay/seen-button"
import { useNow } from "../../overlay/ticking"
import { scenariosWords } from "../../words/panel/scenarios"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { GateView, PanelRun } from "../states/scenarios"

/** The steps of a run, one below the other on the line of time. */
export function TimeLine({ run }: { run: PanelRun }) {
  const reader = useReader()
  const now = useNow()
  const own = useWords(scenariosWords)
  return (
    <ol className="cue-time-line" aria-label={own.steps}>
      {run.steps.map((step) => (
        <li
          key={step.key}
          className={`cue-time-step cue-row-${step.status}`}
          {...cue("followup", `${step.scenario}/${step.step}`, step.status)}
        >
          <Glyph name={glyphOf(step.status, step.reason)} />
          <div className="cue-time-what">
            <div className="cue-row-text">
              <bdi className="cue-time-name">{nameFollowUp(step, reader, 40)}</bdi>
              <FollowUpTime followUp={step} />
            </div>
            <p className="cue-muted">{describeFollowUp(step, reader, now)}</p>
            <SeenButton followUp={step} />
            {step.status === "skipped" && <GateList gates={run.gates[step.key] ?? []} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Every gate of a step that was not sent, in the order in which they are asked; the first that fails decides. */
export function GateList({ gates }: { gates: GateView[] }) {
  const own = useWords(scenariosWords)
  if (gates.length === 0) return null
  return (
    <details className="cue-gates">
      <summary>{own.gates}</summary>
      <ul>
        {gates.map(({ gate, passed }) => (
          <li key={gate} className={passed ? "cue-met" : "cue-unmet"}>
            <Mark met={passed} />
            <span>{Object.hasOwn(own.gate, gate) ? own.gate[gate] : gate}</span>
            <span className="cue-unseen">{passed ? own.gatesPassed : own.gatesFailed}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A tick or a cross: the word stands beside it for screen readers. */
export function Mark({ met }: { met: boolean }) {
  return (
    <svg className="cue-icon cue-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={met ? "M3 8.5l3.2 3.2L13 4.8" : "M4 4l8 8m0-8l-8 8"} />
    </svg>
  )
}
