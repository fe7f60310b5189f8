import { useId, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { BecauseLine } from "./because-line"
import { describeFollowUp, nameFollowUp } from "./describe-follow-up"
import { Glyph, glyphOf, Icon } from "./glyph"
import { cue } from "./hooks"
import { useBecauseOf, useChannel } from "./journey-context"
import { NextStep } from "./next-step"
import { SeenButton } from "./seen-button"
import type { FollowUpStatus, FollowUpView } from "./state"
import { useNow } from "./ticking"

/** Statuses that are findings of the audit by themselves, with their severity there. */
const findings: Partial<Record<FollowUpStatus, "error" | "warning">> = {
  missed: "error",
  "should-not-have": "error",
  failed: "warning",
  late: "warning",
  early: "warning",
}

interface FollowUpRowProps {
  followUp: FollowUpView
  /** False where the same step carries its hook elsewhere. */
  hooked?: boolean
  /** What stands first: the message, or (where that is not the news) the scenario. */
  named?: "message" | "scenario"
}

/** One step in one line; a click says why, and who looked for it. */
export function FollowUpRow({ followUp, hooked = true, named = "message" }: FollowUpRowProps) {
  const reader = useReader()
  const [open, setOpen] = useState(false)
  const details = useId()
  const severity = findings[followUp.status]
  const kind =
    followUp.status === "skipped" && followUp.reason === "integration-missing" ? "never-can" : followUp.status
  const finding = severity ?? (kind === "never-can" ? "warning" : undefined)
  return (
    <li
      className={`cue-row cue-row-${followUp.status}`}
      {...(hooked && finding ? cue("finding", kind, finding) : {})}
    >
      <div {...(hooked ? cue("followup", `${followUp.scenario}/${followUp.step}`, followUp.status) : {})}>
        <button
          type="button"
          className="cue-row-button"
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          <Glyph name={glyphOf(followUp.status, followUp.reason)} />
          <span className="cue-row-text">
            <span
              className="cue-row-name"
              title={followUp.message === null ? undefined : cutMiddle(followUp.message, 300)}
            >
              <bdi>
                {named === "scenario"
                  ? cutMiddle(followUp.scenarioName, 60)
                  : nameFollowUp(followUp, reader, 60)}
              </bdi>
            </span>
            {named === "scenario" ? <NextStep followUp={followUp} /> : <FollowUpTime followUp={followUp} />}
          </span>
          <Icon name="chevron" />
        </button>
      </div>
      <div id={details} hidden={!open} className="cue-details">
        {open && <FollowUpDetails followUp={followUp} />}
      </div>
    </li>
  )
}

/** Why: what should have happened, what began it, and who would have seen it. */
function FollowUpDetails({ followUp }: { followUp: FollowUpView }) {
  const reader = useReader()
  const { words, formats } = reader
  const now = useNow()
  const because = useBecauseOf(followUp)
  const channel = useChannel(followUp.channel)
  const since = channel?.watchedSince ?? null
  const watcher =
    channel?.watchedBy === "person"
      ? words.watching.you
      : channel?.watchedBy === "recorder"
        ? words.watching.cuelight
        : channel?.watchedBy === "source"
          ? formats.list(channel.sources)
          : words.watching.nobodyAtAll
  return (
    <>
      <p title={followUp.dueAt === null ? undefined : formats.exact(followUp.dueAt)}>
        {describeFollowUp(followUp, reader, now)}
      </p>
      {because && <BecauseLine because={because} />}
      <p className="cue-muted">
        {words.followUp.scenario(cutMiddle(followUp.scenarioName, 60))}
        <br />
        {since === null
          ? words.watching.lookedAt(watcher)
          : words.watching.lookedAtSince(watcher, formats.moment(since, now))}
      </p>
      <SeenButton followUp={followUp} />
    </>
  )
}

/** How long it is overdue, how long until it is due, or what became of it. */
export function FollowUpTime({ followUp }: { followUp: FollowUpView }) {
  const { words, formats, journey, reason, startSentence } = useReader()
  const now = useNow()
  const { status, dueAt, graceEndsAt, sentAt } = followUp
  const exact = dueAt === null ? undefined : formats.exact(dueAt)
  let text: string = journey.followUpStatus[status]
  // "Not sent" alone would leave the person with a question.
  if (status === "skipped") text = startSentence(reason(followUp.reason) ?? text)
  if (status === "missed" && dueAt !== null) text = words.followUp.overdue(formats.duration(now - dueAt))
  if (status === "scheduled" && dueAt !== null) text = words.followUp.inTime(formats.wait(dueAt - now))
  if (status === "due" && graceEndsAt !== null) text = words.followUp.left(formats.wait(graceEndsAt - now))
  if (status === "unknown" && dueAt !== null) text = formats.moment(dueAt, now)
  if (status === "sent" && sentAt !== null) text = `${text} ${formats.moment(sentAt, now)}`
  return (
    <span className="cue-row-time" title={exact}>
      {text}
    </span>
  )
}
