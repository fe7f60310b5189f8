import { useEffect, useState } from "react"
import { createRoot } from "react-dom/client"
import { Panel } from "../../../extension/panel/panel"
import { type Lens, noLens, type PanelState, type ViewId } from "../../../extension/panel/state"
import type { Language } from "../../../extension/words/language"
import { answerView, loadJourney } from "../journey"
import { journeys } from "../journeys"

// The real panel with the worker's real halves, for a journey of the address: ?view=now&journey=full&language=ru
const address = new URLSearchParams(location.search)
const given = journeys[address.get("journey") ?? "full"]!
const loaded = loadJourney(given)

function Harness() {
  const [asked, setAsked] = useState({
    view: (address.get("view") ?? "now") as ViewId,
    question: undefined as unknown,
    lens: noLens as Lens,
    language: (address.get("language") === "ru" ? "ru" : "en") as Language,
    clockOffsetMs: 0,
    turn: 0,
  })
  const [panel, setPanel] = useState<PanelState | null>(null)
  useEffect(() => {
    void answerView(asked.view, loaded, asked).then(setPanel)
  }, [asked])
  const change = (next: Partial<typeof asked>) =>
    setAsked((last) => ({ ...last, ...next, turn: last.turn + 1 }))
  if (!panel) return null
  return (
    <Panel
      panel={panel}
      show={(view) => change({ view, question: undefined })}
      ask={(_, question) => change({ question })}
      look={(lens) => change({ lens: lens ?? noLens })}
      act={async () => null}
      actOnSite={async (action) => {
        if (action.type === "language") change({ language: action.language })
        if (action.type === "clock-now") change({ clockOffsetMs: 0 })
      }}
      refresh={() => change({})}
    />
  )
}

createRoot(document.getElementById("root")!).render(<Harness />)
