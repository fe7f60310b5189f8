import { pluralEnglish, pluralRussian } from "../plural"
import { defineWords } from "../words"

/** The pieces that conditions are said with. Arguments are finished text of the reader's language. */
export const conditionPhrases = defineWords({
  en: {
    not: (text: string) => `not: ${text}`,
    or: "or",
    and: "and",
    after: ", then ",
    activity: "activity",
    where: (what: string, filter: string) => `${what} (${filter})`,
    withField: (what: string, field: string) => `${what} with a value for ${field}`,
    within: (text: string, duration: string) => `${text} in the last ${duration}`,
    allWithin: (text: string, duration: string) => `${text}, all within ${duration}`,
    atLeastOnce: (what: string) => `${what} at least once`,
    never: (what: string) => `no ${what}`,
    times: {
      eq: "exactly",
      ne: "not",
      gt: "more than",
      gte: "at least",
      lt: "fewer than",
      lte: "at most",
    } as Record<string, string>,
    count: (what: string, how: string, n: string, value: number) =>
      `${what} ${how} ${n} ${pluralEnglish(value, { one: "time", other: "times" })}`,
    trait: (field: string) => `the visitor's ${field}`,
    compare: {
      eq: (field: string, value: string) => `${field} is ${value}`,
      ne: (field: string, value: string) => `${field} is not ${value}`,
      gt: (field: string, value: string) => `${field} is more than ${value}`,
      gte: (field: string, value: string) => `${field} is at least ${value}`,
      lt: (field: string, value: string) => `${field} is less than ${value}`,
      lte: (field: string, value: string) => `${field} is at most ${value}`,
      in: (field: string, value: string) => `${field} is one of ${value}`,
      contains: (field: string, value: string) => `${field} contains ${value}`,
      starts: (field: string, value: string) => `${field} starts with ${value}`,
      matches: (field: string, value: string) => `${field} looks like ${value}`,
    } as Record<string, (field: string, value: string) => string>,
    exists: (field: string) => `${field} is known`,
    lacks: (field: string) => `${field} is not known`,
    yes: "yes",
    no: "no",
    lasting: (text: string, duration: string) => `${text}, for ${duration} without a break`,
    sum: (field: string, what: string) => `total ${field} (${what})`,
  },
  ru: {
    not: (text) => `не должно быть: ${text}`,
    or: "или",
    and: "и",
    after: ", затем ",
    activity: "любая активность",
    where: (what, filter) => `${what} (${filter})`,
    withField: (what, field) => `${what}, где указано: ${field}`,
    within: (text, duration) => `${text} за ${duration}`,
    allWithin: (text, duration) => `${text}, всё за ${duration}`,
    atLeastOnce: (what) => `${what} хотя бы раз`,
    never: (what) => `${what}: ни разу`,
    times: {
      eq: "ровно",
      ne: "не",
      gt: "больше",
      gte: "не меньше",
      lt: "меньше",
      lte: "не больше",
    },
    count: (what, how, n, value) =>
      `${what} ${how} ${n} ${timesInRussian(value, how !== "ровно" && how !== "не")}`,
    trait: (field) => `у посетителя ${field}`,
    compare: {
      eq: (field, value) => `${field}: ${value}`,
      ne: (field, value) => `${field}: не ${value}`,
      gt: (field, value) => `${field}: больше ${value}`,
      gte: (field, value) => `${field}: не меньше ${value}`,
      lt: (field, value) => `${field}: меньше ${value}`,
      lte: (field, value) => `${field}: не больше ${value}`,
      in: (field, value) => `${field}: одно из ${value}`,
      contains: (field, value) => `${field}: содержит ${value}`,
      starts: (field, value) => `${field}: начинается с ${value}`,
      matches: (field, value) => `${field}: похоже на ${value}`,
    },
    exists: (field) => `${field} — данные есть`,
    lacks: (field) => `${field} — данных нет`,
    yes: "да",
    no: "нет",
    lasting: (text, duration) => `${text}, без перерыва ${duration}`,
    sum: (field, what) => `итог: ${field} (${what})`,
  },
})

/** `compared`: after "больше", "не меньше" and the like. */
export function timesInRussian(count: number, compared: boolean): string {
  return compared
    ? pluralRussian(count, { one: "раза", few: "раз", many: "раз" })
    : pluralRussian(count, { one: "раз", few: "раза", many: "раз" })
}

export type ConditionPhrases = (typeof conditionPhrases)["en"]
