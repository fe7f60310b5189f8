/** The languages in which Cuelight speaks. */
export type Language = "en" | "ru"

/** One sentence in every language. */
export type Words = Record<Language, string>
