import type { OverlayWords } from "./english"
import { pluralRussian as plural } from "./plural"

export const russian: OverlayWords = {
  overlay: {
    label: "Cuelight: путь этого посетителя",
    journey: "Путь",
    open: "Развернуть",
    collapse: "Свернуть",
    close: "Скрыть в этой вкладке (вернуть: щелчок по значку Cuelight)",
    menu: "Меню",
    back: "Назад",
    move: "Переместить: перетащите или нажимайте стрелки",
    moveHint: "Стрелки перемещают панель",
    showAll: (count) => `Показать все: ${count}`,
    showFewer: "Показать меньше",
    running: (count, shown) => `${shown} ${plural(count, { one: "идёт", few: "идут", many: "идут" })}`,
    missed: (count, shown) =>
      `${shown} ${plural(count, { one: "пропуск", few: "пропуска", many: "пропусков" })}`,
  },
  stage: {
    since: (moment) => `с ${moment}`,
    because: "причина",
    more: (_count, shown) => `и ещё ${shown}`,
    fewer: "короче",
    start: "С этого этапа начинается каждый путь.",
    time: "причина: прошло время",
    position: (position, total, name) => `Этап ${position} из ${total}: ${name}`,
    back: (name) => `возврат с этапа ${name}`,
    none: "Пути пока нет",
    nowhere:
      "Cuelight показывает это на страницах, которые проверяет. Откройте сайт и нажмите значок Cuelight.",
    noneNext: "Обновите страницу или откройте товар: путь начнётся с первого события.",
  },
  sections: {
    missed: "Пропущено",
    running: "Идут сейчас",
    expected: "Дальше, если ничего не изменится",
    unknown: "Без наблюдения",
    settled: "Завершено",
    events: "Только что",
    health: "Требует внимания",
  },
  empty: {
    missed: "Пропусков нет. Переведите часы внизу, чтобы увидеть, что ещё впереди.",
    running: "Ни один сценарий не идёт. Ведите себя на странице как покупатель: это их запустит.",
    events: "На этой странице пока ничего не замечено. Откройте товар или положите его в корзину.",
  },
  followUp: {
    overdue: (duration) => `опоздание ${duration}`,
    in: (channel, countdown) => `${channel} через ${countdown}`,
    expected: (channel, countdown) => `${channel}: ждём ещё ${countdown}`,
    waitsForGoal: "Все шаги пройдены, ждём цели",
    steps: "Шаги",
    subject: (channel, message) => (message === null ? `Сообщение (${channel})` : `${message} (${channel})`),
    missed: (subject, due, until) =>
      `${subject}: срок отправки был ${due}. До ${until} этого никто не увидел.`,
    unknown: (subject, due) =>
      `${subject}: срок отправки был ${due}. За каналом тогда никто не следил, поэтому неизвестно, ушло ли сообщение.`,
    scheduled: (subject, due) => `${subject}: срок отправки ${due}.`,
    due: (subject, due, until) => `${subject}: срок отправки был ${due}, ещё может прийти до ${until}.`,
    sent: (subject, due, sent) => `${subject}: срок отправки был ${due}, ушло ${sent}.`,
    late: (subject, due, sent) => `${subject}: срок отправки был ${due}, а ушло только ${sent}.`,
    early: (subject, due, sent) => `${subject}: срок отправки был ${due}, а ушло уже ${sent}.`,
    failed: (subject, due) => `${subject}: срок отправки был ${due}, отправить не удалось.`,
    withheld: (subject) => `${subject}: придержано намеренно, посетитель в контрольной группе.`,
    skipped: (subject, reason) => `${subject}: не отправляется, потому что ${reason}.`,
    shouldNotHave: (subject, sent, reason) => `${subject}: ушло ${sent}, хотя не должно было: ${reason}.`,
    scenario: (name) => `Сценарий: ${name}`,
    unknownReason: "так требуют правила",
    noTime: "неизвестно",
  },
  watching: {
    nobody: (channel) => `Никто не следит: ${channel}`,
    switch: "Я слежу за этим каналом",
    switchFor: (channel) => `Я слежу за этим каналом: ${channel}`,
    personSince: (moment) => `Вы следите с ${moment}. Что с этого времени не придёт, будет пропуском.`,
    person: "Вы следите. Что теперь не придёт, будет пропуском.",
    recorder: "Cuelight следит на странице",
    planned: "Запланирован, ещё не подключён",
    missing: "Не подключён",
    none: "Никто не следит",
    seen: "Сообщение пришло: вижу его",
    notSeen: "Вернуть: сообщения не было",
    you: "вы",
    cuelight: "Cuelight на странице",
    nobodyAtAll: "никто",
    lookedAt: (who) => `Кто следит: ${who}`,
    lookedAtSince: (who, moment) => `Кто следит: ${who}, с ${moment}`,
  },
  clock: {
    label: "Часы",
    now: "Сейчас",
    hour: "+1 ч",
    hourLong: "Перевести часы на час вперёд",
    day: "+1 день",
    dayLong: "Перевести часы на день вперёд",
    next: "След. шаг",
    nextAt: (moment) => `Перевести часы к следующему шагу, ${moment}`,
    nextNone: "Ни один шаг не ждёт своего времени",
    ahead: (duration) => `Часы впереди на ${duration}`,
    behind: (duration) => `Часы позади на ${duration}`,
    shows: (moment) => `На них ${moment}`,
    backToNow: "Вернуть",
  },
  menu: {
    title: "Меню",
    map: "Карта коммуникаций",
    channels: "Кто следит за каналами",
    channelsNone: "В этой карте нет каналов. Выберите выше другую.",
    language: "Язык",
    site: (host) => `Этот сайт: ${host}`,
    export: "Сохранить путь в файл",
    hideSite: "Скрыть на этом сайте",
    hideSiteNote: "Пока вы не щёлкнете здесь по значку Cuelight.",
    options: "Все сайты и настройки",
    forget: "Стереть этот путь",
    forgetAsk: (host) => `Стереть всё, что записано на ${host}? Вернуть будет нельзя.`,
    forgetYes: "Стереть",
    forgetNo: "Оставить",
  },
  map: {
    origin: {
      page: "со страницы",
      file: "из файла",
      text: "вставлена текстом",
      library: "из ваших карт",
      starter: "начальная карта",
    },
    choose: "Выбрать файл",
    paste: "Вставить карту",
    pasteLabel: "Карта (YAML или JSON)",
    pasteHint: "cuelight: 1",
    use: "Применить карту",
    cancel: "Отмена",
    default: "Взять карту страницы или начальную",
    refused: (count, shown) =>
      `В этой карте ${shown} ${plural(count, { one: "ошибка", few: "ошибки", many: "ошибок" })}, она не применена. Действует карта, указанная выше. Исправьте и попробуйте снова:`,
    line: (line) => `строка ${line}`,
    lineAndColumn: (line, column) => `строка ${line}, столбец ${column}`,
    show: "Показать в тексте",
    tooLong: (size) =>
      `В этом файле ${size} МБ, а карта может занимать 1 МБ. Действует карта, указанная выше. Выберите файл меньше.`,
    unreadable: (name) =>
      `Файл ${name} не удалось прочитать. Действует карта, указанная выше. Выберите файл ещё раз.`,
    empty: "Текста пока нет. Сначала вставьте карту.",
  },
  health: {
    short: {
      recording: "Запись идёт",
      snippet: "Запись идёт",
      "no-permission": "Нет доступа",
      "snippet-blocked": "Сниппет заблокирован",
      "snippet-silent": "Сниппет не запускается",
      "consent-pending": "Согласия ещё нет",
      "consent-refused": "Нет согласия",
      "collector-refused": "Данные не принимают",
      "nothing-seen": "Ничего не видно",
      "map-broken": "Ошибки в карте",
      "map-unreachable": "Карта не найдена",
      "journal-broken": "Журнал не читается",
      "double-snippet": "Два сниппета",
      "data-layer-broken": "Слой данных сломан",
      "markup-broken": "Данные о товаре с ошибкой",
      unsaved: "Ещё не сохранено",
      "bad-events": "Есть негодные события",
    },
    recording: "Запись идёт: Cuelight наблюдает за этой страницей.",
    snippet: "Запись идёт: о событиях сообщает сниппет самой страницы.",
    noPermission:
      "Chrome отозвал право читать эту вкладку. Записанное сохранено. Щёлкните по значку Cuelight на панели браузера, чтобы продолжить.",
    snippetBlocked: (where) =>
      `Политика безопасности страницы (CSP) блокирует её сниппет${where === null ? "" : ` (${where})`}. Cuelight пишет вместо него, но сам сайт ничего не собирает. Добавьте адрес сниппета в script-src.`,
    snippetSilent: (where) =>
      `Сниппет, указанный на странице, не запускается${where === null ? "" : ` (${where})`}. Cuelight пишет вместо него, но сам сайт ничего не собирает. Проверьте адрес в теге script и отключите блокировщик рекламы.`,
    consentPending:
      "Посетитель ещё не решил, согласен ли он, поэтому сниппет страницы ничего не хранит. Ответьте на вопрос о согласии, чтобы продолжить.",
    consentRefused:
      "Посетитель отказал в согласии, поэтому сниппет страницы ничего не записывает. Разрешите это в настройках согласия на сайте, чтобы продолжить.",
    collectorRefused: (answer) =>
      `Сервер сайта не принимает события${answer === null ? "" : ` (${answer})`}. Они ждут на этом устройстве и видны здесь. Покажите это разработчикам сайта.`,
    nothingSeen:
      "Страница открыта уже минуту, а событий с неё нет. Загрузите её снова; если не поможет, покажите это разработчикам сайта.",
    mapBroken: "В карте есть ошибки, она не применена; действует последняя исправная.",
    mapUnreachable: (where) =>
      `Карту страницы не удалось загрузить${where === null ? "" : ` (${where})`}. Действует другая карта. Проверьте адрес в теге скрипта или выберите файл.`,
    journalBroken:
      "Сохранённые события не читаются. Новые записываются. Сохраните путь в файл, затем сотрите его и начните заново.",
    doubleSnippet:
      "Страница загружает сниппет дважды. Каждое событие учтено один раз. Уберите один из двух тегов.",
    dataLayerBroken: (detail) =>
      `Слой данных страницы не читается${detail === null ? "" : ` (${detail})`}. Событий корзины и покупки может не хватать, остальные сохранены. Покажите это разработчикам сайта.`,
    markupBroken: (detail) =>
      `В данных о товаре на этой странице ошибка${detail === null ? "" : ` (${detail})`}. Всё остальное записывается. Покажите это разработчикам сайта.`,
    unsaved: (count, shown) =>
      `Ещё не ${plural(count, { one: "сохранено", few: "сохранены", many: "сохранены" })} ${shown} ${plural(count, { one: "событие", few: "события", many: "событий" })}. Не закрывайте вкладку: Cuelight повторит попытку сам.`,
    unsavedSome: "Часть событий ещё не сохранена. Не закрывайте вкладку: Cuelight повторит попытку сам.",
    badEvents: (count, shown) =>
      `${shown} ${plural(count, { one: "событие оказалось негодным и не учтено", few: "события оказались негодными и не учтены", many: "событий оказались негодными и не учтены" })}. Остальные учтены. Покажите это разработчикам сайта.`,
    badEventsSome:
      "Часть событий оказалась негодной и не учтена. Остальные учтены. Покажите это разработчикам сайта.",
    showMap: "Посмотреть, что не так",
    chooseMap: "Выбрать другую карту",
  },
  announce: {
    missed: (what) => `Пропущено: ${what}`,
    missedMany: (count, shown) =>
      `${plural(count, { one: "Пропущено", few: "Пропущены", many: "Пропущено" })} ${shown} ${plural(count, { one: "сообщение", few: "сообщения", many: "сообщений" })}`,
    fired: (name) => `Сценарий начался: ${name}`,
  },
  event: {
    toldBy: (sources) => `источник: ${sources}`,
  },
  fault: {
    title: "Панель остановилась из-за ошибки",
    kept: "Запись идёт дальше, всё записанное сохранено.",
    again: "Показать снова",
  },
}
