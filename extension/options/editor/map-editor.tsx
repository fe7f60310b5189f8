import { openSearchPanel } from "@codemirror/search"
import type { EditorView } from "@codemirror/view"
import { useEffect, useId, useRef, useState } from "react"
import { NOTHING_SEEN, type SeenNames } from "../../domain"
import { ConfirmedButton } from "../../overlay/confirmed-button"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { readMap } from "../map-row"
import { saveText } from "../save-file"
import type { ActOnOptions } from "../section"
import type { OpenedMap } from "../state"
import { useMapsWords } from "../words"
import { ChangeList } from "./change-list"
import { CodeEditor } from "./code-editor"
import { listRemarks, type Remark } from "./map-assistance"
import { RemarkList } from "./remark-list"
import { useDraft } from "./use-draft"

/** How long after the last letter the text is read anew. */
const READ_AFTER_MS = 250

/** The editor of one map. What is typed is a draft at once; sites go on with the last good text until "use". */
export function MapEditor({ opened, title, act }: { opened: OpenedMap; title: string; act: ActOnOptions }) {
  const { language, formats } = useReader()
  const words = useMapsWords()
  const [inUse, setInUse] = useState(opened.text)
  const [text, setText] = useState(opened.draft ?? opened.text ?? "")
  const [remarks, setRemarks] = useState<Remark[]>(() => listRemarks(text, language))
  const [seen, setSeen] = useState<SeenNames>(NOTHING_SEEN)
  const [elsewhere, setElsewhere] = useState(false)
  const [comparing, setComparing] = useState(false)
  const { status, typed, settle } = useDraft(opened.id, act)
  const view = useRef<EditorView | null>(null)
  /** The text as the worker last had it from here. */
  const told = useRef(text)
  const keys = useId()

  useEffect(() => {
    const timer = setTimeout(() => setRemarks(listRemarks(text, language)), READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, language])

  useEffect(() => {
    void act({ type: "seen-names" }).then((answer) => {
      if (answer && "events" in answer && "traits" in answer) setSeen(answer as SeenNames)
    })
  }, [act])

  // Another window may have the same map open: what it changed is shown, unless that would cost text typed here.
  const busy = status !== "kept"
  useEffect(() => {
    async function look(): Promise<void> {
      const map = await readMap(act, opened.id)
      if (!map || busy) return
      setInUse(map.text)
      const there = map.draft ?? map.text ?? ""
      const editor = view.current
      if (there === told.current || !editor) return
      if (editor.state.doc.toString() !== told.current) return setElsewhere(true)
      told.current = there
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: there } })
    }
    const hear = () => void look()
    addEventListener("focus", hear)
    return () => removeEventListener("focus", hear)
  }, [act, opened.id, busy])

  function change(next: string): void {
    setText(next)
    if (next === told.current) return
    told.current = next
    typed(next)
  }

  async function use(): Promise<void> {
    const current = view.current?.state.doc.toString() ?? text
    const answer = (await settle()) && (await act({ type: "library-use", id: opened.id, text: current }))
    const refused = !answer || !("problems" in answer) || (answer.problems as unknown[]).length > 0
    if (!refused) setInUse(current)
    setRemarks(listRemarks(current, language))
  }

  async function dropDraft(): Promise<void> {
    if (inUse === null) return
    await settle()
    await act({ type: "library-drop-draft", id: opened.id })
    told.current = inUse
    const editor = view.current
    // As a change of the text, so that "undo" has it back.
    editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: inUse } })
    editor?.focus()
  }

  const errors = remarks.filter(({ severity }) => severity === "error").length
  const isInUse = text === inUse
  const said = () => {
    if (status === "not-kept") return words.editor.notKept
    if (status === "keeping") return words.editor.keeping
    if (isInUse) return words.editor.inUse
    return inUse === null ? words.editor.keptOnly : words.editor.kept
  }
  return (
    <main className="cue-root cue-edit">
      <header className="cue-edit-head">
        <a href="#maps" className="cue-link">
          ‹ {words.back}
        </a>
        <h1>
          <bdi>{cutMiddle(title, 60)}</bdi>
        </h1>
        {/* Who writes is not told at every pause that it was kept. */}
        <p
          role="status"
          aria-live={status === "not-kept" || isInUse ? "polite" : "off"}
          className={status === "not-kept" ? "cue-wrong" : "cue-muted"}
        >
          {said()}
        </p>
        <div className="cue-button-row">
          <button
            type="button"
            className="cue-button cue-button-main"
            disabled={isInUse || errors > 0}
            onClick={() => void use()}
          >
            {words.editor.use}
          </button>
          {inUse !== null && !isInUse && (
            <button
              type="button"
              className="cue-button"
              aria-expanded={comparing}
              onClick={() => setComparing(!comparing)}
            >
              {words.editor.changes}
            </button>
          )}
          {inUse !== null && !isInUse && (
            <ConfirmedButton
              label={words.editor.dropDraft}
              question={words.editor.dropAsk}
              yes={words.editor.drop}
              no={words.editor.keep}
              onConfirm={() => void dropDraft()}
            />
          )}
          <button
            type="button"
            className="cue-button"
            onClick={() => view.current && openSearchPanel(view.current)}
          >
            {words.editor.find}
          </button>
          <button
            type="button"
            className="cue-button"
            onClick={() => saveText(`${title}.yaml`, text, "text/yaml")}
          >
            {words.save}
          </button>
        </div>
        {elsewhere && (
          <p className="cue-notice" role="status">
            {words.editor.elsewhere}
          </p>
        )}
      </header>
      <CodeEditor
        text={text}
        label={words.editor.label(formats.quote(cutMiddle(title, 60)))}
        describedBy={keys}
        language={language}
        remarks={remarks}
        better={words.editor.proposal}
        change={change}
        seen={seen}
        view={view}
      />
      <aside className="cue-edit-foot" aria-label={words.editor.problems}>
        {comparing && inUse !== null && !isInUse && <ChangeList before={inUse} after={text} />}
        <RemarkList remarks={remarks} view={view} />
        <p id={keys} className="cue-muted">
          {words.editor.keys}
        </p>
      </aside>
    </main>
  )
}
