import type { RefObject } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { ShortList } from "./section"
import type { MapProblem } from "./state"

interface MapProblemsProps {
  problems: MapProblem[]
  /** Where the refused text stands, if it is shown. */
  area: RefObject<HTMLTextAreaElement | null>
  text: string | null
}

/** Every error of a refused map at its line, column and path. */
export function MapProblems({ problems, area, text }: MapProblemsProps) {
  const { words, formats } = useReader()
  const place = ({ line, column }: MapProblem) => {
    if (line === null) return null
    if (column === null) return words.map.line(String(line))
    return words.map.lineAndColumn(String(line), String(column))
  }
  return (
    <div className="cue-problem" role="alert">
      <p>{words.map.refused(problems.length, formats.number(problems.length))}</p>
      <ShortList items={problems.map((problem, index) => ({ problem, index }))} most={5}>
        {({ problem, index }) => {
          const where = place(problem)
          const path = cutMiddle(problem.path, 60)
          return (
            <li key={index}>
              {where !== null &&
                (text === null ? (
                  <b>{where}</b>
                ) : (
                  <button
                    type="button"
                    className="cue-link"
                    title={words.map.show}
                    onClick={() => area.current && select(area.current, problem)}
                  >
                    {where}
                  </button>
                ))}{" "}
              {path !== "" && <code>{path}</code>} <bdi>{cutMiddle(problem.message, 240)}</bdi>
            </li>
          )
        }}
      </ShortList>
    </div>
  )
}

/** Puts the cursor on the problem's line, from its column on. */
function select(area: HTMLTextAreaElement, { line, column }: MapProblem): void {
  if (line === null) return
  const lines = area.value.split("\n")
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  const length = lines[line - 1]?.length ?? 0
  area.focus()
  area.setSelectionRange(start + Math.min((column ?? 1) - 1, length), start + length)
}
