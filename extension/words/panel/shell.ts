import { defineWords } from "../words"

/** What the panel says around its views. */
export const shellWords = defineWords({
  en: {
    title: "Cuelight",
    devtools: "This page belongs to DevTools: open them on a web site, and choose Cuelight there.",
    views: "Views",
    bad: (shown: string) => `${shown} to look at`,
    count: (shown: string) => shown,
    noSite: {
      title: "Nothing is audited in this tab yet",
      text: "Open a page of a shop and click the Cuelight icon in the toolbar. The journey of this visitor appears here and follows you from page to page.",
    },
    unreachable: {
      title: "Cuelight was updated",
      text: "This page is of the version before. Nothing is lost: close it and open it again.",
    },
    lens: {
      past: (moment: string) => `You see the journey as it was at ${moment}.`,
      future: (moment: string) => `You see the journey as it would be at ${moment}.`,
      pretended: (_count: number, shown: string) =>
        `Pretended: ${shown} ${_count === 1 ? "event" : "events"} that did not happen. Nobody but this panel knows of them.`,
      pretendedSegments: (_count: number, shown: string) =>
        `Pretended: ${shown} ${_count === 1 ? "segment" : "segments"} held to be otherwise. Nobody but this panel knows of it.`,
      saidMoment: "Another moment is shown.",
      saidClock: "The clock is moved.",
      saidPretended: "Something is pretended.",
      back: "Back to now",
      discard: "Discard",
      clockAhead: (duration: string) => `The clock is ${duration} ahead.`,
      clockBehind: (duration: string) => `The clock is ${duration} behind.`,
    },
    fault: {
      title: "This view stopped because of an error",
      kept: "Recording goes on, and all that was recorded is kept. The other views work.",
      again: "Show it again",
    },
  },
  ru: {
    title: "Cuelight",
    devtools: "Эта страница для инструментов разработчика: откройте их на сайте и выберите там Cuelight.",
    views: "Разделы",
    bad: (shown) => `требуют внимания: ${shown}`,
    count: (shown) => shown,
    noSite: {
      title: "В этой вкладке пока ничего не проверяется",
      text: "Откройте страницу магазина и нажмите значок Cuelight на панели инструментов. Путь этого посетителя появится здесь и пойдёт за вами со страницы на страницу.",
    },
    unreachable: {
      title: "Cuelight обновился",
      text: "Эта страница осталась от прежней версии. Ничего не потеряно: закройте её и откройте снова.",
    },
    lens: {
      past: (moment) => `Вы видите путь таким, каким он был ${moment}.`,
      future: (moment) => `Вы видите путь таким, каким он будет ${moment}.`,
      pretended: (_count, shown) =>
        `Для пробы: событий, которых не было: ${shown}. О них знает только эта панель.`,
      pretendedSegments: (_count, shown) =>
        `Для пробы: сегментов, взятых иначе: ${shown}. Об этом знает только эта панель.`,
      saidMoment: "Показан другой момент.",
      saidClock: "Часы переведены.",
      saidPretended: "Кое-что показано для пробы.",
      back: "Вернуться в настоящее",
      discard: "Отбросить",
      clockAhead: (duration) => `Часы впереди на ${duration}.`,
      clockBehind: (duration) => `Часы позади на ${duration}.`,
    },
    fault: {
      title: "Этот раздел остановился из-за ошибки",
      kept: "Запись идёт, всё записанное сохранено. Другие разделы работают.",
      again: "Показать снова",
    },
  },
})
