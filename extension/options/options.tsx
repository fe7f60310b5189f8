import "../overlay/theme.css"
import "../overlay/rows.css"
import "../overlay/controls.css"
import "./options.css"
import "./maps.css"
import "./editor/editor.css"
import { useEffect } from "react"
import { ReaderProvider } from "../words/reader"
import { MapView } from "./editor/map-view"
import { useRoute } from "./route"
import type { ActOnOptions } from "./section"
import { sections } from "./sections/registry"
import type { OptionsState } from "./state"
import { optionsWords } from "./words"

/** Everything that is kept and everything that can be set: a page of sections, and the editor of a map. */
export function Options({ state, act }: { state: OptionsState; act: ActOnOptions }) {
  const words = optionsWords[state.language]
  const route = useRoute()
  const section = route.at === "sections" ? route.section : null
  useEffect(() => {
    document.documentElement.lang = state.language
    document.title = words.title
  }, [state.language, words])
  useEffect(() => {
    if (section !== null) document.getElementById(section)?.scrollIntoView()
  }, [section])

  return (
    <ReaderProvider language={state.language}>
      {route.at === "map" ? (
        <MapView key={route.id} id={route.id} maps={state.maps} act={act} />
      ) : (
        <div className="cue-root cue-options">
          <header>
            <h1>{words.title}</h1>
            <nav aria-label={words.sections}>
              <ul>
                {sections.map(({ id, title }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{title[state.language]}</a>
                  </li>
                ))}
              </ul>
            </nav>
          </header>
          <main>
            {sections.map(({ id, title, Section }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`}>
                <h2 id={`${id}-title`}>{title[state.language]}</h2>
                <Section state={state} act={act} />
              </section>
            ))}
          </main>
        </div>
      )}
    </ReaderProvider>
  )
}
