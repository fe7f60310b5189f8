import { useCallback, useEffect, useState } from "react"
import type { PageMessage } from "../messages"
import { changeLanguage, useLanguage } from "../theme/use-language"
import { readSettings } from "../worker/settings"
import { Tour } from "./tour"
import { minuteMs } from "./tour-page-kinds"
import { tourSteps } from "./tour-steps"

/**
 * The tour as a page of the extension. Of it is kept only where it was left; its story happened in the last two hours.
 */
export function TourPage() {
  const language = useLanguage()
  const [begin] = useState(() => Date.now() - 125 * minuteMs)
  const [first, setFirst] = useState<number | null>(null)
  useEffect(() => {
    void readSettings().then(({ tourStop }) =>
      setFirst(
        Math.max(
          0,
          tourSteps.findIndex(({ id }) => id === tourStop),
        ),
      ),
    )
  }, [])
  const leave = useCallback(() => location.assign(chrome.runtime.getURL("options.html")), [])
  if (first === null) return null
  return (
    <Tour
      begin={begin}
      first={first}
      language={language}
      choose={changeLanguage}
      reach={(stop) => void keepStop(stop)}
      leave={(isAtEnd) => void (isAtEnd ? keepStop(null) : Promise.resolve()).then(leave)}
    />
  )
}

/** So that the options can offer to go on. Where the worker does not answer, the tour begins anew next time. */
async function keepStop(stop: string | null): Promise<void> {
  const message: PageMessage = { type: "options-action", action: { type: "tour-stop", stop } }
  await chrome.runtime.sendMessage(message).catch(() => null)
}
