import "../overlay/theme.css"
import "../overlay/controls.css"
import "./opened.css"
import { useEffect, useRef, useState } from "react"
import { AUDIT_FILE_CHARACTERS, type AuditFile, type FileProblem, readAuditFile } from "../domain"
import { Panel } from "../panel/panel"
import { changeLanguage, useLanguage } from "../theme/use-language"
import { createFormats } from "../words/formats"
import type { Language } from "../words/language"
import { openedWords } from "../words/opened"
import { cutMiddle } from "../words/shown-text"
import type { SiteJourney } from "../worker/site-journey"
import { openAudit } from "./open-journey"
import { useStillPanel } from "./use-still-panel"

interface OpenedAudit {
  file: AuditFile
  loaded: SiteJourney
  refused: FileProblem[]
}

/** A page that opens a saved audit: the panel's views over the file, with its clock, and nothing that could change. */
export function AuditPage() {
  const language = useLanguage()
  const [opened, setOpened] = useState<OpenedAudit | null>(null)
  const [refusal, setRefusal] = useState<{ name: string; problems: FileProblem[] } | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const words = openedWords[language]
  const formats = createFormats(language)

  useEffect(() => {
    document.documentElement.lang = language
    document.title = words.title
  }, [language, words])

  async function open(file: File | undefined): Promise<void> {
    if (!file) return
    const refuse = (problems: FileProblem[]) => setRefusal({ name: file.name, problems })
    setRefusal(null)
    if (file.size > AUDIT_FILE_CHARACTERS) return refuse([{ path: "", message: words.tooLarge }])
    const read = readAuditFile(await file.text().catch(() => ""))
    if (read.file === null) return refuse(read.problems)
    setOpened({ file: read.file, loaded: openAudit(read.file), refused: read.refused })
  }

  return (
    // Dropping a file is a short cut for who uses a mouse; the button does the same.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className="cue-root cue-opened"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void open(event.dataTransfer.files[0])
      }}
    >
      <header className={opened ? "cue-opened-head" : "cue-opened-head cue-opened-none"}>
        {opened ? (
          <p>
            <strong>{words.of(cutMiddle(opened.file.site, 60), formats.exact(opened.file.savedAt))}</strong>{" "}
            {words.masked(opened.file.masked, formats.number(opened.file.masked))}{" "}
            {opened.refused.length > 0 &&
              words.refused(opened.refused.length, formats.number(opened.refused.length))}
          </p>
        ) : (
          <>
            <h1>{words.heading}</h1>
            <p>{words.text}</p>
          </>
        )}
        {refusal && (
          <div className="cue-problem" role="alert">
            <p>{words.badFile(cutMiddle(refusal.name, 60))}</p>
            <ul>
              {refusal.problems.slice(0, 10).map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <code>{path === "" ? words.whole : cutMiddle(path, 80)}</code>{" "}
                  {Object.hasOwn(words.reasons, message) ? (
                    words.reasons[message]
                  ) : (
                    <bdi lang="en">{cutMiddle(message, 240)}</bdi>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        <button
          type="button"
          className={opened ? "cue-button" : "cue-button cue-button-main"}
          onClick={() => picker.current?.click()}
        >
          {opened ? words.another : words.choose}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          aria-label={words.choose}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ""
            void open(file)
          }}
        />
      </header>
      {opened && <StillPanel {...opened} language={language} />}
    </div>
  )
}

function StillPanel({ loaded, file, language }: OpenedAudit & { language: Language }) {
  const { panel, ...ways } = useStillPanel({ loaded, now: file.now, language, choose: changeLanguage })
  return panel && <Panel panel={panel} {...ways} />
}
