import { plainName } from "./column-names"

const words: Record<string, string> = {
  email: "email|e mail|mail|smtp|почта|эл почта|электронная почта|письмо|емейл|имейл",
  sms: "sms|смс|text|text message|sms сообщение",
  push: "push|web push|webpush|mobile push|mobilepush|push notification|пуш|мобильный пуш|веб пуш|push уведомление",
  messenger: "messenger|whatsapp|telegram|viber|messengers|мессенджер|вотсап|телеграм|вайбер|max|vk|вк",
  call: "call|voice|phone call|звонок|обзвон|голос",
  popup: "popup|pop up|попап|всплывающее окно|форма",
  chatbot: "chatbot|bot|чат бот|чатбот|бот",
  app: "in app|inapp|app|in app message|приложение",
  banner: "banner|баннер",
  offline: "offline|direct mail|офлайн",
}

const channels = new Map(
  Object.entries(words).flatMap(([channel, list]) => list.split("|").map((word) => [word, channel] as const)),
)

/** A map's channel by the name that an export gives it; one that nobody knows stays as it is written, if it can be a name. */
export function readChannel(given: string): string | null {
  const known = channels.get(plainName(given))
  if (known !== undefined) return known
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(given.trim()) ? given.trim() : null
}
