import type { FileProblem } from "../../domain"
import { cutMiddle } from "../../words/shown-text"
import { useDataWords } from "../words"
import type { OtherFile } from "./read-backup"

const mostShown = 10

export interface Refusal {
  name: string
  problems: readonly FileProblem[]
  /** What the file is instead, where that is known. */
  other?: OtherFile | undefined
}

/** Why a file was refused: each error at its path. */
export function FileProblems({ name, problems, other }: Refusal) {
  const words = useDataWords()
  return (
    <div className="cue-problem" role="alert">
      <p>
        {words.badFile(cutMiddle(name, 60))} {other && words.others[other]}
      </p>
      <ul>
        {problems.slice(0, mostShown).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path === "" ? words.whole : cutMiddle(path, 80)}</code>{" "}
            <bdi lang="en">{cutMiddle(message, 240)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
