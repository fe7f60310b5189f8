import { useEffect, useState } from "react"
import { chooseLanguage, type Language } from "../words/language"
import { readSettings } from "../worker/settings"

/**
 * The person's language, now and whenever it is changed on any page. For pages that show nothing of the worker's, whose
 * state would say it.
 */
export function useLanguage(): Language {
  const [language, setLanguage] = useState<Language>(() => chooseLanguage(navigator.languages))
  useEffect(() => {
    const read = () => void readSettings().then((settings) => setLanguage(settings.language))
    const hear = (changes: Record<string, unknown>) => {
      if ("settings" in changes) read()
    }
    chrome.storage.local.onChanged.addListener(hear)
    read()
    return () => chrome.storage.local.onChanged.removeListener(hear)
  }, [])
  return language
}

/** For all pages, from now on. */
export function changeLanguage(language: Language): void {
  const action = { type: "language", language } as const
  chrome.runtime.sendMessage({ type: "options-action", action }).catch(notHeard)
}

/** The worker does not answer: the language stays as it was, which the person sees. */
function notHeard(): void {}
