import { useEffect, useState } from "react"
import { chooseLanguage, type Language } from "../words/language"
import { readSettings } from "../worker/settings"
import { Tour } from "./tour"
import { minuteMs } from "./tour-page-kinds"

/** The tour as a page of the extension. Nothing of it is kept: its story happened in the last two hours. */
export function TourPage() {
  const [language, setLanguage] = useState<Language>(() => chooseLanguage(navigator.languages))
  const [begin] = useState(() => Date.now() - 125 * minuteMs)
  useEffect(() => {
    void readSettings().then((settings) => setLanguage(settings.language))
  }, [])
  return (
    <Tour
      begin={begin}
      language={language}
      choose={setLanguage}
      leave={() => location.assign(chrome.runtime.getURL("options.html"))}
    />
  )
}
