import type { SourceProblem, SourceProblemCode } from "../../../shared/evidence/source-problem"
import type { Words } from "../words"

/** What is wrong with a source, and what helps. `detail` is a field's name or a status. */
type Sentences = Record<SourceProblemCode, (detail: string) => string>

export const problemWords: Words<Sentences> = {
  en: {
    dns: () => "No server has this name. Check the address.",
    refused: () => "Nothing listens at this address. Is the service running?",
    tls: () => "The server's certificate is not trusted. Open the address in a tab once to see why.",
    timeout: () => "No answer in time. Cuelight tries again by itself.",
    offline: () => "This computer is offline. Cuelight goes on by itself.",
    "too-large": () => "The answer has more than 8 MB. Empty the inbox, or ask for less.",
    unreachable: () =>
      "No connection: no server has this name, nothing runs there, or its certificate is not trusted. Open the address in a tab to see which.",
    "bad-address": () => "An address begins with http:// or https://.",
    "setting-missing": (field) => `Please fill in: ${field}.`,
    unauthorised: () => "The token or password is not accepted (401). Paste it again.",
    forbidden: () => "The token may not read this (403). Give it the right to read events or messages.",
    "cors-blocked": () =>
      "Mailpit refuses requests from browser extensions (403). Start it with --api-cors=* or MP_API_CORS=*.",
    "not-found": () => "There is no such thing at this address (404). Is it really this service?",
    "rate-limited": () => "The service has had too many requests. Cuelight waits and goes on by itself.",
    "server-error": (status) => `The service is in trouble (${status}). Cuelight tries again by itself.`,
    "unexpected-status": (status) => `The service answers with status ${status}. Check the address.`,
    redirected: () => "This address leads somewhere else. Give the final address: a token is not sent along.",
    "not-json": () => "The answer is a web page or something else, no data. Is it really this service?",
    "wrong-shape": () => "The answer is not what this service documents. Is it really this service?",
    "left-origin": () => "The service's next page is at another address. Nothing was sent there.",
    "refused-by-service": (number) => `The service refuses (error ${number}). Check token and settings.`,
    "file-unreadable": () => "The file cannot be read. Save it as CSV, XLSX or NDJSON, and choose it again.",
    "no-permission": () => "Chrome has not allowed Cuelight to ask this address. Press “Allow and save”.",
  },
  ru: {
    dns: () => "Сервера с таким именем нет. Проверьте адрес.",
    refused: () => "По этому адресу никто не отвечает. Запущен ли сервис?",
    tls: () => "Сертификату сервера нет доверия. Откройте адрес во вкладке, чтобы увидеть почему.",
    timeout: () => "Ответа не дождались. Cuelight попробует снова.",
    offline: () => "Компьютер не в сети. Cuelight продолжит сам.",
    "too-large": () => "Ответ больше 8 МБ. Очистите ящик или запросите меньше.",
    unreachable: () =>
      "Нет соединения: сервера с таким именем нет, он не запущен или его сертификату нет доверия. Откройте адрес во вкладке, чтобы узнать, что именно.",
    "bad-address": () => "Адрес начинается с http:// или https://.",
    "setting-missing": (field) => `Заполните поле «${field}».`,
    unauthorised: () => "Токен или пароль не принят (401). Вставьте его ещё раз.",
    forbidden: () => "Этому токену нельзя читать данные (403). Дайте ему право читать события или сообщения.",
    "cors-blocked": () =>
      "Mailpit отклоняет запросы из расширений браузера (403). Запустите его с --api-cors=* или MP_API_CORS=*.",
    "not-found": () => "По этому адресу такого нет (404). Это точно тот сервис?",
    "rate-limited": () => "Сервис получил слишком много запросов. Cuelight подождёт и продолжит сам.",
    "server-error": (status) => `У сервиса неполадки (${status}). Cuelight попробует снова.`,
    "unexpected-status": (status) => `Сервис отвечает кодом ${status}. Проверьте адрес.`,
    redirected: () => "Этот адрес ведёт в другое место. Укажите конечный: токен туда не отправляется.",
    "not-json": () => "В ответе веб-страница или что-то ещё, но не данные. Это точно тот сервис?",
    "wrong-shape": () => "Ответ не такой, как описывает этот сервис. Это точно он?",
    "left-origin": () => "Следующая страница сервиса лежит по другому адресу. Туда ничего не отправлено.",
    "refused-by-service": (number) => `Сервис отказывает (ошибка ${number}). Проверьте токен и настройки.`,
    "file-unreadable": () => "Файл не читается. Сохраните его как CSV, XLSX или NDJSON и выберите снова.",
    "no-permission": () =>
      "Chrome не разрешил Cuelight обращаться к этому адресу. Нажмите «Разрешить и сохранить».",
  },
}

export function explainSource(
  words: Sentences,
  { code, detail }: SourceProblem,
  fieldName: (id: string) => string,
): string {
  const shown = detail === undefined ? "?" : code === "setting-missing" ? fieldName(detail) : detail
  return words[code](shown)
}
