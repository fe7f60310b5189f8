import { describeFollowUp, nameFollowUp } from "../../overlay/describe-follow-up"
import { FollowUpTime } from "../../overlay/follow-up-row"
import { Glyph, glyphOf } from "../../overlay/glyph"
import { cue } from "../../overlay/hooks"
import { SeenButton } from "../../overlay/seen-button"
import { useNow } from "../../overlay/ticking"
import { scenariosWords } from "../../words/panel/scenarios"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { MapNames, PanelRun } from "../states/scenarios"
import { GateList } from "./gate-list"

/** The steps of a run, one below the other on the line of time. */
export function TimeLine({ run, names }: { run: PanelRun; names: MapNames }) {
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
            <GateList gates={run.gates[step.key] ?? []} names={names} />
          </div>
        </li>
      ))}
    </ol>
  )
}
