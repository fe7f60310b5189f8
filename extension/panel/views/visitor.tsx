import UserRound from "lucide-react/dist/esm/icons/user-round.mjs"
import { type FormEvent, useId, useState } from "react"
import { Changing } from "../../overlay/changing"
import { Section } from "../../overlay/section"
import { fieldNames } from "../../words/panel/field-names"
import { visitorWords } from "../../words/panel/visitor"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { Lens } from "../state"
import type { SegmentView, VisitorState } from "../states/visitor"
import { defineView, type ViewProps } from "../view"

/** What the recorder writes in the place of an address or a number. */
const HIDDEN = "removed"

/** Who this visitor is; others to be instead; and what would be if traits and segments were otherwise. */
function Visitor({ head, state, act, look }: ViewProps<"visitor">) {
  const words = useWords(visitorWords)
  const names = useWords(fieldNames)
  const { formats, startSentence } = useReader()
  const { known, namedBy } = state
  return (
    <>
      <Section title={words.who}>
        {known ? (
          <>
            <p>
              {words.since(
                formats.moment(known.firstAt, head.now),
                known.events,
                formats.number(known.events),
              )}
            </p>
            <p className="cue-muted">
              {words.ids}: <bdi>{formats.list(known.ids.slice(0, 5).map((id) => cutMiddle(id, 24)))}</bdi>
            </p>
          </>
        ) : (
          <p className="cue-empty">{words.fresh}</p>
        )}
        <Changing>
          <div className="cue-button-row">
            <button
              type="button"
              className="cue-button cue-button-main"
              disabled={known === null}
              onClick={() => void act({ type: "new" })}
            >
              {words.begin}
            </button>
          </div>
          <p className="cue-muted">{words.beginNote}</p>
          <p className="cue-muted">{namedBy === "snippet" ? words.snippet : words.cookies}</p>
        </Changing>
      </Section>
      <Changing>
        <SavedVisitors state={state} act={act} now={head.now} />
      </Changing>
      <Section title={words.traits}>
        {state.traits.length === 0 ? (
          <p className="cue-empty">{words.traitsNone}</p>
        ) : (
          <dl className="cue-event-facts">
            {state.traits.map(({ key, value, pretended }) => (
              <div key={key} className="cue-trait">
                <dt>
                  <bdi title={key}>
                    {startSentence((Object.hasOwn(names, key) && names[key]) || cutMiddle(key, 40))}
                  </bdi>
                </dt>
                <dd>
                  {value === HIDDEN && !pretended ? (
                    <span className="cue-muted" title={words.hiddenNote}>
                      {words.hidden}
                    </span>
                  ) : (
                    <bdi>{cutMiddle(value, 100)}</bdi>
                  )}{" "}
                  {pretended && <em>{words.pretended}</em>}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <PretendTrait lens={head.lens} at={head.at} look={look} />
      </Section>
      <Section title={words.segments}>
        {state.segments.length === 0 ? (
          <p className="cue-empty">{words.segmentsNone}</p>
        ) : (
          <ul className="cue-segments">
            {state.segments.map((segment) => (
              <SegmentRow key={segment.id} segment={segment} lens={head.lens} look={look} />
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function SavedVisitors({
  state,
  act,
  now,
}: {
  state: VisitorState
  act: ViewProps<"visitor">["act"]
  now: number
}) {
  const words = useWords(visitorWords)
  const { formats } = useReader()
  const [name, setName] = useState("")

  function save(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() === "") return
    void act({ type: "save", name })
    setName("")
  }

  return (
    <Section title={words.saved}>
      {state.saved.length === 0 && <p className="cue-empty">{words.savedNone}</p>}
      <ul className="cue-segments">
        {state.saved.map((saved) => {
          const title =
            saved.name === "" ? words.unnamed(formats.moment(saved.savedAt, now)) : cutMiddle(saved.name, 60)
          return (
            <li key={saved.person}>
              <bdi>{title}</bdi>
              {saved.current ? (
                <strong>{words.current}</strong>
              ) : (
                <span className="cue-button-row">
                  <button
                    type="button"
                    className="cue-button"
                    onClick={() => void act({ type: "switch", person: saved.person })}
                  >
                    {words.switch} <span className="cue-unseen">{title}</span>
                  </button>
                  <button
                    type="button"
                    className="cue-link"
                    onClick={() => void act({ type: "unsave", person: saved.person })}
                  >
                    {words.unsave} <span className="cue-unseen">{title}</span>
                  </button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {state.known && (
        <form className="cue-button-row" onSubmit={save}>
          <input
            className="cue-input"
            aria-label={words.saveName}
            placeholder={words.saveName}
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="cue-button">
            {words.save}
          </button>
        </form>
      )}
    </Section>
  )
}

interface LensProps {
  lens: Lens
  look(lens: Lens | null): void
}

/** A trait that only the panel knows: an `identify` that never leaves it. */
function PretendTrait({ lens, at, look }: LensProps & { at: number }) {
  const words = useWords(visitorWords)
  const [key, setKey] = useState("")
  const [value, setValue] = useState("")
  const note = useId()

  function pretend(event: FormEvent): void {
    event.preventDefault()
    if (key.trim() === "") return
    const props = { [key.trim()]: readValue(value) }
    look({ ...lens, pretended: [...lens.pretended, { name: "identify", at, props }] })
    setKey("")
    setValue("")
  }

  return (
    <form className="cue-button-row" aria-labelledby={note} onSubmit={pretend}>
      <span id={note} className="cue-unseen">
        {words.pretendTrait}
      </span>
      <input
        className="cue-input"
        aria-label={words.key}
        placeholder={words.key}
        value={key}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setKey(event.target.value)}
      />
      <input
        className="cue-input"
        aria-label={words.value}
        placeholder={words.value}
        value={value}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setValue(event.target.value)}
      />
      <button type="submit" className="cue-button">
        {words.pretend}
      </button>
    </form>
  )
}

function SegmentRow({ segment, lens, look }: LensProps & { segment: SegmentView }) {
  const words = useWords(visitorWords)
  const { id, holds, pretended } = segment
  const name = cutMiddle(segment.name, 60)

  function choose(choice: string): void {
    const { [id]: _, ...others } = lens.segments ?? {}
    look({ ...lens, segments: choice === "" ? others : { ...others, [id]: choice === "in" } })
  }

  return (
    <li className={pretended ? "cue-segment-pretended" : undefined}>
      <span>
        <bdi>{name}</bdi> <span className="cue-muted">{holds ? words.in : words.out}</span>{" "}
        {pretended && <em>{words.pretended}</em>}
      </span>
      <select
        className="cue-select"
        aria-label={words.segmentChoice(name)}
        value={pretended ? (lens.segments?.[id] ? "in" : "out") : ""}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{words.asIs}</option>
        <option value="in">{words.pretendIn}</option>
        <option value="out">{words.pretendOut}</option>
      </select>
    </li>
  )
}

/** Numbers, true and false mean themselves; everything else is text. */
function readValue(text: string): string | number | boolean {
  const plain = text.trim()
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  return plain === "true" || plain === "false" ? plain === "true" : plain
}

export const visitorView = defineView({
  id: "visitor",
  words: visitorWords,
  icon: UserRound,
  question: null,
  Component: Visitor,
})
