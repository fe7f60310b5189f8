// What the reader of maps says in English, in Russian. Whoever changes a sentence there has a test that names the one here.

/** What was expected, and what stands there. */
const pieces: Record<string, string> = {
  "a text": "текст",
  "a number": "число",
  "a whole number": "целое число",
  "true or false": "true или false",
  "a list": "список",
  "a list: [ … ]": "список: [ … ]",
  "keys with values": "ключи со значениями",
  "keys with values: { … }": "ключи со значениями: { … }",
  "a map: keys with values, beginning with `cuelight: 1`":
    "карта: ключи со значениями, первый — `cuelight: 1`",
  "a value": "значение",
  nothing: "пусто",
  trigger: "триггер",
  condition: "условие",
  minute: "минута",
  hour: "час",
  "day of the month": "день месяца",
  month: "месяц",
  weekday: "день недели",
  channel: "канала",
  message: "сообщения",
  segment: "сегмента",
  stage: "этапа",
  scenario: "сценария",
}

const say = (piece = ""): string => {
  if (Object.hasOwn(pieces, piece)) return pieces[piece] ?? piece
  return piece.replace(/^one of /, "одно из: ").replace(/^the number /, "число ")
}
/** `{ … } or { … }` */
const orOf = (text = "") => text.replaceAll(" or ", " или ")

const DURATION = "длительность пишется 90s, 15m, 1h, 7d, 2w или по ISO 8601 (PT15M, P7D)"

/** Sentences with nothing of the map in them. */
const whole: Record<string, string> = {
  "this key is given twice: keep one": "этот ключ указан дважды: оставьте один",
  "a second colon in this line: put a text with a colon in quotes, and what belongs below on lines of its own":
    "второе двоеточие в строке: текст с двоеточием возьмите в кавычки, а вложенное пишите на своих строках",
  "a comma or a closing bracket is missing before this":
    "перед этим не хватает запятой или закрывающей скобки",
  "this line is indented differently from those that it belongs to, or a bracket is not closed before it":
    "отступ не такой, как у соседних строк, или выше не закрыта скобка",
  "tabs do not indent: use spaces": "для отступов нужны пробелы, а не табуляция",
  "a key and its colon stand on one line: a colon is missing, or a line is indented too far":
    "ключ и его двоеточие стоят на одной строке: не хватает двоеточия, или отступ слишком велик",
  "something is not closed or not separated here: a quote, a bracket, a comma or a colon is missing":
    "здесь что-то не закрыто или не отделено: не хватает кавычки, скобки, запятой или двоеточия",
  "an alias (`*name`) needs its anchor (`&name`) before it; a text that begins with * stands in quotes":
    "ссылке (`*name`) нужен якорь (`&name`) выше; текст, который начинается со звёздочки, берут в кавычки",
  "a map is one document: a second one begins here, leave out the `---`":
    "карта — это один документ, а здесь начинается второй: уберите `---`",
  "this does not belong here: a bracket or a quote before it is missing or too many":
    "этому здесь не место: выше не хватает скобки или кавычки, или есть лишняя",
  "a map has at most 1 MiB": "карта занимает не больше 1 МиБ",
  "the aliases of the map stand for too much": "ссылки карты раскрываются в слишком большой текст",
  "a key is text": "ключ — это текст",
  "a number is finite": "число должно быть конечным",
  "a language is written en, ru, pt-BR": "язык пишется так: en, ru, pt-BR",
  "a text is a string, or one for each language: { en: …, ru: … }":
    "текст — это строка или по строке на каждый язык: { en: …, ru: … }",
  "a text needs at least one language": "у текста должен быть хотя бы один язык",
  "an id is text": "имя (id) — это текст",
  "an id is not empty": "имя (id) не бывает пустым",
  "an id has at most 200 characters": "в имени (id) не больше 200 знаков",
  "an event name is not empty": "имя события не бывает пустым",
  "an event is a name or a list of names": "событие — это имя или список имён",
  "a list of events names at least one": "в списке событий должно быть хотя бы одно",
  "a list of days names at least one": "в списке дней должен быть хотя бы один",
  "a list of types names at least one": "в списке видов должен быть хотя бы один",
  "a list names at least one": "в списке должно быть хотя бы одно",
  "a sequence names at least one event": "в последовательности должно быть хотя бы одно событие",
  "a scenario has at least one step": "у сценария должен быть хотя бы один шаг",
  "a journey has at least one stage": "у пути должен быть хотя бы один этап",
  "an empty `any` never fires: name a trigger": "пустой `any` никогда не сработает: назовите триггер",
  "re-entry is once, always or { after: 7d }": "повторный вход: once, always или { after: 7d }",
  "a share is a percentage from 0% to 100%, written 10%": "доля — это проценты от 0% до 100%, пишется 10%",
  'a wall time is quoted text of four digits: "10:00"':
    'время дня пишется в кавычках, четырьмя цифрами: "10:00"',
  "a time zone is an IANA name: Europe/Moscow, America/New_York, UTC":
    "часовой пояс — имя по IANA: Europe/Moscow, America/New_York, UTC",
  "a currency is three capital letters: EUR": "валюта — три заглавные буквы: RUB",
  "the version of the language is 1: cuelight: 1": "версия языка — 1: cuelight: 1",
  "a cap is per duration (7d), calendar-day, calendar-week or calendar-month":
    "лимит считается за длительность (7d), calendar-day, calendar-week или calendar-month",
  "the most of a cap is a whole number": "лимит — целое число",
  "the most of a volume is a whole number": "объём — целое число",
  "a cost is not below 0": "стоимость не бывает меньше 0",
  "an emotion is from -2 to 2": "эмоция — от -2 до 2",
  "a count is a number, or comparisons like { lte: 2 }":
    "количество — число или сравнение, например { lte: 2 }",
  "a count is a whole number": "количество — целое число",
  "a sum is compared with something: gte: 50000": "сумму с чем-то сравнивают: gte: 50000",
  "a trait is compared with something: eq: gold, exists: true":
    "свойство с чем-то сравнивают: eq: gold, exists: true",
  "a comparison compares with something: { gte: 5 }": "сравнение с чем-то сравнивает: { gte: 5 }",
  "a filter is paths with what they are compared with: { item_id: sku-1, price: { gte: 1000 } }":
    "фильтр — это пути и то, с чем их сравнивают: { item_id: sku-1, price: { gte: 1000 } }",
  "a match names a campaign, a template, a subject or a sender":
    "в match называют кампанию, шаблон, тему или отправителя",
  "name what is entered or left: { segment: vip } or { stage: loyalty }":
    "назовите, куда входят или откуда выходят: { segment: vip } или { stage: loyalty }",
  "`for` is missing: how long to wait for what `without` names, like `for: 1h`":
    "не хватает `for`: сколько ждать того, что названо в `without`, например `for: 1h`",
  "`without` is missing: the event that should have followed, like `without: purchase`":
    "не хватает `without`: события, которое должно было последовать, например `without: purchase`",
  "the first stage has no `when`: a person is in it when no later one holds":
    "у первого этапа нет `when`: на нём тот, кому не подходит ни один следующий",
  "only the first stage needs no `when`": "без `when` бывает только первый этап",
  "quiet hours that end when they begin are none, or all: change one":
    "тихие часы кончаются там же, где начинаются: измените начало или конец",
  'a bare text is an attribute of the element: "@data-sku"':
    'текст сам по себе — атрибут элемента: "@data-sku"',
  'a value comes from "@attribute", { text: selector }, { value: constant } or { path: of.the.data }':
    'значение берут из "@attribute", { text: селектор }, { value: постоянная } или { path: путь.в.данных }',
  "merge keys (`<<`) are no part of YAML 1.2: write out the keys themselves":
    "слияния ключей (`<<`) в YAML 1.2 нет: напишите сами ключи",
  'a schedule is five fields (minute, hour, day, month, weekday): "0 10 * * MON"':
    'расписание — пять полей (минута, час, день, месяц, день недели): "0 10 * * MON"',
  "the first step has no `ifNot`: there is no earlier step":
    "у первого шага нет `ifNot`: перед ним нет другого шага",
}

/** Sentences around something of the map. */
const around: [RegExp, (found: string[]) => string][] = [
  [
    /^unknown key (`[^`]*`): known here are (.+)$/,
    ([, key, known]) => `неизвестный ключ ${key}; здесь бывают: ${known}`,
  ],
  [
    /^unknown key (`[^`]*`), which does not go together with the others here$/,
    ([, key]) => `ключ ${key} не сочетается с остальными`,
  ],
  [
    /^a schedule is .*; (`[^`]*`) is no (.+)$/,
    ([, field, name]) =>
      `расписание — пять полей (минута, час, день, месяц, день недели): "0 10 * * MON"; ${field} — не ${say(name)}`,
  ],
  [
    /^there is no anchor &(.*) before this alias;/,
    ([, name]) => `выше нет якоря &${name}; текст, который начинается со звёздочки, берут в кавычки`,
  ],
  [
    /^a duration is written .*?(, with - for before)?(?:; (.+) has no unit: (.+)\?)?$/,
    ([, before, given, proposed]) =>
      `${DURATION}${before ? ", с «-» — до дня" : ""}${given ? `; у ${given} нет единицы: ${orOf(proposed)}?` : ""}`,
  ],
  [
    /^a duration is written .*; months and years/,
    () => `${DURATION}; у месяцев и лет нет точной длины: 30d, 365d`,
  ],
  [/^a duration is written .*, and not negative$/, () => `${DURATION}, и не бывает отрицательной`],
  [/^a duration is written .*; this one is longer/, () => `${DURATION}; эта длиннее, чем хватает времени`],
  [
    /^a wall time .*; this is the number (.+): put it/,
    ([, number]) => `время дня пишется в кавычках: "10:00"; здесь число ${number}`,
  ],
  [/^a map nests at most (\d+) levels$/, ([, levels]) => `вложенность карты — не больше ${levels} уровней`],
  [
    /^expected a (trigger|condition), one of (.+), not (.+)$/,
    ([, what, forms, given]) =>
      `здесь нужен ${what === "trigger" ? "триггер" : "блок условия"}, одно из: ${forms}; а стоит: ${say(given)}`,
  ],
  [
    /^an empty (trigger|condition) says nothing: expected one of (.+)$/,
    ([, what, forms]) =>
      `${what === "trigger" ? "пустой триггер" : "пустое условие"} ничего не значит; нужно одно из: ${forms}`,
  ],
  [
    /^this (trigger|condition) has none of the keys that make one: (.+)$/,
    ([, what, forms]) =>
      `${what === "trigger" ? "у триггера" : "у условия"} нет ни одного из его ключей: ${forms}`,
  ],
  [
    /^a text alone is no (trigger|condition): write (.+)$/,
    ([, what, form]) => `один текст — ещё не ${say(what)}: напишите ${orOf(form)}`,
  ],
  [
    /^a list alone is no (trigger|condition): write (.+)$/,
    ([, what, form]) => `один список — ещё не ${say(what)}: напишите ${orOf(form)}`,
  ],
  [
    /^expected (.+), not (.+?)$/,
    ([, expected, given]) => `здесь нужно: ${say(expected)}; а стоит: ${say(given)}`,
  ],
  [/^(.+) is not what is expected here$/, ([, given]) => `здесь нужно другое, а стоит: ${say(given)}`],
  [/^(`[^`]*`) is missing \((.+)\)$/, ([, key, expected]) => `не хватает ключа ${key} (${say(expected)})`],
  [
    /^a second (stage|segment|scenario|step) (`[^`]*`): ids are given once$/,
    ([, , id]) => `имя ${id} указано второй раз: имена не повторяются`,
  ],
  [
    /^a touchpoint on (\S+) needs (`[^`]*`)$/,
    ([, on, key]) => `точке контакта с on: ${on} нужен ключ ${key}`,
  ],
  [
    /^`ifNot` names (`[^`]*`), which is not an earlier step$/,
    ([, id]) => `в \`ifNot\` назван шаг ${id}, а он не раньше этого`,
  ],
  [/^unknown step (`[^`]*`)$/, ([, id]) => `нет такого шага выше: ${id}`],
  [
    /^a circle: (.+)$/,
    ([, names = ""]) =>
      `ссылки ходят по кругу: ${names.replaceAll(" needs ", " → ").replaceAll("segment ", "сегмент ").replaceAll("stage ", "этап ")}`,
  ],
  [
    /^unknown (channel|message|segment|stage|scenario) (`[^`]*`)$/,
    ([, kind, id]) => `нет такого ${say(kind)}: ${id}`,
  ],
]

/** The same in Russian, or null for a sentence that is not known here. */
export function sayMapErrorRussian(sentence: string): string | null {
  if (Object.hasOwn(whole, sentence)) return whole[sentence] ?? null
  for (const [pattern, write] of around) {
    const found = pattern.exec(sentence)
    if (found) return write([...found])
  }
  return null
}
