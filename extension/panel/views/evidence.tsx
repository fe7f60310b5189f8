import ReceiptText from "lucide-react/dist/esm/icons/receipt-text.mjs"
import { Changing } from "../../overlay/changing"
import { Section, ShortList } from "../../overlay/section"
import { useNow } from "../../overlay/ticking"
import { explainSource, problemWords } from "../../words/evidence/problems"
import { sourcesWords } from "../../words/evidence/sources"
import { evidenceWords } from "../../words/panel/evidence"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import { CoverageBar } from "../parts/coverage-bar"
import { InboxList } from "../parts/inbox-list"
import { LooseEvidence } from "../parts/loose-evidence"
import { StepEvidenceRow } from "../parts/step-evidence"
import { defineView, type ViewProps } from "../view"

/** What was really seen: who looks where, which evidence settled which step, and what belongs to none. */
function Evidence({ state, act, actOnSite }: ViewProps<"evidence">) {
  const own = useWords(evidenceWords)
  const problems = useWords(problemWords)
  const { fields } = useWords(sourcesWords)
  const { formats } = useReader()
  const now = useNow()
  return (
    <>
      <Section title={own.channels}>
        {state.channels.length === 0 && <p className="cue-empty">{own.channelsNone}</p>}
        <ul className="cue-list">
          {state.channels.map((channel) => (
            <CoverageBar key={channel.id} channel={channel} from={state.from} to={state.to} now={now} />
          ))}
        </ul>
        {state.sources.map(
          ({ id, title, problem }) =>
            problem && (
              <p key={id} className="cue-evidence-problem">
                <strong>{title}:</strong> {explainSource(problems, problem, (name) => fields[name] ?? name)}
              </p>
            ),
        )}
        <Changing>
          <div className="cue-button-row">
            <button type="button" className="cue-button" onClick={() => actOnSite({ type: "options" })}>
              {own.connect}
            </button>
            {state.sources.length > 0 && (
              <button type="button" className="cue-button" onClick={() => void act({ type: "look" })}>
                {own.look}
              </button>
            )}
          </div>
        </Changing>
      </Section>
      <Changing>
        <InboxList inboxes={state.inboxes} act={act} />
      </Changing>
      <Section title={own.loose} count={state.loose.length}>
        {state.loose.length === 0 ? (
          <p className="cue-empty">{own.looseNone}</p>
        ) : (
          <ShortList items={state.loose} most={10}>
            {(item) => <LooseEvidence key={item.id} item={item} steps={state.steps} act={act} />}
          </ShortList>
        )}
      </Section>
      <Section title={own.steps} count={state.steps.length}>
        {state.steps.length === 0 ? (
          <p className="cue-empty">{own.stepsNone}</p>
        ) : (
          <ShortList items={state.steps} most={20}>
            {(step) => (
              <StepEvidenceRow key={step.step.key} step={step} act={act} formats={formats} now={now} />
            )}
          </ShortList>
        )}
      </Section>
    </>
  )
}

export const evidenceView = defineView({
  id: "evidence",
  words: evidenceWords,
  icon: ReceiptText,
  question: null,
  Component: Evidence,
})
