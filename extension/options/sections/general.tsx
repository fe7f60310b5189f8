import { themes } from "../../theme/theme"
import { englishOptions } from "../../words/english-options"
import { type Language, languageNames, languages } from "../../words/language"
import { russianOptions } from "../../words/russian-options"
import { RetentionForm } from "../retention-form"
import { defineSection, type SectionProps } from "../section"
import { useOptionsWords } from "../words"

/** Language, colours, and how long journeys are kept. */
export const general = defineSection({
  id: "general",
  title: { en: englishOptions.general.title, ru: russianOptions.general.title },
  Section: General,
})

function General({ state, act }: SectionProps) {
  const words = useOptionsWords().general
  const chosen = state.languageFrom === "browser" ? "browser" : state.language
  const choices: (Language | "browser")[] = ["browser", ...languages]
  return (
    <>
      <div className="cue-field">
        <h3>{words.language}</h3>
        <fieldset className="cue-choice" aria-label={words.language}>
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              {...(choice !== "browser" && { lang: choice })}
              aria-pressed={choice === chosen}
              onClick={() => void act({ type: "language", language: choice })}
            >
              {choice === "browser" ? words.browserLanguage : languageNames[choice]}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="cue-field">
        <h3>{words.theme}</h3>
        <fieldset className="cue-choice" aria-label={words.theme}>
          {themes.map((theme) => (
            <button
              key={theme}
              type="button"
              aria-pressed={theme === state.theme}
              onClick={() => void act({ type: "theme", theme })}
            >
              {words.themes[theme]}
            </button>
          ))}
        </fieldset>
      </div>
      <RetentionForm retention={state.retention} act={act} />
    </>
  )
}
