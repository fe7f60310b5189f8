import { pluralEnglish, pluralRussian } from "../plural"
import { defineWords } from "../words"

export const popupWords = defineWords({
  en: {
    title: "Cuelight",
    running: (count: number) => pluralEnglish(count, { one: "scenario runs", other: "scenarios run" }),
    missed: (_count: number): string => "missed",
    unknown: (_count: number): string => "not watched",
    show: "Show the overlay on this site",
    always: "Always audit this site",
    alwaysHint: "Without a click on the icon. The browser asks for this site only.",
    everywhere: "All sites are audited without a click. The settings can end that.",
    open: "Open the side panel",
    options: "All sites and settings",
    nowhereTitle: "Nothing is audited in this tab",
    nowhere: "Open a page of a shop and click the Cuelight icon in the toolbar.",
    loading: "Asking…",
  },
  ru: {
    title: "Cuelight",
    running: (count) =>
      pluralRussian(count, { one: "сценарий идёт", few: "сценария идут", many: "сценариев идут" }),
    missed: (count) => pluralRussian(count, { one: "пропуск", few: "пропуска", many: "пропусков" }),
    unknown: (_count) => "без наблюдения",
    show: "Показывать Cuelight на страницах сайта",
    always: "Всегда проверять этот сайт",
    alwaysHint: "Без щелчка по значку. Браузер спросит доступ только к этому сайту.",
    everywhere: "Все сайты проверяются без щелчка. Отключить это можно в настройках.",
    open: "Открыть боковую панель",
    options: "Все сайты и настройки",
    nowhereTitle: "В этой вкладке ничего не проверяется",
    nowhere: "Откройте страницу магазина и нажмите значок Cuelight на панели инструментов.",
    loading: "Спрашиваем…",
  },
})
