import type { Language } from "./language"

/** What the icon in the toolbar says, where no page of ours is open to say it. */
export const iconWords: Record<Language, { audit: string; cannotAudit: string; clickAgain: string }> = {
  en: {
    audit: "Audit this page with Cuelight",
    cannotAudit:
      "Cuelight cannot look into this page: the browser keeps it closed to extensions. Open a web site and click again.",
    clickAgain: "This tab has gone to another site. Click to audit it too.",
  },
  ru: {
    audit: "Проверить эту страницу с Cuelight",
    cannotAudit:
      "Cuelight не может заглянуть на эту страницу: браузер закрывает её от расширений. Откройте сайт и нажмите ещё раз.",
    clickAgain: "В этой вкладке открыт другой сайт. Нажмите, чтобы проверить и его.",
  },
}
