import { useId, useState } from "react"
import { patternOf } from "../../host-pattern"
import { Section } from "../../overlay/section"
import { useNow } from "../../overlay/ticking"
import { evidenceWords } from "../../words/panel/evidence"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { EvidenceViewAction, OpenInbox } from "../states/evidence"

/** Where the inboxes are that can be read; a test inbox stands wherever it was started. */
const KNOWN = [
  "https://mail.google.com",
  "https://outlook.live.com",
  "https://outlook.office.com",
  "https://mail.yandex.ru",
  "https://e.mail.ru",
  "http://localhost:8025",
  "http://localhost:1080",
]

interface InboxListProps {
  inboxes: OpenInbox[]
  act(action: EvidenceViewAction): Promise<unknown>
}

/** Web pages with a mailbox that are read while they are open: each switched on by itself, and off again. */
export function InboxList({ inboxes, act }: InboxListProps) {
  const own = useWords(evidenceWords)
  const { formats } = useReader()
  const now = useNow()
  const id = useId()
  const [address, setAddress] = useState("")
  const [isRefused, setRefused] = useState(false)

  async function switchOn(): Promise<void> {
    const pattern = patternOf(address.trim())
    // Chrome may be asked only while the press is fresh: nothing is awaited before.
    const isGranted = pattern !== null && (await askForHost(pattern))
    if (isGranted) await act({ type: "inbox", address: address.trim(), on: true })
    setRefused(!isGranted)
    if (isGranted) setAddress("")
  }

  return (
    <Section title={own.inboxes} count={inboxes.length}>
      <p className="cue-muted">{own.inboxesNote}</p>
      <ul className="cue-list">
        {inboxes.map(({ origin, since }) => (
          <li
            key={origin}
            className="cue-inbox-row"
            data-cue="inbox"
            data-cue-id={origin}
            data-cue-status="on"
          >
            <span>
              <bdi>{cutMiddle(origin, 60)}</bdi>{" "}
              <span className="cue-muted">{own.inboxSince(formats.moment(since, now))}</span>
            </span>
            <button
              type="button"
              className="cue-link"
              onClick={() => void act({ type: "inbox", address: origin, on: false })}
            >
              {own.inboxOff}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="cue-inbox-form"
        onSubmit={(event) => {
          event.preventDefault()
          void switchOn()
        }}
      >
        <label htmlFor={id}>{own.inboxAddress}</label>
        <input
          id={id}
          type="url"
          required
          list={`${id}-known`}
          placeholder="https://"
          className="cue-evidence-input"
          value={address}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${id}-refused` : undefined}
          onChange={(event) => {
            setAddress(event.target.value)
            setRefused(false)
          }}
        />
        <datalist id={`${id}-known`}>
          {KNOWN.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <button type="submit" className="cue-button">
          {own.inboxOn}
        </button>
      </form>
      {isRefused && (
        <p id={`${id}-refused`} className="cue-evidence-problem" role="alert">
          {own.inboxRefused}
        </p>
      )}
    </Section>
  )
}

/** In Chrome's own words; false where the person says no, or there is nobody to ask. */
async function askForHost(pattern: string): Promise<boolean> {
  try {
    return await chrome.permissions.request({ origins: [pattern] })
  } catch {
    return false
  }
}
