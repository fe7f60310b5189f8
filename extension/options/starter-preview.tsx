import { useMemo, useState } from "react"
import { parseMap } from "../domain"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { useMapsWords } from "./words"

/** What a starter map holds, before anybody takes it. */
export function StarterPreview({ text }: { text: string }) {
  const { language, formats, channelKind } = useReader()
  const words = useMapsWords().contents
  const [shown, setShown] = useState(false)
  const map = useMemo(() => parseMap(text).map, [text])
  if (!map) return null
  const named = ({ id, name }: { id: string; name?: string | { en?: string; ru?: string } | undefined }) =>
    cutMiddle((typeof name === "string" ? name : name?.[language]) ?? id, 40)
  const parts = [
    [words.stages, (map.stages ?? []).map(named)],
    [words.segments, (map.segments ?? []).map(named)],
    [words.channels, Object.keys(map.channels ?? {}).map(channelKind)],
    [words.scenarios, (map.scenarios ?? []).map(named)],
  ] as const
  return (
    <div className="cue-preview">
      <dl className="cue-explained">
        {parts
          .filter(([, names]) => names.length > 0)
          .map(([title, names]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{title === words.stages ? names.join(" → ") : formats.list(names)}</dd>
            </div>
          ))}
      </dl>
      <details onToggle={(event) => setShown(event.currentTarget.open)}>
        <summary>{words.text}</summary>
        {shown && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          <pre className="cue-preview-text" tabIndex={0} lang="zxx">
            {text}
          </pre>
        )}
      </details>
    </div>
  )
}
