import { type Language, languageNames, languages } from "../words/language"

/** The languages, each by its own name. */
export function LanguageChoice(given: {
  label: string
  language: Language
  choose: (language: Language) => void
}) {
  return (
    <fieldset className="cue-choice" aria-label={given.label}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === given.language}
          onClick={() => given.choose(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </fieldset>
  )
}
