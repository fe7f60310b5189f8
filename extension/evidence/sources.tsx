import { useRef, useState } from "react"
import { useReturningFocus } from "../overlay/use-returning-focus"
import { filesWords } from "../words/evidence/files"
import { sourcesWords } from "../words/evidence/sources"
import { useWords } from "../words/words"
import { FileImport } from "./file/file-import"
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
  const files = useWords(filesWords)
  const [edited, setEdited] = useState<string | "new" | "file" | null>(null)
  const close = () => setEdited(null)
  const root = useRef<HTMLDivElement>(null)
  useReturningFocus(edited, root)
  return (
    <div ref={root} className="cue-sources">
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
      ) : edited === "file" ? (
        <FileImport sites={state.sites} act={act} close={close} />
      ) : state.sites.length === 0 ? (
        <p className="cue-muted">{words.noSites}</p>
      ) : (
        <div className="cue-button-row">
          <button type="button" className="cue-button" data-opens="new" onClick={() => setEdited("new")}>
            {words.connect}
          </button>
          <button type="button" className="cue-button" data-opens="file" onClick={() => setEdited("file")}>
            {files.open}
          </button>
        </div>
      )}
    </div>
  )
}
