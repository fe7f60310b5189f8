import Compass from "lucide-react/dist/esm/icons/compass.mjs"
import { BecauseLine } from "../../overlay/because-line"
import { JourneyProvider } from "../../overlay/journey-context"
import { RunningSection } from "../../overlay/running-section"
import { nowWords } from "../../words/panel/now"
import { useReader } from "../../words/reader"
import { defineView, type ViewProps } from "../view"

function Now({ head, state, actOnSite }: ViewProps<"now">) {
  const { words } = useReader()
  const { stage, running } = state
  return (
    <JourneyProvider journey={{ channels: [], running, clockOffsetMs: head.clockOffsetMs, act: actOnSite }}>
      {stage ? (
        <BecauseLine
          because={stage.because}
          otherwise={stage.id === head.stages[0]?.id ? words.stage.start : words.stage.time}
        />
      ) : (
        <p className="cue-empty">{words.stage.noneNext}</p>
      )}
      <RunningSection runs={running} hookedElsewhere={new Set()} />
    </JourneyProvider>
  )
}

export const nowView = defineView({
  id: "now",
  words: nowWords,
  icon: Compass,
  question: null,
  Component: Now,
})
