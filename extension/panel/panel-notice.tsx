import "../overlay/theme.css"
import "../overlay/controls.css"
import "./panel.css"
import { useEffect } from "react"
import type { Language } from "../words/language"
import { shellWords } from "../words/panel/shell"

/** The panel while there is nothing to show: why, and what to do. */
export function PanelNotice({ kind, language }: { kind: "no-site" | "unreachable"; language: Language }) {
  const words = shellWords[language]
  const { title, text } = kind === "no-site" ? words.noSite : words.unreachable
  useEffect(() => {
    document.documentElement.lang = language
    document.title = words.title
  }, [language, words])
  return (
    <main className="cue-root cue-notice">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  )
}
