import { gmail } from "./readers/gmail"
import { mailRu } from "./readers/mail-ru"
import { maildev } from "./readers/maildev"
import { mailpit } from "./readers/mailpit"
import { outlook } from "./readers/outlook"
import { yandex } from "./readers/yandex"
import type { Webmail } from "./webmail"

/** The webmails whose lists can be read. */
export const webmails: readonly Webmail[] = [gmail, outlook, yandex, mailRu, mailpit, maildev]

/** Whose page this is; null where it is none that we can read. */
export function findWebmail(page: Document): Webmail | null {
  return webmails.find((webmail) => webmail.isHere(page)) ?? null
}
