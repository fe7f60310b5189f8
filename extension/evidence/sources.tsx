import { useState } from "react"
import { sourcesWords } from "../words/evidence/sources"
import { useWords } from "../words/words"
import { SourceCard } from "./source-card"
import { SourceEditor } from "./source-editor"
import type { EvidenceAction, SourcesState } from "./state"

export interface SourcesWays {
  act(action: EvidenceAction): Promise<unknown>
  /** Chrome's question whether this address may be asked. */
  allow(address: string): Promise<boolean>
}

/** What is connected, and what can be. */
export function Sources({ state, act, allow }: { state: SourcesState } & SourcesWays) {
  const words = useWords(sourcesWords)
  const [edited, setEdited] = useState<string | "new" | null>(null)
  const close = () => setEdited(null)
  return (
    <div className="cue-sources">
      <p className="cue-muted">{words.about}</p>
      {state.sources.length === 0 && <p className="cue-empty">{words.none}</p>}
      {state.sources.map((source) =>
        edited === source.id ? (
          <SourceEditor key={source.id} state={state} source={source} act={act} allow={allow} close={close} />
        ) : (
          <SourceCard key={source.id} source={source} act={act} edit={() => setEdited(source.id)} />
        ),
      )}
      {edited === "new" ? (
        <SourceEditor state={state} source={null} act={act} allow={allow} close={close} />
      ) : state.sites.length === 0 ? (
        <p className="cue-muted">{words.noSites}</p>
      ) : (
        <button type="button" className="cue-button" onClick={() => setEdited("new")}>
          {words.connect}
        </button>
      )}
    </div>
  )
}
