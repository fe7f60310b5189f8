import { useId, useState } from "react"
import { Changing } from "../../overlay/changing"
import { nameFollowUp } from "../../overlay/describe-follow-up"
import { useNow } from "../../overlay/ticking"
import { evidenceWords } from "../../words/panel/evidence"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { EvidenceItem, EvidenceViewAction, StepEvidence } from "../states/evidence"
import { AlwaysRule } from "./always-rule"
import { DRAGGED, EvidenceLine } from "./step-evidence"

interface LooseEvidenceProps {
  item: EvidenceItem
  steps: StepEvidence[]
  act(action: EvidenceViewAction): Promise<unknown>
}

/** Evidence that settled no step: dragged onto one, or assigned by a menu, once or by a rule of the map. */
export function LooseEvidence({ item, steps, act }: LooseEvidenceProps) {
  const own = useWords(evidenceWords)
  const reader = useReader()
  const now = useNow()
  const id = useId()
  const [chosen, setChosen] = useState("")
  const step = steps.find(({ step }) => step.key === chosen)?.step
  return (
    <li
      className="cue-loose"
      draggable
      title={own.drag}
      data-cue="evidence"
      data-cue-id={item.id}
      data-cue-status="loose"
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, item.key)}
    >
      <EvidenceLine item={item} now={now} />
      <span className="cue-muted"> · {reader.channelName(item.channel)}</span>
      <Changing>
        <div className="cue-loose-assign">
          <label htmlFor={id}>{own.assignTo}</label>
          <select
            id={id}
            className="cue-evidence-input"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{own.choose}</option>
            {steps.map(({ step }) => (
              <option key={step.key} value={step.key}>
                {cutMiddle(step.scenarioName, 30)} · {nameFollowUp(step, reader)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="cue-button"
            disabled={!step}
            onClick={() =>
              step && void act({ type: "assign", key: item.key, scenario: step.scenario, step: step.step })
            }
          >
            {own.assign}
          </button>
          {step && <AlwaysRule item={item} message={step.messageId} act={act} />}
        </div>
      </Changing>
    </li>
  )
}
