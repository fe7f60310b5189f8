import { useId, useState } from "react"
import { everySite } from "../host-pattern"
import { cutMiddle } from "../words/shown-text"
import type { ActOnOptions } from "./section"
import { giveBack, requestEverySite, stopSite } from "./site-access"
import type { SiteAccess } from "./state"
import { useOptionsWords } from "./words"

type Done = "on" | "off" | "refused"

/** Which sites are audited without a click, and the switch for all of them. */
export function SiteAccessCard({ access, act }: { access: SiteAccess; act: ActOnOptions }) {
  const words = useOptionsWords().sites.access
  const heading = useId()
  const meaning = useId()
  const [done, setDone] = useState<Done | null>(null)
  const { everywhere, takenBack, single } = access

  async function turn(on: boolean): Promise<void> {
    if (on) {
      const agreed = await requestEverySite()
      if (agreed) await act({ type: "everywhere", on: true })
      setDone(agreed ? "on" : "refused")
    } else {
      await act({ type: "everywhere", on: false })
      await giveBack(everySite)
      setDone("off")
    }
  }

  return (
    <article className="cue-card" aria-labelledby={heading}>
      <h3 id={heading}>{words.title}</h3>
      <p>{words.text}</p>
      <button
        type="button"
        role="switch"
        aria-checked={everywhere}
        aria-describedby={meaning}
        className="cue-switch"
        onClick={() => void turn(!everywhere)}
      >
        <span className="cue-switch-track" aria-hidden="true" />
        {words.everywhere}
      </button>
      <p id={meaning} className="cue-muted">
        {words.means}
      </p>
      {takenBack && <p className="cue-site-warning">{words.takenBack}</p>}
      <p role="status" className="cue-site-done">
        {done !== null && words[done]}{" "}
        {(done === "on" || done === "off") && everywhere === (done === "on") && (
          <button type="button" className="cue-link" onClick={() => void turn(!everywhere)}>
            {words.undo}
          </button>
        )}
      </p>
      {single.length > 0 && (
        <>
          <h4 className="cue-heading">{words.single}</h4>
          <ul className="cue-list">
            {single.map((pattern) => {
              const site = cutMiddle(pattern.replace(/\/\*$/, ""), 60)
              return (
                <li key={pattern} className="cue-site-single">
                  <bdi>{site}</bdi>{" "}
                  <button
                    type="button"
                    className="cue-link"
                    aria-label={words.stop(site)}
                    onClick={() => void stopSite(pattern)}
                  >
                    {words.stopShort}
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </article>
  )
}
