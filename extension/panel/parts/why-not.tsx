import { useNow } from "../../overlay/ticking"
import { explainCondition, explainStanding } from "../../words/panel/explain-condition"
import { scenariosWords } from "../../words/panel/scenarios"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { MapNames, WhyNotView } from "../states/scenarios"
import { Mark } from "./time-line"

const MOST_CONDITIONS = 40

/** Why a scenario did not start: the least that would start it, and every condition, met or not. */
export function WhyNot({ whyNot, names }: { whyNot: WhyNotView; names: MapNames }) {
  const reader = useReader()
  const own = useWords(scenariosWords)
  const now = useNow()
  const say = (sentence: string) => explainCondition(sentence, reader, names, now)
  const { change, unmet, met } = whyNot
  const conditions = [
    ...unmet.map((each) => ({ ...each, holds: false })),
    ...met.map((each) => ({ ...each, holds: true })),
  ].slice(0, MOST_CONDITIONS)
  return (
    <div className="cue-why-not">
      {change.length === 0 ? (
        <p>{own.noChange}</p>
      ) : (
        <div className="cue-least">
          <p className="cue-least-title">{change.length > 1 ? own.allOf : own.startsIf}</p>
          <ul>
            {change.slice(0, 12).map((each) => (
              <li key={each}>{say(each)}</li>
            ))}
          </ul>
        </div>
      )}
      <h3>{own.conditions}</h3>
      <ul className="cue-conditions">
        {conditions.map(({ condition, is, holds }, index) => (
          <li key={`${condition} ${index}`} className={holds ? "cue-met" : "cue-unmet"}>
            <Mark met={holds} />
            <span>
              <span className="cue-unseen">{holds ? own.met : own.unmet}: </span>
              {say(condition)}
              <span className="cue-muted"> {own.has(explainStanding(is, reader, names, now))}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
