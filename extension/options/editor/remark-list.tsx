import { EditorView } from "@codemirror/view"
import type { RefObject } from "react"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useMapsWords } from "../words"
import { placeRemark, type Remark } from "./map-assistance"

/** More than this nobody reads at once; the rest comes up as these are mended. */
const mostShown = 50

/** Every error and remark in words; a press leads to its place. */
export function RemarkList({
  remarks,
  view,
}: {
  remarks: readonly Remark[]
  view: RefObject<EditorView | null>
}) {
  const { formats } = useReader()
  const words = useMapsWords().editor
  const errors = remarks.filter(({ severity }) => severity === "error").length
  const others = remarks.length - errors
  const counts = [
    ...(errors > 0 ? [words.errors(errors, formats.number(errors))] : []),
    ...(others > 0 ? [words.warnings(others, formats.number(others))] : []),
  ]

  function show(remark: Remark): void {
    const editor = view.current
    if (!editor) return
    const { from, to } = placeRemark(editor.state.doc, remark, "")
    editor.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    })
    editor.focus()
  }

  return (
    <>
      <h2 aria-live="polite">{counts.length === 0 ? words.noRemarks : formats.list(counts)}</h2>
      <ul className="cue-remarks">
        {remarks.slice(0, mostShown).map((remark) => (
          <li key={`${remark.line} ${remark.column} ${remark.path} ${remark.message}`}>
            <span className={`cue-severity cue-severity-${remark.severity}`}>
              {words.severity[remark.severity]}
            </span>{" "}
            <button type="button" className="cue-link" onClick={() => show(remark)}>
              {words.line(String(remark.line), String(remark.column))}
            </button>{" "}
            <bdi>{cutMiddle(remark.message, 400)}</bdi>
            {remark.proposal !== null && <bdi className="cue-muted"> {cutMiddle(remark.proposal, 400)}</bdi>}
          </li>
        ))}
      </ul>
    </>
  )
}
