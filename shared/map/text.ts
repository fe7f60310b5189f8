import * as z from "zod"

/** Words for people: one string, or one for each language (`{ en: …, ru: … }`). */
export const Text = z.union(
  [
    z.string(),
    z
      .record(
        z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
          error: "a language is written en, ru, pt-BR",
        }),
        z.string({ error: "a text is a string" }),
        {
          error: "a text is a string or one for each language: { en: …, ru: … }",
        },
      )
      .refine((words) => Object.keys(words).length > 0, { error: "a text needs at least one language" }),
  ],
  { error: "a text is a string, or one for each language: { en: …, ru: … }" },
)
export type Text = z.infer<typeof Text>

/** The words for a language, else English, else whatever comes first. */
export function wordsOf(text: Text, language = "en"): string {
  if (typeof text === "string") return text
  return text[language] ?? text.en ?? Object.values(text)[0] ?? ""
}

/** The name by which other parts of the map refer to something. */
export const Id = z
  .string({ error: "an id is text" })
  .min(1, { error: "an id is not empty" })
  .max(200, { error: "an id has at most 200 characters" })
export type Id = z.infer<typeof Id>

/** What the map's language does not know, kept as it is on round trips. */
export const Extra = z.unknown()
