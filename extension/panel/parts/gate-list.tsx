import type { ToldGate } from "../../domain"
import { useExplainer } from "../../words/panel/explain-condition"
import { scenariosWords } from "../../words/panel/scenarios"
import { useWords } from "../../words/words"
import type { MapNames } from "../states/scenarios"
import { Least } from "./least"
import { Mark } from "./mark"

/**
 * Why a step was not sent: the least with which it would have been, and every gate in the order in which they are asked,
 * with what the visitor had. Nothing where all of them let it through.
 */
export function GateList({ gates, names }: { gates: ToldGate[]; names: MapNames }) {
  const own = useWords(scenariosWords)
  const explain = useExplainer(names)
  const refusals = gates.filter(({ passed }) => !passed)
  if (refusals.length === 0) return null
  const changes = refusals.flatMap(({ change }) => (change ? [explain.change(change)] : []))
  return (
    <details className="cue-gates">
      <summary>{own.gates}</summary>
      {changes.length > 0 && (
        <Least title={changes.length > 1 ? own.sentIfAll : own.sentIf} changes={changes} />
      )}
      <ul>
        {gates.map(({ gate, passed, is }) => (
          <li key={gate} className={passed ? "cue-met" : "cue-unmet"}>
            <Mark met={passed} />
            <span>
              {Object.hasOwn(own.gate, gate) ? own.gate[gate] : gate}
              <span className="cue-unseen">: {passed ? own.gatesPassed : own.gatesFailed}</span>
              {is && <span className="cue-has"> {own.had(explain.standing(is))}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
