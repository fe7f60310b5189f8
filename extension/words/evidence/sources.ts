import { pluralEnglish, pluralRussian } from "../plural"
import { defineWords } from "../words"

/** What the options say of the sources of evidence. */
export const sourcesWords = defineWords({
  en: {
    title: "Sources of evidence",
    about:
      "A follow-up is called missed only if somebody looked where it should have been. Connect the inbox or the service that sends, and Cuelight looks there by itself.",
    none: "No source is connected yet.",
    noSites: "Audit a page first: a source belongs to a site.",
    connect: "Connect a source",
    site: "Site",
    service: "Service",
    groups: { inbox: "Test inboxes", provider: "Services that send", other: "Other" },
    recipient: "Your own address or phone number there",
    recipientInbox: "Only what goes to it counts as yours. Empty: all that arrives in this inbox.",
    recipientProvider:
      "Only what goes to it counts as yours. Needed where the site does not tell your address.",
    keptSince: "This inbox has kept everything since",
    keptSinceNote: "What was due earlier stays unknown.",
    secretKept: (masked: string) => `${masked} (kept; fill in to replace)`,
    test: "Try it",
    testing: "Asking…",
    testGood: (count: number, shown: string, latest: string | null) =>
      count === 0
        ? "It answers. There is nothing in it yet."
        : `It answers: ${shown} ${pluralEnglish(count, { one: "message", other: "messages" })} on the first page${latest === null ? "" : `, the newest of ${latest}`}.`,
    skew: (minutes: string, ahead: boolean) =>
      `Its clock is ${minutes} min ${ahead ? "ahead of" : "behind"} this computer's: what is on time may look early or late.`,
    unreadable: (count: number, shown: string) =>
      `${shown} ${pluralEnglish(count, { one: "entry", other: "entries" })} could not be read.`,
    save: "Allow and save",
    refused: "Chrome was not allowed to ask this address, so nothing was saved.",
    cancel: "Cancel",
    edit: "Change",
    look: "Look now",
    remove: "Disconnect",
    removeAsk: (title: string) => `Disconnect ${title}? Its token is erased. What it has found stays.`,
    removeYes: "Disconnect",
    removeNo: "Keep",
    watches: (channels: string) => `Watches: ${channels}`,
    lastGood: (moment: string) => `looked ${moment}`,
    never: "not looked yet",
    found: (count: number, shown: string) =>
      `${shown} ${pluralEnglish(count, { one: "piece", other: "pieces" })} of evidence`,
    strangers: (_count: number, shown: string) => `${shown} to other addresses`,
    again: (moment: string) => `goes on ${moment}`,
    secretNote: "Kept in this browser only, and never shown again, exported or given to pages.",
    unreachable: "The extension's worker does not answer. Close this page and open it again.",
    fields: {
      url: "Address",
      user: "User",
      password: "Password",
      key: "API key",
      token: "Token",
      domain: "Sending domain",
      account: "Account SID",
      list: "List (database) number",
      workspace: "Workspace",
      app: "App id",
      email: "Only this subscriber's e-mail (empty: all)",
      contact: "Only this contact's number (empty: all)",
      header: "Header (Name: value)",
      path: "Path",
      channel: "Channel",
      mapping: "Mapping",
    } as Record<string, string>,
  },
  ru: {
    title: "Источники подтверждений",
    about:
      "Пропущенным шаг называется, только если кто-то смотрел там, где он должен был появиться. Подключите почтовый ящик или сервис рассылок, и Cuelight будет смотреть туда сам.",
    none: "Источники ещё не подключены.",
    noSites: "Сначала откройте аудит страницы: источник относится к сайту.",
    connect: "Подключить источник",
    site: "Сайт",
    service: "Сервис",
    groups: { inbox: "Тестовые ящики", provider: "Сервисы рассылок", other: "Другое" },
    recipient: "Ваш адрес или телефон в нём",
    recipientInbox: "Вашим считается только то, что пришло на него. Пусто: всё, что приходит в этот ящик.",
    recipientProvider:
      "Вашим считается только то, что пришло на него. Нужно, если сайт не сообщает ваш адрес.",
    keptSince: "Ящик хранит всё с",
    keptSinceNote: "О том, что было раньше, ничего не известно.",
    secretKept: (masked: string) => `${masked} (сохранён; введите, чтобы заменить)`,
    test: "Проверить",
    testing: "Спрашиваем…",
    testGood: (count: number, shown: string, latest: string | null) =>
      count === 0
        ? "Отвечает. Пока там пусто."
        : `Отвечает: ${shown} ${pluralRussian(count, { one: "сообщение", few: "сообщения", many: "сообщений" })} на первой странице${latest === null ? "" : `, последнее ${latest}`}.`,
    skew: (minutes: string, ahead: boolean) =>
      `Его часы ${ahead ? "спешат" : "отстают"} на ${minutes} мин.: вовремя отправленное может показаться ранним или поздним.`,
    unreadable: (count: number, shown: string) =>
      `Не удалось прочитать ${shown} ${pluralRussian(count, { one: "запись", few: "записи", many: "записей" })}.`,
    save: "Разрешить и сохранить",
    refused: "Chrome не получил разрешения обращаться к этому адресу, поэтому ничего не сохранено.",
    cancel: "Отмена",
    edit: "Изменить",
    look: "Посмотреть сейчас",
    remove: "Отключить",
    removeAsk: (title: string) => `Отключить ${title}? Токен будет стёрт. Найденное останется.`,
    removeYes: "Отключить",
    removeNo: "Оставить",
    watches: (channels: string) => `Следит за: ${channels}`,
    lastGood: (moment: string) => `смотрели ${moment}`,
    never: "ещё не смотрели",
    found: (count: number, shown: string) =>
      `${shown} ${pluralRussian(count, { one: "подтверждение", few: "подтверждения", many: "подтверждений" })}`,
    strangers: (_count: number, shown: string) => `${shown} на другие адреса`,
    again: (moment: string) => `продолжит ${moment}`,
    secretNote:
      "Хранится только в этом браузере и больше не показывается, не выгружается и не попадает на страницы.",
    unreachable: "Служба расширения не отвечает. Закройте страницу и откройте её снова.",
    fields: {
      url: "Адрес",
      user: "Пользователь",
      password: "Пароль",
      key: "Ключ API",
      token: "Токен",
      domain: "Домен отправки",
      account: "Account SID",
      list: "Номер базы (list)",
      workspace: "Рабочее пространство",
      app: "Id приложения",
      email: "Только подписчик с этой почтой (пусто: все)",
      contact: "Только контакт с этим номером (пусто: все)",
      header: "Заголовок (имя: значение)",
      path: "Путь",
      channel: "Канал",
      mapping: "Соответствие полей",
    } as Record<string, string>,
  },
})
