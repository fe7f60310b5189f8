import { useState } from "react"
import { createRoot } from "react-dom/client"
import { Options } from "../../../extension/options/options"
import { optionsStates } from "./options-fixtures"

const asked = new URLSearchParams(location.search)
const create = optionsStates[asked.get("state") ?? "some"]!

function Harness() {
  const [language, setLanguage] = useState(asked.get("language") === "ru" ? ("ru" as const) : ("en" as const))
  return (
    <Options
      state={create(Date.now(), language)}
      act={(action) => {
        if (action.type === "language") setLanguage(action.language)
      }}
    />
  )
}

createRoot(document.getElementById("root")!).render(<Harness />)
