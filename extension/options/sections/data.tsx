import { type ChangeEvent, useRef, useState } from "react"
import { AUDIT_FILE_CHARACTERS } from "../../domain"
import { ConfirmedButton } from "../../overlay/confirmed-button"
import { englishData } from "../../words/english-data"
import { useReader } from "../../words/reader"
import { russianData } from "../../words/russian-data"
import { collectEverything } from "../backup/collect"
import { FileProblems, type Refusal } from "../backup/file-problems"
import { readBackup } from "../backup/read-backup"
import { restore } from "../backup/restore"
import { saveText } from "../save-file"
import { defineSection, type SectionProps } from "../section"
import { useDataWords, useOptionsWords } from "../words"

/** Everything at once: saved, brought back, erased; and audits of others. */
export const data = defineSection({
  id: "data",
  title: { en: englishData.title, ru: russianData.title },
  Section: Data,
})

function Data({ state, act }: SectionProps) {
  const words = useDataWords()
  const erasing = useOptionsWords().erasing
  const { formats } = useReader()
  const [said, setSaid] = useState("")
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const count = state.sites.length

  async function saveAll(): Promise<void> {
    setSaid(words.collecting)
    const text = await collectEverything(act, Date.now())
    setSaid(text === null ? words.notCollected : "")
    if (text !== null)
      saveText(`cuelight-${new Date().toISOString().slice(0, 10)}.json`, text, "application/json")
  }

  async function bringBack(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0]
    event.target.value = ""
    if (!file) return
    setRefusal(null)
    setSaid("")
    if (file.size > AUDIT_FILE_CHARACTERS)
      return setRefusal({ name: file.name, problems: [{ path: "", message: words.tooLarge }] })
    const read = readBackup(await file.text().catch(() => ""))
    if ("problems" in read) return setRefusal({ name: file.name, ...read })
    const { backup } = read
    const all = formats.number(backup.sites.length)
    const added = await restore(act, backup, (done) => setSaid(words.bringing(formats.number(done), all)))
    const refused = backup.refused.length
    setSaid(
      added === null
        ? words.interrupted
        : `${words.brought(added, formats.number(added))} ${
            refused > 0 ? words.refusedEvents(refused, formats.number(refused)) : ""
          }`,
    )
  }

  return (
    <>
      <div className="cue-field">
        <p className="cue-muted">{words.saveAllNote}</p>
        <button type="button" className="cue-button" onClick={() => void saveAll()}>
          {words.saveAll}
        </button>
      </div>
      <div className="cue-field">
        <p className="cue-muted">{words.bringBackNote}</p>
        <button type="button" className="cue-button" onClick={() => picker.current?.click()}>
          {words.bringBack}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          aria-label={words.bringBack}
          hidden
          onChange={(event) => void bringBack(event)}
        />
      </div>
      {refusal && <FileProblems {...refusal} />}
      <p role="status">{said}</p>
      <div className="cue-field">
        <p className="cue-muted">{words.openNote}</p>
        <a className="cue-link" href="tabs/audit.html" target="_blank" rel="noreferrer">
          {words.open}
        </a>
      </div>
      <div className="cue-field">
        <h3>{erasing.title}</h3>
        <p className="cue-muted">{erasing.note}</p>
        {(count > 0 || state.maps.length > 0) && (
          <ConfirmedButton
            label={erasing.button}
            question={erasing.ask(count, formats.number(count))}
            yes={erasing.erase}
            no={erasing.keep}
            onConfirm={() => void act({ type: "forget-all" })}
          />
        )}
      </div>
    </>
  )
}
