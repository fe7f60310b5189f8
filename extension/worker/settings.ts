import type { Language } from "../words/language"
import { takeTurns } from "./in-turn"

/** What holds for the person, not for a site. Kept in `storage.local`, so it survives the end of the browser. */
export interface Settings {
  language: Language
  mode: "pill" | "open"
  /** Distance of the overlay's lower right corner from the window's, CSS pixels. */
  right: number
  bottom: number
}

function defaults(): Settings {
  const language = chrome.i18n.getUILanguage().toLowerCase().startsWith("ru") ? "ru" : "en"
  return { language, mode: "open", right: 16, bottom: 16 }
}

export async function readSettings(): Promise<Settings> {
  const { settings } = await chrome.storage.local.get("settings")
  return { ...defaults(), ...(settings as Partial<Settings> | undefined) }
}

const inTurn = takeTurns()

export function changeSettings(change: Partial<Settings>): Promise<Settings> {
  return inTurn(async () => {
    const settings = { ...(await readSettings()), ...change }
    await chrome.storage.local.set({ settings })
    return settings
  })
}
