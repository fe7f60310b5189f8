import { useState } from "react"
import { ConfirmedButton } from "../overlay/confirmed-button"
import { filesWords } from "../words/evidence/files"
import { explainSource, problemWords } from "../words/evidence/problems"
import { sourcesWords } from "../words/evidence/sources"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { useWords } from "../words/words"
import type { EvidenceAction, SourceView } from "./state"

/** One source: where it looks, what it has found, and what is wrong with it. */
export function SourceCard({
  source,
  act,
  edit,
}: {
  source: SourceView
  act(action: EvidenceAction): Promise<unknown>
  edit(): void
}) {
  const words = useWords(sourcesWords)
  const problems = useWords(problemWords)
  const files = useWords(filesWords)
  const { formats, channelKind, startSentence } = useReader()
  const [isLooking, setLooking] = useState(false)
  const now = Date.now()
  const { problem, skewMs, found, strangers, unreadable, lastGoodAt } = source
  const isFile = source.connector === "file"
  const facts = [
    source.channels.length > 0 && words.watches(formats.list(source.channels.map(channelKind))),
    lastGoodAt === null
      ? !isFile && words.never
      : (isFile ? files.imported : words.lastGood)(formats.moment(lastGoodAt, now)),
    words.found(found, formats.number(found)),
    strangers > 0 && words.strangers(strangers, formats.number(strangers)),
  ].filter((fact) => fact !== false)
  return (
    <article
      className="cue-card"
      data-cue="source"
      data-cue-id={source.connector}
      data-cue-status={problem?.code ?? "good"}
    >
      <h3>
        <bdi>{cutMiddle(source.title, 60)}</bdi> <span className="cue-muted">·</span>{" "}
        <bdi>{cutMiddle(source.site, 40)}</bdi>
      </h3>
      {source.settings.url && (
        <p className="cue-muted cue-source-address">{cutMiddle(source.settings.url, 80)}</p>
      )}
      {source.recipient !== "" && <p className="cue-muted">→ {cutMiddle(source.recipient, 80)}</p>}
      <p>{facts.join(" · ")}</p>
      {problem && (
        <p className="cue-source-problem" role="status">
          {explainSource(problems, problem, (id) => words.fields[id] ?? id)}
          {problem.comeAgainAt !== undefined &&
            ` ${startSentence(words.again(formats.moment(problem.comeAgainAt, now)))}.`}
        </p>
      )}
      {skewMs !== null && (
        <p className="cue-source-warning">{words.skew(formats.duration(roundedSkew(skewMs)), skewMs > 0)}</p>
      )}
      {unreadable > 0 && (
        <p className="cue-source-warning">{words.unreadable(unreadable, formats.number(unreadable))}</p>
      )}
      <div className="cue-button-row cue-card-foot">
        {!isFile && (
          <>
            <button
              type="button"
              className="cue-button"
              disabled={isLooking}
              onClick={async () => {
                setLooking(true)
                await act({ type: "look", id: source.id })
                setLooking(false)
              }}
            >
              {isLooking ? words.testing : words.look}
            </button>
            <button type="button" className="cue-button" data-opens={source.id} onClick={edit}>
              {words.edit}
            </button>
          </>
        )}
        <ConfirmedButton
          label={isFile ? files.takeBack : words.remove}
          question={isFile ? files.takeBackAsk(cutMiddle(source.title, 60)) : words.removeAsk(source.title)}
          yes={isFile ? files.takeBack : words.removeYes}
          no={words.removeNo}
          onConfirm={() => void act({ type: "remove", id: source.id })}
        />
      </div>
    </article>
  )
}

const MINUTE_MS = 60_000

/** In whole minutes: an answer takes its seconds to come. */
export function roundedSkew(skewMs: number): number {
  return Math.round(Math.abs(skewMs) / MINUTE_MS) * MINUTE_MS
}
