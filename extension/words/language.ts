/** The languages the extension speaks. */
export type Language = "en" | "ru"

export const languages: readonly Language[] = ["en", "ru"]

/** What each language calls itself: a person who reads only one must be able to find it. */
export const languageNames: Record<Language, string> = { en: "English", ru: "Русский" }

/**
 * The first of the reader's preferred languages (BCP 47, as in `navigator.languages`) that the extension speaks,
 * else English.
 */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split("-")[0]
    const known = languages.find((language) => language === primary)
    if (known) return known
  }
  return "en"
}
