import type { FindingKind } from "../../domain"
import { defineWords } from "../words"

type PerKind<Value> = Record<FindingKind, Value>

interface FindingsWords {
  title: string
  none: string
  noVisitor: string
  severity: Record<"error" | "warning" | "info", string>
  kind: PerKind<string>
  /** What it means and what to do, under the heading of the group. */
  advice: PerKind<string>
  mute: string
  muteAsk: string
  muteHint: string
  muteYes: string
  cancel: string
  unmute: string
  muted: string
  mutedBecause(reason: string): string
  mutedNoReason: string
  mutedAt(moment: string): string
  more(shown: string): string
  reason(text: string): string
  detail(text: string): string
}

export const findingsWords = defineWords<FindingsWords>({
  en: {
    title: "Findings",
    none: "Nothing to find fault with: what should have gone out did, and nothing else was seen.",
    noVisitor:
      "Nothing has happened yet. Reload the page, or open a product: then the audit has something to look at.",
    severity: { error: "Errors", warning: "Warnings", info: "Notes" },
    kind: {
      missed: "Missed",
      "should-not-have": "Should not have been sent",
      "in-quiet-hours": "Sent in quiet hours",
      "over-cap": "Beyond the limit of messages",
      "wrong-channel": "Over another channel than planned",
      duplicate: "Sent twice",
      failed: "Failed",
      late: "Sent late",
      early: "Sent too early",
      unplanned: "Not on the map",
      "never-can": "Can never be sent",
      "duplicate-event": "The same purchase told twice",
      "phantom-event": "Told without a click or key",
      "bad-event": "Events that cannot be used",
      mix: "Mix of message types off its target",
      volume: "More messages than planned",
      "ignored-active": "Triggered again while running",
    },
    advice: {
      missed: "It should have gone out and nobody has seen it. Ask the system that sends it.",
      "should-not-have":
        "The map says no, and it went out all the same. Look at the conditions in the sending system.",
      "in-quiet-hours":
        "The visitor was not to be disturbed at that hour. Compare the time zones of map and sender.",
      "over-cap":
        "More went out than the map allows in that time. Look for a sender that knows nothing of the limit.",
      "wrong-channel": "The message came, but by another way. Map and sending system differ.",
      duplicate: "A second message for one step. Look for two systems that send the same.",
      failed: "The sender tried and could not. Its log says why.",
      late: "It came after its time of grace. The sender's queue may be too long.",
      early: "It came before it was due. The sender counts from another moment than the map.",
      unplanned: "No scenario of the map plans this message. Add it to the map, or stop it.",
      "never-can": "Its channel is on the map but not connected. Connect it, or take the step out.",
      "duplicate-event": "Counted once. The page tells the purchase again, perhaps on a reload.",
      "phantom-event": "Nobody clicked just before. The page may tell it by itself.",
      "bad-event": "All others count. Show this to the site's developers.",
      mix: "Measured over the period that the map names.",
      volume: "Measured over the period that the map names.",
      "ignored-active": "As the map wants it: one run at a time. Only so that nobody wonders.",
    },
    mute: "Mute",
    muteAsk: "Why is this no problem?",
    muteHint: "for example: fixed in May",
    muteYes: "Mute",
    cancel: "Cancel",
    unmute: "Show again",
    muted: "Muted",
    mutedBecause: (reason) => `Muted because: ${reason}`,
    mutedNoReason: "Muted without a reason",
    mutedAt: (moment) => `since ${moment}`,
    more: (shown) => `and ${shown} more`,
    reason: (text) => `because ${text}`,
    detail: (text) => `The engine says: ${text}`,
  },
  ru: {
    title: "Находки",
    none: "Придраться не к чему: что должно было уйти, ушло, и ничего лишнего не замечено.",
    noVisitor: "Пока ничего не произошло. Обновите страницу или откройте товар: тогда будет что проверять.",
    severity: { error: "Ошибки", warning: "Предупреждения", info: "Заметки" },
    kind: {
      missed: "Пропущено",
      "should-not-have": "Не должно было уйти",
      "in-quiet-hours": "Ушло в тихие часы",
      "over-cap": "Сверх предела сообщений",
      "wrong-channel": "Не по тому каналу",
      duplicate: "Отправлено дважды",
      failed: "Не удалось отправить",
      late: "Отправлено с опозданием",
      early: "Отправлено раньше срока",
      unplanned: "Нет на карте",
      "never-can": "Никогда не уйдёт",
      "duplicate-event": "Одна покупка рассказана дважды",
      "phantom-event": "Без клика и нажатия",
      "bad-event": "Непригодные события",
      mix: "Доли типов сообщений не по плану",
      volume: "Сообщений больше, чем задумано",
      "ignored-active": "Повторный запуск во время работы",
    },
    advice: {
      missed: "Должно было уйти, и никто этого не видел. Проверьте систему, которая отправляет.",
      "should-not-have": "Карта против, а сообщение всё же ушло. Проверьте условия в системе отправки.",
      "in-quiet-hours": "В этот час посетителя не тревожат. Сравните часовые пояса карты и отправителя.",
      "over-cap":
        "За это время ушло больше, чем разрешает карта. Найдите отправителя, который не знает о пределе.",
      "wrong-channel": "Сообщение пришло, но другим путём. Карта и система отправки расходятся.",
      duplicate: "Второе сообщение на один шаг. Возможно, одно и то же отправляют две системы.",
      failed: "Отправитель пробовал и не смог. Причина в его журнале.",
      late: "Пришло позже допустимого. Возможно, у отправителя длинная очередь.",
      early: "Пришло раньше срока. Отправитель отсчитывает время не от того момента, что карта.",
      unplanned:
        "Ни один сценарий карты не предусматривает это сообщение. Добавьте его на карту или остановите.",
      "never-can": "Канал есть на карте, но не подключён. Подключите его или уберите шаг.",
      "duplicate-event": "Учтено один раз. Страница рассказывает о покупке снова, возможно при обновлении.",
      "phantom-event": "Прямо перед этим никто не нажимал. Возможно, страница сообщает это сама.",
      "bad-event": "Остальные учтены. Покажите это разработчикам сайта.",
      mix: "Считается за период, указанный на карте.",
      volume: "Считается за период, указанный на карте.",
      "ignored-active": "Так и задумано: один запуск за раз. Чтобы никто не удивлялся.",
    },
    mute: "Не показывать",
    muteAsk: "Почему это не проблема?",
    muteHint: "например: исправили в мае",
    muteYes: "Не показывать",
    cancel: "Отмена",
    unmute: "Снова показывать",
    muted: "Скрытые",
    mutedBecause: (reason) => `Скрыто, потому что: ${reason}`,
    mutedNoReason: "Скрыто без объяснения",
    mutedAt: (moment) => `с ${moment}`,
    more: (shown) => `и ещё ${shown}`,
    reason: (text) => `причина: ${text}`,
    detail: (text) => `Слова проверки: ${text}`,
  },
})
