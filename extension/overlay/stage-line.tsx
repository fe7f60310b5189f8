import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import type { OverlayState } from "./state"

/** All stages as one line in rising depth up to the present one; a way back stays visible behind it. */
export function StageLine({ stage, stages }: Pick<OverlayState, "stage" | "stages">) {
  const { words, formats } = useReader()
  const present = stages.findIndex(({ id }) => id === stage?.id)
  if (!stage || present < 0 || stages.length < 2) return null
  const furthest = stage.back ? stages.findIndex(({ name }) => name === stage.previous) : present
  const label = words.stage.position(
    formats.number(present + 1),
    formats.number(stages.length),
    cutMiddle(stage.name, 40),
  )
  const back = stage.back && stage.previous !== null ? words.stage.back(cutMiddle(stage.previous, 40)) : null
  return (
    <div className="cue-stage-line" role="img" aria-label={back === null ? label : `${label}, ${back}`}>
      {stages.map(({ id, name }, index) => (
        <span
          key={id}
          title={cutMiddle(name, 60)}
          className={
            index < present
              ? "passed"
              : index === present
                ? "present"
                : index <= furthest
                  ? "returned"
                  : "ahead"
          }
          style={{ "--cue-depth": depth(index, stages.length) } as React.CSSProperties}
        />
      ))}
    </div>
  )
}

/** 0 for the first stage, 1 for the last. */
function depth(index: number, count: number): number {
  return count < 2 ? 1 : index / (count - 1)
}
