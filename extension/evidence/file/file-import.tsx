import { useId, useState } from "react"
import type { FileFaultCode } from "../../domain"
import { filesWords } from "../../words/evidence/files"
import { sourcesWords } from "../../words/evidence/sources"
import { useWords } from "../../words/words"
import { Choice } from "../choice"
import type { SourcesWays } from "../sources"
import { FileReading } from "./file-reading"
import { type OpenedFile, openFile } from "./open-file"

interface FileImportProps extends Pick<SourcesWays, "act"> {
  sites: readonly string[]
  close(): void
}

/** An export becomes evidence: the file is chosen, its columns are looked through, and its rows are taken. */
export function FileImport({ sites, act, close }: FileImportProps) {
  const words = useWords(filesWords)
  const sourceWords = useWords(sourcesWords)
  const id = useId()
  const [site, setSite] = useState(sites[0] ?? "")
  const [opened, setOpened] = useState<OpenedFile | FileFaultCode | "reading" | null>(null)

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return
    setOpened("reading")
    setOpened(await openFile(file))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere
    <div
      role="group"
      className="cue-card cue-source-form"
      aria-label={words.open}
      data-cue="file-import"
      data-opened=""
      onKeyDown={(event) => event.key === "Escape" && opened === null && close()}
    >
      <p className="cue-muted">{words.about}</p>
      {sites.length > 1 && (
        <Choice label={sourceWords.site} value={site} choose={setSite}>
          {sites.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Choice>
      )}
      <div className="cue-source-field">
        <label htmlFor={id}>{words.choose}</label>
        <input
          id={id}
          type="file"
          className="cue-source-input"
          accept=".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl,.json"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </div>
      <div aria-live="polite">
        {opened === "reading" && <p className="cue-muted">{words.reading}</p>}
        {typeof opened === "string" && opened !== "reading" && (
          <p className="cue-source-problem" data-cue="file-fault" data-cue-status={opened}>
            {words.faults[opened]}
          </p>
        )}
      </div>
      {opened !== null && typeof opened === "object" ? (
        <FileReading key={`${site}/${opened.digest}`} site={site} opened={opened} act={act} close={close} />
      ) : (
        <div className="cue-button-row cue-card-foot">
          <button type="button" className="cue-button" onClick={close}>
            {words.cancel}
          </button>
        </div>
      )}
    </div>
  )
}
