import History from "lucide-react/dist/esm/icons/history.mjs"
import { Section } from "../../overlay/section"
import { clockWords } from "../../words/panel/clock"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import { BranchTable } from "../parts/branch-table"
import { Choice } from "../parts/choice"
import { MomentList } from "../parts/moment-list"
import { TimeSlider } from "../parts/time-slider"
import { WhatIf } from "../parts/what-if"
import type { PretendedEvent } from "../state"
import { defineView, type ViewProps } from "../view"

const dayMs = 86_400_000
const spans = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, year: 365 * dayMs }
type Span = keyof typeof spans

/** The past as it was at any event, the future as it will be, and both as they would be if. */
function Clock({ head, state, question, ask, look }: ViewProps<"clock">) {
  const own = useWords(clockWords)
  const { formats } = useReader()
  const { lens } = head
  const { moments, now, branch } = state
  if (!head.stage && moments.length === 0 && lens.pretended.length === 0)
    return <p className="cue-empty">{own.none}</p>
  const lookAt = (at: number | null) => look({ ...lens, at })
  const pretend = (events: PretendedEvent[]) => look({ ...lens, pretended: [...lens.pretended, ...events] })
  const past = moments.filter(({ at }) => at <= now)
  const ahead = moments.filter(({ at }) => at > now)
  const chosen = (Object.keys(spans) as Span[]).find((span) => spans[span] === question.aheadMs) ?? "week"
  return (
    <>
      <TimeSlider state={state} offsetMs={head.clockOffsetMs} looked={lens.at} look={lookAt} />
      {branch && (
        <Section title={own.branch}>
          <p className="cue-muted">{own.branchText(formats.moment(state.to, now))}</p>
          <BranchTable branch={branch} discard={() => look({ ...lens, pretended: [] })} />
        </Section>
      )}
      <Section title={own.future} count={ahead.length}>
        <Choice
          label={own.ahead}
          chosen={chosen}
          choose={(span) => span !== "" && ask({ aheadMs: spans[span] })}
          options={(Object.keys(spans) as Span[]).map((span) => [span, own.aheadOf[span]])}
        />
        {ahead.length === 0 ? (
          <p className="cue-empty">{own.futureNone}</p>
        ) : (
          <MomentList moments={ahead} looked={lens.at} look={lookAt} />
        )}
        {state.cut && <p className="cue-muted">{own.cut}</p>}
      </Section>
      <Section title={own.whatIf}>
        <WhatIf
          offers={state.offers}
          at={state.at}
          pretended={lens.pretended}
          pretend={pretend}
          takeBack={(index) =>
            look({ ...lens, pretended: lens.pretended.filter((_, each) => each !== index) })
          }
        />
      </Section>
      <Section title={own.past} count={past.length}>
        <MomentList moments={past.slice().reverse()} looked={lens.at} look={lookAt} />
      </Section>
    </>
  )
}

export const clockView = defineView({
  id: "clock",
  words: clockWords,
  icon: History,
  question: { aheadMs: spans.week },
  Component: Clock,
})
