import { useId, useState } from "react"
import { useReader } from "../words/reader"
import { cleanText, cutMiddle } from "../words/shown-text"
import { BecauseLine } from "./because-line"
import { describeFollowUp, nameFollowUp } from "./describe-follow-up"
import { Glyph, glyphOf, Icon } from "./glyph"
import { cue } from "./hooks"
import type { Because, FollowUpStatus, FollowUpView } from "./state"
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
  /** Why the scenario runs, where it is known. */
  because?: Because | undefined
  /** False where the same step carries its hook elsewhere. */
  hooked?: boolean
}

/** One step in one line; a click says why, and who looked for it. */
export function FollowUpRow({ followUp, because, hooked = true }: FollowUpRowProps) {
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
          <span
            className="cue-row-name"
            title={followUp.message === null ? undefined : cleanText(followUp.message)}
          >
            <bdi>{nameFollowUp(followUp, reader, 24)}</bdi>
          </span>
          <FollowUpTime followUp={followUp} />
          <Icon name="chevron" />
        </button>
      </div>
      <div id={details} hidden={!open} className="cue-details">
        {open && <FollowUpDetails followUp={followUp} because={because} />}
      </div>
    </li>
  )
}

function FollowUpDetails({ followUp, because }: Pick<FollowUpRowProps, "followUp" | "because">) {
  const reader = useReader()
  const now = useNow()
  return (
    <>
      <p>{describeFollowUp(followUp, reader, now)}</p>
      {followUp.dueAt !== null && <p className="cue-muted">{reader.formats.exact(followUp.dueAt)}</p>}
      <p className="cue-muted">{reader.words.followUp.scenario(cutMiddle(followUp.scenarioName, 60))}</p>
      {because && <BecauseLine because={because} />}
    </>
  )
}

/** How long it is overdue, how long until it is due, or what became of it. */
export function FollowUpTime({ followUp }: { followUp: FollowUpView }) {
  const { words, formats, journey } = useReader()
  const now = useNow()
  const { status, dueAt, graceEndsAt, sentAt } = followUp
  const exact = dueAt === null ? undefined : formats.exact(dueAt)
  let text: string = journey.followUpStatus[status]
  if (status === "missed" && dueAt !== null) text = words.followUp.overdue(formats.duration(now - dueAt))
  if (status === "scheduled" && dueAt !== null) text = formats.countdown(dueAt - now)
  if (status === "due" && graceEndsAt !== null) text = formats.countdown(graceEndsAt - now)
  if (status === "unknown" && dueAt !== null) text = formats.moment(dueAt, now)
  if (status === "sent" && sentAt !== null) text = `${text} ${formats.moment(sentAt, now)}`
  return (
    <span className="cue-row-time" title={exact}>
      {text}
    </span>
  )
}
