import type { Theme } from "../theme/theme"
import type { Language } from "../words/language"
import { takeTurns } from "./in-turn"
import { localStorage } from "./kept-storage"

/** What holds for the person, not for a site. Kept in `storage.local`, so it survives the end of the browser. */
export interface Settings {
  language: Language
  theme: Theme
  mode: "pill" | "open"
  /** Distance of the overlay's lower right corner from the window's, CSS pixels. */
  right: number
  bottom: number
  /** When the person put it there, ms UTC; null: nobody has. */
  placedAt: number | null
  retention: Retention
  /** Where the tour was left, by the stop's id; null: not begun, or seen to its end. */
  tourStop: string | null
}

/** How much of each site's journey is kept; null: no limit. What is older, or beyond, is erased. */
export interface Retention {
  days: number | null
  /** 1 MB is 1,000,000 bytes of the events' JSON. */
  megabytes: number | null
}

/** What is stored: only what the person has set. */
type StoredSettings = Partial<Settings>

function defaults(): Settings {
  const language = chrome.i18n.getUILanguage().toLowerCase().startsWith("ru") ? "ru" : "en"
  return {
    language,
    theme: "system",
    mode: "open",
    right: 16,
    bottom: 16,
    placedAt: null,
    retention: { days: null, megabytes: null },
    tourStop: null,
  }
}

export async function readSettings(): Promise<Settings> {
  return { ...defaults(), ...(await readStored()) }
}

/** Only what the person has set: what stands in a backup, and whether the language is the browser's. */
export async function readStored(): Promise<StoredSettings> {
  const { settings } = await localStorage().get(["settings"])
  return (settings as StoredSettings | undefined) ?? {}
}

const inTurn = takeTurns()

export function changeSettings(change: StoredSettings): Promise<Settings> {
  return changeStored((stored) => ({ ...stored, ...change }))
}

/** From now on the browser's language, also when that changes. */
export function followBrowserLanguage(): Promise<Settings> {
  return changeStored(({ language: _, ...others }) => others)
}

/** As if the extension were new. */
export function forgetSettings(): Promise<Settings> {
  return changeStored(() => ({}))
}

function changeStored(change: (stored: StoredSettings) => StoredSettings): Promise<Settings> {
  return inTurn(async () => {
    const settings = change(await readStored())
    await localStorage().set({ settings })
    return { ...defaults(), ...settings }
  })
}
