import SearchCheck from "lucide-react/dist/esm/icons/search-check.mjs"
import { useEffect, useRef, useState } from "react"
import { Changing } from "../../overlay/changing"
import { nameFollowUp } from "../../overlay/describe-follow-up"
import { Glyph, type GlyphName, HealthGlyph, Icon } from "../../overlay/glyph"
import { cue } from "../../overlay/hooks"
import { Section, ShortList } from "../../overlay/section"
import { useNow } from "../../overlay/ticking"
import { findingsWords } from "../../words/panel/findings"
import { type Reader, useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import { FindingProof } from "../parts/finding-proof"
import { MuteForm } from "../parts/mute-form"
import type { FindingGroup, FindingsAction, FindingView } from "../states/findings"
import { defineView, type ViewProps } from "../view"

type ActOnFindings = (action: FindingsAction) => void

/** What the audit wants a person to see: errors, warnings, notes; each kind with what to do about it. */
function Findings({ head, state, act }: ViewProps<"findings">) {
  const own = useWords(findingsWords)
  const { groups, muted } = state
  if (!head.stage && state.total === 0) return <p className="cue-empty">{own.noVisitor}</p>
  return (
    <>
      {groups.length === 0 && (
        <p className="cue-all-well">
          <Glyph name="sent" /> {own.none}
        </p>
      )}
      {(["error", "warning", "info"] as const).map((severity) => {
        const here = groups.filter((group) => group.severity === severity)
        const count = here.reduce((sum, { total }) => sum + total, 0)
        if (count === 0) return null
        return (
          <Section
            key={severity}
            title={own.severity[severity]}
            count={count}
            {...(severity === "error" && { tone: "bad" as const })}
          >
            {here.map((group) => (
              <Group key={group.kind} group={group} act={act} />
            ))}
          </Section>
        )
      })}
      {muted.length > 0 && <Muted findings={muted} act={act} />}
    </>
  )
}

function Group({ group, act }: { group: FindingGroup; act: ActOnFindings }) {
  const { formats } = useReader()
  const own = useWords(findingsWords)
  const { kind, findings, total } = group
  const glyph = glyphs[kind]
  return (
    <div className={`cue-finding-group cue-finding-${group.severity}`}>
      <h3>
        {glyph ? (
          <Glyph name={glyph} />
        ) : (
          <HealthGlyph severity={group.severity === "error" ? "error" : "warning"} />
        )}{" "}
        {own.kind[kind]}
        {total > 1 && <span className="cue-muted"> × {formats.number(total)}</span>}
      </h3>
      <p className="cue-muted">{own.advice[kind]}</p>
      <ShortList items={findings} most={4}>
        {(finding) => <FindingRow key={finding.id} finding={finding} act={act} />}
      </ShortList>
      {total > findings.length && (
        <p className="cue-muted">{own.more(formats.number(total - findings.length))}</p>
      )}
    </div>
  )
}

/** Of what befell a step, its shape; of everything else, how much it matters. */
const glyphs: Partial<Record<FindingView["kind"], GlyphName>> = {
  missed: "missed",
  "should-not-have": "should-not-have",
  "in-quiet-hours": "should-not-have",
  "over-cap": "should-not-have",
  "wrong-channel": "should-not-have",
  duplicate: "should-not-have",
  failed: "failed",
  late: "late",
  early: "late",
  "never-can": "impossible",
}

function FindingRow({ finding, act }: { finding: FindingView; act: ActOnFindings }) {
  const reader = useReader()
  const own = useWords(findingsWords)
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const mute = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (wasAsking.current && !asking) mute.current?.focus()
    wasAsking.current = asking
  }, [asking])
  const { formats } = reader
  const reason = reader.reason(finding.reason)
  const [event] = finding.events
  return (
    <li className="cue-finding" {...cue("finding", finding.kind, finding.severity)}>
      <div className="cue-finding-line">
        <bdi className="cue-finding-what">{nameFinding(finding, reader)}</bdi>
        <time className="cue-muted" title={formats.exact(finding.at)}>
          {formats.moment(finding.at, now)}
        </time>
      </div>
      {finding.scenarioName !== null && finding.step !== null && (
        <p className="cue-muted">
          <bdi>{reader.words.followUp.scenario(cutMiddle(finding.scenarioName, 60))}</bdi>
        </p>
      )}
      {reason !== null && <p className="cue-muted">{own.reason(reason)}</p>}
      {event && finding.step !== null && !event.name.startsWith("message_") && (
        <p className="cue-muted">
          <bdi>{reader.describeEvent(event.name, event.title)}</bdi>
        </p>
      )}
      <FindingProof proof={finding.proof} />
      {finding.detail !== null && (
        <p className="cue-muted">
          <bdi>{own.detail(cutMiddle(finding.detail, 240))}</bdi>
        </p>
      )}
      {asking ? (
        <MuteForm
          words={own}
          mute={(because) => act({ type: "mute", key: finding.key, reason: because })}
          cancel={() => setAsking(false)}
        />
      ) : (
        <Changing>
          <button ref={mute} type="button" className="cue-link" onClick={() => setAsking(true)}>
            {own.mute}
          </button>
        </Changing>
      )}
    </li>
  )
}

function Muted({ findings, act }: { findings: FindingView[]; act: ActOnFindings }) {
  const { formats } = useReader()
  const own = useWords(findingsWords)
  const [open, setOpen] = useState(false)
  return (
    <section className="cue-section">
      <button
        type="button"
        className="cue-row-button cue-muted-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        <span>{own.muted}</span>
        <b>{formats.number(findings.length)}</b>
      </button>
      {open && (
        <ShortList items={findings} most={20}>
          {(finding) => <MutedRow key={finding.id} finding={finding} act={act} />}
        </ShortList>
      )}
    </section>
  )
}

function MutedRow({ finding, act }: { finding: FindingView; act: ActOnFindings }) {
  const reader = useReader()
  const own = useWords(findingsWords)
  const now = useNow()
  const { mutedBecause, mutedAt } = finding
  const reason = cutMiddle(mutedBecause ?? "", 300)
  return (
    <li className="cue-finding">
      <div className="cue-finding-line">
        <bdi className="cue-finding-what">
          {own.kind[finding.kind]}: {nameFinding(finding, reader)}
        </bdi>
        <span className="cue-unseen">
          <HealthGlyph severity="ok" />
        </span>
      </div>
      <p className="cue-muted">
        <bdi>{reason === "" ? own.mutedNoReason : own.mutedBecause(reason)}</bdi>
        {mutedAt !== null && ` (${own.mutedAt(reader.formats.moment(mutedAt, now))})`}
      </p>
      <Changing>
        <button type="button" className="cue-link" onClick={() => act({ type: "unmute", key: finding.key })}>
          {own.unmute}
        </button>
      </Changing>
    </li>
  )
}

/** What it is about: the step, else the scenario, else the event, else only the channel. */
function nameFinding(finding: FindingView, reader: Reader): string {
  const { channel, scenarioName, events } = finding
  if (finding.step !== null && channel !== null)
    return nameFollowUp({ channel, message: finding.message }, reader, 48)
  if (scenarioName !== null) return cutMiddle(scenarioName, 60)
  const [event] = events
  const said = event ? reader.describeEvent(event.name, event.title) : null
  if (channel !== null && said !== null)
    return `${reader.startSentence(reader.channelName(channel))} · ${said}`
  return said === null ? reader.startSentence(channel ?? finding.kind) : reader.startSentence(said)
}

export const findingsView = defineView({
  id: "findings",
  words: findingsWords,
  icon: SearchCheck,
  question: null,
  Component: Findings,
})
