import { useEffect } from "react"
import { chooseLanguage } from "../words/language"
import { shellWords } from "../words/panel/shell"

/** The page that Chrome opens, unseen, with DevTools: it adds a panel with the side panel's views for the tab there. */
export function DevtoolsPage() {
  const words = shellWords[chooseLanguage(navigator.languages)]
  useEffect(() => {
    if (!chrome.devtools?.panels) return
    const { tabId } = chrome.devtools.inspectedWindow
    chrome.devtools.panels.create(words.title, "", `sidepanel.html?tab=${tabId}`)
  }, [words])
  // Opened as a page of its own, which nobody needs, it says where to look.
  return <p>{words.devtools}</p>
}
