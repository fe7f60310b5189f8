import type { Language } from "./language"

const rules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules("en"),
  ru: new Intl.PluralRules("ru"),
}

/** The form that fits `count` in English. */
export function pluralEnglish(count: number, forms: { one: string; other: string }): string {
  return rules.en.select(count) === "one" ? forms.one : forms.other
}

/** The form that fits `count` in Russian: 1 письмо, 2 письма, 5 писем; `other` is for fractions (1,5 письма). */
export function pluralRussian(count: number, forms: { one: string; few: string; many: string }): string {
  const rule = rules.ru.select(count)
  if (rule === "one") return forms.one
  return rule === "many" ? forms.many : forms.few
}
