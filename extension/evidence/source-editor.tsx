import { type FormEvent, useEffect, useId, useRef, useState } from "react"
import type { SourceProblem } from "../../shared/evidence/source-problem"
import type { Field, Meaning } from "../domain"
import { filesWords } from "../words/evidence/files"
import { explainSource, problemWords } from "../words/evidence/problems"
import { sourcesWords } from "../words/evidence/sources"
import { useReader } from "../words/reader"
import { useWords } from "../words/words"
import { AnswerMapping, settleSettings } from "./answer-mapping"
import { Choice } from "./choice"
import { FieldRow } from "./field-row"
import { MomentField } from "./moment-field"
import { roundedSkew } from "./source-card"
import type { SourcesWays } from "./sources"
import type { SourceForm, SourceKind, SourcesState, SourceTest, SourceView } from "./state"

interface SourceEditorProps extends SourcesWays {
  state: SourcesState
  /** The one to change; null: a new one. */
  source: SourceView | null
  close(): void
}

/** A source's form. It tries itself out, and says in plain words what is wrong. */
export function SourceEditor({ state, source, act, allow, close }: SourceEditorProps) {
  const words = useWords(sourcesWords)
  const problems = useWords(problemWords)
  const { formats, startSentence } = useReader()
  const [begun] = useState<SourceForm>(() => beginForm(state, source))
  const [form, setForm] = useState(begun)
  const [test, setTest] = useState<SourceTest | "asking" | "refused" | null>(null)
  const kind = state.kinds.find(({ id }) => id === form.connector)
  const change = (part: Partial<SourceForm>) => setForm((last) => ({ ...last, ...part }))
  const fileWords = useWords(filesWords)
  const fieldName = (id: string) =>
    id.startsWith("path-")
      ? startSentence(fileWords.meanings[id.slice(5) as Meaning])
      : (words.fields[id] ?? id)

  const faultId = useId()
  const faulty = test !== null && typeof test === "object" ? fieldAtFault(test.problem) : null
  const body = useRef<HTMLFormElement>(null)
  // Where something is to be filled in, one is.
  useEffect(() => {
    if (faulty !== null) body.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus()
  }, [faulty])

  const fields = kind?.fields ?? []
  const isOfMapping = (id: string) => form.connector === "json" && mappingFields.test(id)
  const mapped = fields.filter(({ id }) => isOfMapping(id))
  const fieldRow = (field: Field) => (
    <FieldRow
      key={`${form.connector}/${field.id}`}
      field={field}
      label={fieldName(field.id)}
      value={form.settings[field.id] ?? ""}
      hint={secretHint(field.kind === "secret" ? source?.masked[field.id] : undefined)}
      note={field.kind === "secret" ? words.secretNote : undefined}
      fault={field.id === faulty ? faultId : undefined}
      change={(value) => change({ settings: { ...form.settings, [field.id]: value } })}
    />
  )

  async function isAllowed(): Promise<boolean> {
    const address = form.settings.url?.trim() || kind?.fields.find(({ id }) => id === "url")?.preset
    // Without an address there is nothing to allow; what lacks is said by trying.
    return !address || !/^https?:\/\/./.test(address) ? true : allow(address)
  }

  async function tryOut(asked: SourceForm = form): Promise<void> {
    setTest("asking")
    if (!(await isAllowed())) return setTest("refused")
    const answer = (await act({ type: "test", form: asked })) as SourceTest | null
    setTest(answer ?? null)
    // The list that is shown is the list that is read.
    if (asked.connector === "json" && answer?.sample)
      change({ settings: settleSettings(asked.settings, answer.sample) })
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!(await isAllowed())) return setTest("refused")
    await act({ type: "save", form })
    close()
  }

  return (
    <form
      ref={body}
      className="cue-card cue-source-form"
      data-opened=""
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        // What was filled in is not lost by a key.
        if (event.key === "Escape" && JSON.stringify(form) === JSON.stringify(begun)) close()
      }}
    >
      {source === null && (
        <>
          <Choice label={words.site} value={form.site} choose={(site) => change({ site })}>
            {state.sites.map((site) => (
              <option key={site} value={site}>
                {site}
              </option>
            ))}
          </Choice>
          <Choice
            label={words.service}
            value={form.connector}
            choose={(connector) => {
              change({ connector, settings: {} })
              setTest(null)
            }}
          >
            {(["inbox", "provider", "other"] as const).map((group) => (
              <optgroup key={group} label={words.groups[group]}>
                {state.kinds
                  .filter((each) => each.kind === group)
                  .map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Choice>
        </>
      )}
      {fields.filter(({ id }) => !isOfMapping(id)).map(fieldRow)}
      {mapped.length > 0 && (
        <details>
          <summary>{words.byHand}</summary>
          <div className="cue-source-form">{mapped.map(fieldRow)}</div>
        </details>
      )}
      <FieldRow
        field={{ id: "recipient", kind: "text" }}
        label={words.recipient}
        note={kind?.kind === "inbox" ? words.recipientInbox : words.recipientProvider}
        value={form.recipient}
        change={(recipient) => change({ recipient })}
      />
      {kind && kind.kind !== "provider" && (
        <MomentField
          label={words.keptSince}
          note={words.keptSinceNote}
          value={form.keptSince}
          change={(keptSince) => change({ keptSince })}
        />
      )}
      <div aria-live="polite">
        {test === "asking" && <p className="cue-muted">{words.testing}</p>}
        {test === "refused" && <p className="cue-source-problem">{words.refused}</p>}
        {test === null && mapped.length > 0 && <p className="cue-muted">{words.tryFirst}</p>}
        {test !== null && typeof test === "object" && (
          <>
            {test.problem ? (
              <p
                id={faultId}
                className="cue-source-problem"
                data-cue="source-test"
                data-cue-status={test.problem.code}
              >
                {explainSource(problems, test.problem, fieldName)}
              </p>
            ) : (
              <p className="cue-source-good" data-cue="source-test" data-cue-status="good">
                {words.testGood(
                  test.found,
                  formats.number(test.found),
                  test.latest === null ? null : formats.moment(test.latest, Date.now()),
                )}
              </p>
            )}
            {test.skewMs !== null && (
              <p className="cue-source-warning">
                {words.skew(formats.duration(roundedSkew(test.skewMs)), test.skewMs > 0)}
              </p>
            )}
          </>
        )}
      </div>
      {form.connector === "json" && test !== null && typeof test === "object" && test.sample && (
        <AnswerMapping
          sample={test.sample}
          settings={form.settings}
          change={(settings) => change({ settings })}
          chooseList={(list) => void tryOut({ ...form, settings: { ...form.settings, list } })}
        />
      )}
      <div className="cue-button-row cue-card-foot">
        <button type="submit" className="cue-button cue-button-main">
          {words.save}
        </button>
        <button
          type="button"
          className="cue-button"
          disabled={test === "asking"}
          onClick={() => void tryOut()}
        >
          {words.test}
        </button>
        <button type="button" className="cue-button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  )

  function secretHint(masked: string | undefined): string | undefined {
    return masked ? words.secretKept(masked) : undefined
  }
}

/** The field that a problem is about, where it is about one. */
function fieldAtFault(problem: SourceProblem | null): string | null {
  if (problem?.code === "setting-missing") return problem.detail ?? null
  return problem?.code === "bad-address" ? "url" : null
}

/** Fields that are filled in by looking at an answer. */
const mappingFields = /^(path-|list$|status$|statuses$|order$|zone$)/

function beginForm(state: SourcesState, source: SourceView | null): SourceForm {
  if (source) {
    const { id, site, connector, settings, recipient, keptSince } = source
    return { id, site, connector, settings, recipient, keptSince }
  }
  const [first] = state.kinds as [SourceKind, ...SourceKind[]]
  return {
    id: null,
    site: state.sites[0] ?? "",
    connector: first.id,
    settings: {},
    recipient: "",
    keptSince: Date.now(),
  }
}
