import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete"
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands"
import { yaml } from "@codemirror/lang-yaml"
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language"
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint"
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search"
import { Compartment, EditorState } from "@codemirror/state"
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view"
import { type RefObject, useEffect, useRef } from "react"
import type { SeenNames } from "../../domain"
import type { Language } from "../../words/language"
import { editorTheme } from "./editor-theme"
import { explainAt, placeRemark, proposeFor, type Remark } from "./map-assistance"
import { phrasesOf } from "./phrases"

interface CodeEditorProps {
  /** The text to begin with; later changes come through `view`. */
  text: string
  label: string
  describedBy: string
  language: Language
  remarks: readonly Remark[]
  /** Says what a proposal is. */
  better: string
  change: (text: string) => void
  /** What the sites have told: their events and paths are proposed too. */
  seen: SeenNames
  /** For who moves the cursor. */
  view: RefObject<EditorView | null>
}

/** CodeMirror as a React component. It keeps the text; React only hears of it. */
export function CodeEditor(given: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const change = useRef(given.change)
  change.current = given.change
  const { view, language, label, describedBy, remarks, better, seen } = given
  const begin = useRef(given.text)
  const assistance = useRef(new Compartment())

  useEffect(() => {
    if (!place.current) return
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: begin.current,
        extensions: [
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          history(),
          drawSelection(),
          indentUnit.of("  "),
          indentOnInput(),
          bracketMatching(),
          search({ top: true }),
          highlightSelectionMatches(),
          closeBrackets(),
          yaml(),
          editorTheme,
          assistance.current.of([]),
          keymap.of([
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...defaultKeymap,
            ...historyKeymap,
            ...searchKeymap,
            ...foldKeymap,
            ...lintKeymap,
            indentWithTab,
          ]),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return
            begin.current = update.state.doc.toString()
            change.current(begin.current)
          }),
        ],
      }),
    })
    view.current = editor
    return () => {
      view.current = null
      editor.destroy()
    }
  }, [view])

  useEffect(() => {
    view.current?.dispatch({
      effects: assistance.current.reconfigure(assistIn(language, label, describedBy, seen)),
    })
  }, [view, language, label, describedBy, seen])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const { doc } = editor.state
    editor.dispatch(
      setDiagnostics(
        editor.state,
        remarks.map((remark) => placeRemark(doc, remark, better)),
      ),
    )
  }, [view, remarks, better])

  return <div ref={place} className="cue-editor" />
}

function assistIn(language: Language, label: string, describedBy: string, seen: SeenNames) {
  return [
    phrasesOf(language),
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-describedby": describedBy,
      lang: "zxx",
      tabindex: "0",
    }),
    autocompletion({ override: [proposeFor(language, seen)], icons: false }),
    hoverTooltip((view, offset) => {
      const said = explainAt(view.state.doc.toString(), offset, language)
      if (said === null) return null
      const { from, to } = view.state.wordAt(offset) ?? { from: offset, to: offset }
      return {
        pos: from,
        end: to,
        above: true,
        create() {
          const dom = document.createElement("div")
          dom.className = "cue-explanation"
          dom.textContent = said
          return { dom }
        },
      }
    }),
  ]
}
