import { eventsWords } from "../../words/panel/events"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"

const mostChildren = 100
const deepest = 32

/** Any JSON as a tree that is opened by hand; everything in it is text of the page. `faults` are paths to point at. */
export function PayloadTree({ value, faults }: { value: unknown; faults: ReadonlySet<string> }) {
  return <Branch value={value} path="" faults={faults} depth={0} />
}

interface BranchProps {
  value: unknown
  path: string
  faults: ReadonlySet<string>
  depth: number
}

function Branch({ value, path, faults, depth }: BranchProps) {
  const words = useWords(eventsWords)
  const { formats } = useReader()
  const isList = Array.isArray(value)
  const children = Object.entries(value as object)
  if (children.length === 0) return <span className="cue-muted">{words.empty}</span>
  return (
    <ul className="cue-tree">
      {children.slice(0, mostChildren).map(([key, child]) => {
        const inner = isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`
        const isBranch = typeof child === "object" && child !== null && depth < deepest
        const fault = faults.has(inner)
        const name = (
          <span className={fault ? "cue-tree-key cue-tree-fault" : "cue-tree-key"}>
            <bdi>{cutMiddle(key, 60)}</bdi>
          </span>
        )
        return (
          <li key={key}>
            {isBranch ? (
              <details open={depth < 2}>
                <summary>
                  {name} <span className="cue-muted">{sizeOf(child)}</span>
                </summary>
                <Branch value={child} path={inner} faults={faults} depth={depth + 1} />
              </details>
            ) : (
              <>
                {name} <Leaf value={child} />
              </>
            )}
          </li>
        )
      })}
      {children.length > mostChildren && (
        <li className="cue-muted">{words.more(formats.number(children.length - mostChildren))}</li>
      )}
    </ul>
  )
}

function Leaf({ value }: { value: unknown }) {
  const kind = value === null ? "null" : typeof value
  // A text is quoted, so that "39" and 39 can be told apart.
  const text = typeof value === "string" ? `"${cutMiddle(value, 500)}"` : String(value)
  return <bdi className={`cue-leaf cue-leaf-${kind}`}>{text}</bdi>
}

function sizeOf(value: object): string {
  return Array.isArray(value) ? `[${value.length}]` : `{${Object.keys(value).length}}`
}
