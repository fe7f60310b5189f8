import { useMemo, useState } from "react"
import { createRoot } from "react-dom/client"
import { Options } from "../../../extension/options/options"
import type { ActOnOptions } from "../../../extension/options/section"
import { starterMaps } from "../../../shared/starter-maps/bundled"
import { optionsStates } from "./options-fixtures"

const asked = new URLSearchParams(location.search)
const create = optionsStates[asked.get("state") ?? "some"]!
const good = starterMaps["online-shop"]
const drafts: Record<string, string> = {
  "m-1": good,
  "m-3": good
    .replace("name: { en: Online shop", "name: { en: My shop")
    .replace("timeZone:", "# ours\ntimeZone:"),
  "m-2": good.replace("channel: email", "channel: emial").replace("timeZone:", "timezone:"),
}

function Harness() {
  const [language, setLanguage] = useState(asked.get("language") === "ru" ? ("ru" as const) : ("en" as const))
  const state = useMemo(() => create(Date.now(), language), [language])
  const act = useMemo(
    (): ActOnOptions => async (action) => {
      if (action.type === "language" && action.language !== "browser") setLanguage(action.language)
      if (action.type === "library-draft") return { kept: true }
      if (action.type !== "library-open") return {}
      const map = state.maps.find(({ id }) => id === action.id)
      if (!map) return {}
      const text = map.usable ? good : null
      return { map: { id: map.id, title: map.title, text, draft: drafts[map.id] ?? null } }
    },
    [state],
  )
  return <Options state={state} act={act} />
}

createRoot(document.getElementById("root")!).render(<Harness />)
