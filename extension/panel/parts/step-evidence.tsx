import { useId, useState } from "react"
import type { MatchRule } from "../../../shared/evidence/explain-match"
import { Changing } from "../../overlay/changing"
import { nameFollowUp } from "../../overlay/describe-follow-up"
import { Glyph, glyphOf } from "../../overlay/glyph"
import type { Formats } from "../../words/formats"
import { evidenceWords } from "../../words/panel/evidence"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { EvidenceItem, EvidenceViewAction, StepEvidence } from "../states/evidence"
import { AlwaysRule } from "./always-rule"

type ActOnEvidence = (action: EvidenceViewAction) => Promise<unknown>

interface StepEvidenceRowProps {
  step: StepEvidence
  act: ActOnEvidence
  formats: Formats
  now: number
}

/** A step with all that was seen of it and why that is its evidence. Evidence that belongs to none can be dropped on it. */
export function StepEvidenceRow({
  step: { step, evidence, lookedAt },
  act,
  formats,
  now,
}: StepEvidenceRowProps) {
  const own = useWords(evidenceWords)
  const reader = useReader()
  const [isOver, setOver] = useState(false)
  const { scenario, channel } = step
  const place = { scenario, step: step.step, channel }
  const who = lookedAt.map((name) =>
    name === "recorder" ? own.recorder : name === "person" ? own.person : name,
  )
  return (
    <li
      className={isOver ? "cue-step-evidence cue-drop" : "cue-step-evidence"}
      data-cue="followup"
      data-cue-id={`${scenario}/${step.step}`}
      data-cue-status={step.status}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const key = event.dataTransfer.getData(DRAGGED)
        if (key !== "") void act({ type: "assign", key, scenario, step: step.step })
      }}
    >
      <h3>
        <Glyph name={glyphOf(step.status, step.reason)} />{" "}
        <bdi>
          {cutMiddle(step.scenarioName, 60)} · {nameFollowUp(step, reader, 60)}
        </bdi>
      </h3>
      {evidence.length === 0 && step.status === "scheduled" ? null : evidence.length === 0 ? (
        <p className="cue-muted">
          {who.length === 0 ? own.nobodyLooked : `${own.noEvidence} ${own.lookedAt(formats.list(who))}`}
        </p>
      ) : (
        <ul className="cue-list">
          {evidence.map((item) => (
            <li key={item.id} data-cue="evidence" data-cue-id={item.id} data-cue-status={item.rule.by}>
              <EvidenceLine item={item} now={now} />
              <span className="cue-muted"> — {explainRule(own, item)}</span>
              {item.assigned && (
                <Changing>
                  <button
                    type="button"
                    className="cue-link"
                    onClick={() => void act({ type: "unassign", key: item.key })}
                  >
                    {own.unassign}
                  </button>
                  <AlwaysRule item={item} message={step.messageId} act={act} />
                </Changing>
              )}
            </li>
          ))}
        </ul>
      )}
      {step.status === "late" && evidence.every(({ name }) => !SENDING.has(name)) && (
        <p className="cue-muted">{own.sentUnseen}</p>
      )}
      <Changing>
        {step.seenByPerson ? (
          <button type="button" className="cue-link" onClick={() => void act({ type: "unseen", ...place })}>
            {own.undo}
          </button>
        ) : (
          evidence.length === 0 &&
          step.status !== "scheduled" && (
            <GotIt at={step.dueAt ?? now} mark={(at) => void act({ type: "seen", ...place, at })} />
          )
        )}
      </Changing>
    </li>
  )
}

/** What is seen when a message goes out. An open or a click may come long after. */
const SENDING = new Set(["message_sent", "message_delivered", "message_shown"])

/** What the drag of a piece of evidence carries. */
export const DRAGGED = "application/x-cuelight-evidence"

/** One observation in a line: what, when, who told it. */
export function EvidenceLine({ item, now }: { item: EvidenceItem; now: number }) {
  const own = useWords(evidenceWords)
  const { formats, sourceNames } = useReader()
  return (
    <>
      <strong>{own.kinds[item.name] ?? item.name}</strong>{" "}
      <time title={formats.exact(item.at)}>{formats.moment(item.at, now)}</time>
      {item.title !== null && <bdi> {formats.quote(cutMiddle(item.title, 60))}</bdi>}
      <span className="cue-muted"> · {sourceNames(item.source)}</span>
      {item.proves
        .filter((kind) => Object.hasOwn(own.wrong, kind))
        .map((kind) => (
          <span key={kind} className="cue-evidence-wrong">
            {own.wrong[kind]}
          </span>
        ))}
    </>
  )
}

function explainRule(
  { rules }: (typeof evidenceWords)["en"],
  item: EvidenceItem & { rule: MatchRule },
): string {
  if (item.assigned) return rules.assigned
  if (item.source === "person") return rules.byHand
  const { rule } = item
  if ("pattern" in rule) return rules[rule.by](cutMiddle(rule.pattern, 60))
  return rule.by === "same-message" ? rules.sameMessage : rules[rule.by]
}

/** "I got it at 12:03": for what no machine sees. */
function GotIt({ at, mark }: { at: number; mark(at: number): void }) {
  const own = useWords(evidenceWords)
  const id = useId()
  const [local, setLocal] = useState(() => toLocal(at))
  return (
    <form
      className="cue-got-it"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = Date.parse(local)
        if (Number.isFinite(chosen)) mark(chosen)
      }}
    >
      <label htmlFor={id}>{own.gotIt}</label>
      <input
        id={id}
        type="datetime-local"
        className="cue-evidence-input"
        value={local}
        onChange={(event) => setLocal(event.target.value)}
      />
      <button type="submit" className="cue-button">
        {own.gotItSave}
      </button>
    </form>
  )
}

/** The wall time of this computer, as the browser's own control takes it. */
function toLocal(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
