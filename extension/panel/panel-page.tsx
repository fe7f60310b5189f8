import { useMemo } from "react"
import { chooseLanguage } from "../words/language"
import { Panel } from "./panel"
import { PanelNotice } from "./panel-notice"
import { type TabSource, tabOfAddress } from "./tab-source"
import { usePanel } from "./use-panel"

/** The panel as a page of the extension: the side panel, a tab of its own, or a panel of DevTools. */
export function PanelPage({ tab }: { tab?: TabSource }) {
  const source = useMemo(() => tab ?? tabOfAddress(location.search), [tab])
  const { answer, ...ways } = usePanel(source)
  if (answer === null) return null
  if (answer === "unreachable" || answer.panel === null)
    return (
      <PanelNotice
        kind={answer === "unreachable" ? "unreachable" : "no-site"}
        language={answer === "unreachable" ? chooseLanguage(navigator.languages) : answer.language}
      />
    )
  return <Panel panel={answer.panel} {...ways} />
}
