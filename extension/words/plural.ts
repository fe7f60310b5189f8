import type { Language } from "./language"

/** Only the reader's language is ever asked. */
const rules: Partial<Record<Language, Intl.PluralRules>> = {}

function choose(language: Language, count: number): Intl.LDMLPluralRule {
  const rule = rules[language] ?? new Intl.PluralRules(language)
  rules[language] = rule
  return rule.select(count)
}

/** The form that fits `count` in English. */
export function pluralEnglish(count: number, forms: { one: string; other: string }): string {
  return choose("en", count) === "one" ? forms.one : forms.other
}

/** The form that fits `count` in Russian: 1 письмо, 2 письма, 5 писем; `other` is for fractions (1,5 письма). */
export function pluralRussian(count: number, forms: { one: string; few: string; many: string }): string {
  const rule = choose("ru", count)
  if (rule === "one") return forms.one
  return rule === "many" ? forms.many : forms.few
}
