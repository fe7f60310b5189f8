import { type Completion, snippetCompletion } from "@codemirror/autocomplete"
import type { CursorPlace } from "../../domain"
import type { Language } from "../../words/language"

interface MapSnippet {
  label: string
  words: Record<Language, string>
  lines: string[]
}

const scenarios: MapSnippet[] = [
  {
    label: "scenario: something does not follow",
    words: {
      en: "Begins when something has not followed: a cart, and no purchase. With a goal and a cascade of two steps.",
      ru: "Начинается, когда чего-то не последовало: корзина без покупки. С целью и двумя шагами, из которых второй — запасной.",
    },
    lines: [
      "id: #{new-scenario}",
      "\tname: #{New scenario}",
      "\ttrigger: { event: #{add_to_cart}, without: #{purchase}, for: #{1h} }",
      "\tgoal: { event: #{purchase}, within: #{3d} }",
      "\tsteps:",
      "\t\t- { id: first, channel: #{email} }",
      "\t\t- { id: second, after: #{24h}, ifNot: opened, channel: #{push} }",
    ],
  },
  {
    label: "scenario: on an event",
    words: { en: "Begins at each such event.", ru: "Начинается при каждом таком событии." },
    lines: [
      "id: #{new-scenario}",
      "\tname: #{New scenario}",
      "\ttrigger: { event: #{sign_up} }",
      "\tsteps:",
      "\t\t- { id: first, channel: #{email} }",
    ],
  },
  {
    label: "scenario: by schedule",
    words: {
      en: "Regular: each Monday at 10, for everyone of a segment.",
      ru: "Регулярный: каждый понедельник в 10, для всех из сегмента.",
    },
    lines: [
      "id: #{new-scenario}",
      "\tname: #{New scenario}",
      '\ttrigger: { schedule: "#{0 10 * * MON}" }',
      "\taudience: { segment: #{reader} }",
      "\tsteps:",
      "\t\t- { id: first, channel: #{email} }",
    ],
  },
]

const steps: MapSnippet[] = [
  {
    label: "step: a message",
    words: { en: "One planned contact.", ru: "Одно запланированное касание." },
    lines: ["{ id: #{new-step}, channel: #{email}, message: #{message} }"],
  },
  {
    label: "step: if the one before was not opened",
    words: {
      en: "Stands in for the step before it, after a while.",
      ru: "Заменяет прошлый шаг, если его не открыли.",
    },
    lines: ["{ id: #{new-step}, after: #{24h}, ifNot: opened, channel: #{push}, message: #{message} }"],
  },
]

/** Whole scenarios and steps, where one may begin: in a list that is being written, and in an item with nothing in it. */
export function listSnippets(
  { path, keys }: CursorPlace,
  opensItem: boolean,
  language: Language,
): Completion[] {
  const [part, , inside] = path
  const isItem = keys.some(({ key }) => key === "id") && opensItem
  const found =
    part !== "scenarios" || !isItem
      ? []
      : path.length === 2
        ? scenarios
        : path.length === 4 && inside === "steps"
          ? steps
          : []
  return found.map(({ label, words, lines }) =>
    snippetCompletion(lines.join("\n"), { label, type: "text", info: words[language], boost: -1 }),
  )
}
