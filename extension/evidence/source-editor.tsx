import { type FormEvent, useId, useState } from "react"
import { explainSource, problemWords } from "../words/evidence/problems"
import { sourcesWords } from "../words/evidence/sources"
import { useReader } from "../words/reader"
import { useWords } from "../words/words"
import { FieldRow } from "./field-row"
import { minutesOf } from "./source-card"
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
  const { formats } = useReader()
  const [form, setForm] = useState<SourceForm>(() => beginForm(state, source))
  const [test, setTest] = useState<SourceTest | "asking" | "refused" | null>(null)
  const kind = state.kinds.find(({ id }) => id === form.connector)
  const change = (part: Partial<SourceForm>) => setForm((last) => ({ ...last, ...part }))
  const fieldName = (id: string) => words.fields[id] ?? id

  async function isAllowed(): Promise<boolean> {
    const address = form.settings.url?.trim() || kind?.fields.find(({ id }) => id === "url")?.preset
    // Without an address there is nothing to allow; what lacks is said by trying.
    return !address || !/^https?:\/\/./.test(address) ? true : allow(address)
  }

  async function tryOut(): Promise<void> {
    setTest("asking")
    await isAllowed()
    setTest(((await act({ type: "test", form })) as SourceTest | null) ?? null)
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!(await isAllowed())) return setTest("refused")
    await act({ type: "save", form })
    close()
  }

  return (
    <form className="cue-card cue-source-form" onSubmit={(event) => void save(event)}>
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
      {kind?.fields.map((field) => (
        <FieldRow
          key={`${form.connector}/${field.id}`}
          field={field}
          label={fieldName(field.id)}
          value={form.settings[field.id] ?? ""}
          hint={secretHint(field.kind === "secret" ? source?.masked[field.id] : undefined)}
          note={field.kind === "secret" ? words.secretNote : undefined}
          change={(value) => change({ settings: { ...form.settings, [field.id]: value } })}
        />
      ))}
      <FieldRow
        field={{ id: "recipient", kind: "text" }}
        label={words.recipient}
        note={kind?.kind === "inbox" ? words.recipientInbox : words.recipientProvider}
        value={form.recipient}
        change={(recipient) => change({ recipient })}
      />
      {kind && kind.kind !== "provider" && (
        <KeptSince value={form.keptSince} change={(keptSince) => change({ keptSince })} />
      )}
      <div aria-live="polite">
        {test === "asking" && <p className="cue-muted">{words.testing}</p>}
        {test === "refused" && <p className="cue-source-problem">{words.refused}</p>}
        {test !== null && typeof test === "object" && (
          <>
            {test.problem ? (
              <p className="cue-source-problem" data-cue="source-test" data-cue-status={test.problem.code}>
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
                {words.skew(formats.number(minutesOf(test.skewMs)), test.skewMs > 0)}
              </p>
            )}
          </>
        )}
      </div>
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

interface ChoiceProps {
  label: string
  value: string
  choose(value: string): void
  children: React.ReactNode
}

function Choice({ label, value, choose, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className="cue-source-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="cue-source-input"
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        {children}
      </select>
    </div>
  )
}

/** A local wall time, as the browser's own control takes it. */
function KeptSince({ value, change }: { value: number; change(value: number): void }) {
  const words = useWords(sourcesWords)
  const id = useId()
  const local = new Date(value - new Date(value).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  return (
    <div className="cue-source-field">
      <label htmlFor={id}>{words.keptSince}</label>
      <input
        id={id}
        type="datetime-local"
        className="cue-source-input"
        value={local}
        onChange={(event) => {
          const at = Date.parse(event.target.value)
          if (Number.isFinite(at)) change(at)
        }}
      />
      <p className="cue-muted">{words.keptSinceNote}</p>
    </div>
  )
}
