import { pluralEnglish, pluralRussian } from "./plural"
import { defineWords } from "./words"

/** What the page says that opens a saved audit. */
export const openedWords = defineWords({
  en: {
    title: "Cuelight: a saved audit",
    heading: "Open an audit",
    text: "Choose a file that was saved as an audit, or drop it here. It is shown as it was, and its clock can be moved. Nothing of it is kept or sent anywhere.",
    choose: "Choose a file",
    another: "Open another",
    of: (site: string, moment: string) => `Audit of ${site}, saved ${moment}. Only to look at.`,
    masked: (count: number, shown: string) =>
      `${shown} ${pluralEnglish(count, { one: "value", other: "values" })} masked.`,
    refused: (count: number, shown: string) =>
      `${shown} ${pluralEnglish(count, { one: "event", other: "events" })} of the file could not be used and were left out.`,
    badFile: (name: string) => `${name} cannot be opened. Nothing was changed.`,
    tooLarge: "The file is larger than 256 MB.",
    whole: "the file",
    /** What the reader of such files says. */
    reasons: {
      "this is no JSON": "this is no JSON: choose a file that Cuelight has saved",
      "this is no audit saved by Cuelight":
        "this is no audit saved by Cuelight: in the settings, “Save the journey as a file” makes one",
      "the file is larger than 256 MiB": "the file is larger than 256 MB",
    } as Record<string, string>,
  },
  ru: {
    title: "Cuelight: сохранённый аудит",
    heading: "Открыть аудит",
    text: "Выберите файл, сохранённый как аудит, или перетащите его сюда. Он откроется таким, каким был, и его часы можно двигать. Ничто из него не хранится и никуда не отправляется.",
    choose: "Выбрать файл",
    another: "Открыть другой",
    of: (site, moment) => `Аудит ${site}, сохранён ${moment}. Только для просмотра.`,
    masked: (count, shown) =>
      `Скрыто: ${shown} ${pluralRussian(count, { one: "значение", few: "значения", many: "значений" })}.`,
    refused: (count, shown) =>
      `${shown} ${pluralRussian(count, { one: "событие", few: "события", many: "событий" })} в файле использовать нельзя, они пропущены.`,
    badFile: (name) => `${name} открыть нельзя. Ничего не изменилось.`,
    tooLarge: "Файл больше 256 МБ.",
    whole: "файл",
    reasons: {
      "this is no JSON": "это не JSON: выберите файл, сохранённый в Cuelight",
      "this is no audit saved by Cuelight":
        "это не аудит, сохранённый в Cuelight: его создаёт «Сохранить путь в файл» в настройках",
      "the file is larger than 256 MiB": "файл больше 256 МБ",
    },
  },
})
