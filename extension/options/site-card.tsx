import { useId } from "react"
import { ConfirmedButton } from "../overlay/confirmed-button"
import { MapForm } from "../overlay/map-form"
import type { OptionsWords } from "../words/english-options"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import type { ActOnOptions } from "./options"
import type { SiteView } from "./state"

/** One site: what is kept of it, which map it has, and how to be rid of it. */
export function SiteCard({ site, words, act }: { site: SiteView; words: OptionsWords; act: ActOnOptions }) {
  const { formats } = useReader()
  const heading = useId()
  const host = cutMiddle(site.site, 60)
  return (
    <article className="cue-card" aria-labelledby={heading}>
      <h3 id={heading}>
        <bdi title={site.site}>{host}</bdi>
      </h3>
      <p className="cue-muted">
        {site.events === 0 ? words.noEvents : words.events(site.events, formats.number(site.events))}
        {site.lastAt !== null && (
          <span title={formats.exact(site.lastAt)}>
            {" · "}
            {words.lastSeen(formats.moment(site.lastAt, Date.now()))}
          </span>
        )}
      </p>
      {site.hidden && (
        <p>
          {words.hidden}{" "}
          <button type="button" className="cue-link" onClick={() => act({ type: "show", site: site.site })}>
            {words.show}
          </button>
        </p>
      )}
      <h4 className="cue-heading">{words.map}</h4>
      <MapForm
        map={site.map}
        replace={(text, fileName) => act({ type: "map-text", site: site.site, text, fileName })}
        useDefault={() => act({ type: "map-default", site: site.site })}
      />
      <div className="cue-button-row cue-card-foot">
        <button
          type="button"
          className="cue-button"
          disabled={site.events === 0}
          onClick={() => act({ type: "export", site: site.site })}
        >
          {words.export}
        </button>
        <ConfirmedButton
          label={words.forget}
          question={words.forgetAsk(host)}
          yes={words.erase}
          no={words.keep}
          onConfirm={() => act({ type: "forget", site: site.site })}
        />
      </div>
    </article>
  )
}
