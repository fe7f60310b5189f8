import { type FormEvent, useId, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { type FetchedMap, fetchMap, fetchWithLeave, readMapAddress } from "./fetch-map"
import { useMapsWords } from "./words"

/** A map from the web: fetched once, when asked, and from then on the person's own. */
export function FetchMapForm({ take }: { take: (name: string, text: string) => Promise<void> }) {
  const words = useMapsWords()
  const { formats } = useReader()
  const [address, setAddress] = useState("")
  const [stands, setStands] = useState<"idle" | "fetching" | "asks">("idle")
  const [trouble, setTrouble] = useState("")
  const field = useId()

  async function fetched(result: FetchedMap | null, mayAsk: boolean): Promise<void> {
    setStands("idle")
    if (result === null) return
    if ("text" in result) {
      await take(nameOf(address), result.text)
      return setAddress("")
    }
    if (result.trouble === "not-allowed" && mayAsk) return setStands("asks")
    setTrouble(
      result.trouble === "status"
        ? words.badStatus(formats.number(result.status))
        : words.notFetched[result.trouble],
    )
  }

  function begin(event: FormEvent): void {
    event.preventDefault()
    setTrouble("")
    setStands("fetching")
    void fetchMap(address).then((result) => fetched(result, true))
  }

  function ask(): void {
    const asked = fetchWithLeave(address)
    setStands("fetching")
    void asked.then((result) => fetched(result, false))
  }

  return (
    <form className="cue-stack" onSubmit={begin}>
      <label htmlFor={field}>{words.fromAddress}</label>
      <div className="cue-button-row">
        <input
          id={field}
          className="cue-input cue-address"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          value={address}
          aria-invalid={trouble !== ""}
          aria-describedby={`${field}-said`}
          onChange={(event) => {
            setAddress(event.target.value)
            setTrouble("")
            setStands("idle")
          }}
        />
        <button
          type="submit"
          className="cue-button"
          disabled={address.trim() === "" || stands === "fetching"}
        >
          {words.fetch}
        </button>
      </div>
      <div id={`${field}-said`} role="status">
        {stands === "fetching" && words.fetching}
        {trouble !== "" && <p className="cue-wrong">{trouble}</p>}
        {stands === "asks" && (
          <p className="cue-notice">
            {words.notAllowed(formats.quote(cutMiddle(readMapAddress(address)?.hostname ?? "", 60)))}{" "}
            <button type="button" className="cue-button" onClick={ask}>
              {words.allow}
            </button>
          </p>
        )}
      </div>
    </form>
  )
}

/** What the map is called at first: the file's name. */
function nameOf(address: string): string {
  const path = readMapAddress(address)?.pathname ?? ""
  return (path.split("/").at(-1) ?? "").replace(/\.(ya?ml|json)$/i, "")
}
