import type { Explanation } from "../../domain"
import { type Explainer, useExplainer } from "../../words/panel/explain-condition"
import { scenariosWords } from "../../words/panel/scenarios"
import { useWords } from "../../words/words"
import type { MapNames, WhyNotView } from "../states/scenarios"
import { Least } from "./least"
import { Mark } from "./mark"

const MOST_CONDITIONS = 40

/** Why a scenario did not start: the least that would start it, and every condition, met or not. */
export function WhyNot({ whyNot, names }: { whyNot: WhyNotView; names: MapNames }) {
  const own = useWords(scenariosWords)
  const explain = useExplainer(names)
  const { change, parts } = whyNot
  const [trigger, audience] = cutTree(parts)
  return (
    <div className="cue-why-not">
      {change.length === 0 ? (
        <p>{own.noChange}</p>
      ) : (
        <Least title={change.length > 1 ? own.allOf : own.startsIf} changes={change.map(explain.change)} />
      )}
      {trigger && (
        <>
          <h3>{own.trigger}</h3>
          <Conditions parts={openAll(trigger)} explain={explain} />
        </>
      )}
      {audience && (
        <>
          <h3>{own.audience}</h3>
          <Conditions parts={openAll(audience)} explain={explain} />
        </>
      )}
    </div>
  )
}

/** The parts of an `all` stand for themselves where nothing else stands beside them. */
function openAll(explanation: Explanation): Explanation[] {
  return explanation.kind === "all" ? explanation.parts : [explanation]
}

/** A map may ask for thousands of things: a person reads the first few. */
function cutTree(parts: Explanation[], left = { leaves: MOST_CONDITIONS }): Explanation[] {
  return parts.flatMap((part): Explanation[] => {
    if (part.kind !== "leaf") return [{ ...part, parts: cutTree(part.parts, left) }]
    left.leaves -= 1
    return left.leaves < 0 ? [] : [part]
  })
}

function Conditions({ parts, explain }: { parts: Explanation[]; explain: Explainer }) {
  return (
    <ul className="cue-conditions">
      {parts.map((part, index) => (
        <ConditionLine key={`${part.kind} ${index}`} part={part} explain={explain} />
      ))}
    </ul>
  )
}

function ConditionLine({ part, explain }: { part: Explanation; explain: Explainer }) {
  const own = useWords(scenariosWords)
  const seen = (
    <>
      <Mark met={part.met} />
      <span className="cue-unseen">{part.met ? own.met : own.unmet}: </span>
    </>
  )
  if (part.kind !== "leaf")
    return (
      <li className={part.met ? "cue-met" : "cue-unmet"}>
        {seen}
        <div>
          {part.kind === "any" ? own.oneIsEnough : own.allNeeded}
          <Conditions parts={part.parts} explain={explain} />
        </div>
      </li>
    )
  const asked = explain.asked(part.asked)
  const change = part.met ? "" : explain.change(part.change)
  return (
    <li className={part.met ? "cue-met" : "cue-unmet"}>
      {seen}
      <div>
        {asked}
        <span className="cue-has"> {own.has(explain.standing(part.is))}</span>
        {change !== "" && change !== asked && <span className="cue-needs"> {own.needs(change)}</span>}
      </div>
    </li>
  )
}
