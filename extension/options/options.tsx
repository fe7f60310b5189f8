import "../overlay/theme.css"
import "../overlay/rows.css"
import "../overlay/controls.css"
import "./options.css"
import { useEffect } from "react"
import { ConfirmedButton } from "../overlay/confirmed-button"
import { LanguageChoice } from "../overlay/language-choice"
import { englishOptions, type OptionsWords } from "../words/english-options"
import type { Language } from "../words/language"
import { ReaderProvider, useReader } from "../words/reader"
import { russianOptions } from "../words/russian-options"
import { SiteCard } from "./site-card"
import type { OptionsAction, OptionsState } from "./state"

export type ActOnOptions = (action: OptionsAction) => void

export const optionsWords: Record<Language, OptionsWords> = { en: englishOptions, ru: russianOptions }

/** Language, the sites with their maps, erasing, and what becomes of the data. */
export function Options({ state, act }: { state: OptionsState; act: ActOnOptions }) {
  const words = optionsWords[state.language]
  useEffect(() => {
    document.documentElement.lang = state.language
    document.title = words.title
  }, [state.language, words])
  return (
    <ReaderProvider language={state.language}>
      <main className="cue-root cue-options">
        <header className="cue-options-header">
          <h1>{words.title}</h1>
          <LanguageChoice
            label={words.language}
            language={state.language}
            choose={(language) => act({ type: "language", language })}
          />
        </header>
        <section aria-labelledby="sites">
          <h2 id="sites">{words.sites}</h2>
          {state.sites.length === 0 ? (
            <p className="cue-empty">{words.sitesNone}</p>
          ) : (
            state.sites.map((site) => <SiteCard key={site.site} site={site} words={words} act={act} />)
          )}
        </section>
        {state.sites.length > 0 && <EraseEverything count={state.sites.length} words={words} act={act} />}
        <section aria-labelledby="about" className="cue-about">
          <h2 id="about">{words.about}</h2>
          {words.aboutText.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className="cue-muted">{words.version(state.version)}</p>
        </section>
      </main>
    </ReaderProvider>
  )
}

function EraseEverything({ count, words, act }: { count: number; words: OptionsWords; act: ActOnOptions }) {
  const { formats } = useReader()
  return (
    <section aria-labelledby="everything">
      <h2 id="everything">{words.all}</h2>
      <p className="cue-muted">{words.forgetAllNote}</p>
      <ConfirmedButton
        label={words.forgetAll}
        question={words.forgetAllAsk(count, formats.number(count))}
        yes={words.erase}
        no={words.keep}
        onConfirm={() => act({ type: "forget-all" })}
      />
    </section>
  )
}
