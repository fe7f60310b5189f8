import { useId, useState } from "react"
import { ConfirmedButton } from "../overlay/confirmed-button"
import { MapForm } from "../overlay/map-form"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { SaveJourney } from "./backup/save-journey"
import { MapChoiceField } from "./map-choice-field"
import { openMap } from "./route"
import type { ActOnOptions } from "./section"
import type { MapSummary, SiteView } from "./state"
import { useOptionsWords } from "./words"

interface SiteCardProps {
  site: SiteView
  maps: readonly MapSummary[]
  act: ActOnOptions
}

/** One site: what is kept of it, which map it has, and how to be rid of it. */
export function SiteCard({ site, maps, act }: SiteCardProps) {
  const { formats } = useReader()
  const words = useOptionsWords()
  const heading = useId()
  const [saving, setSaving] = useState(false)
  const host = cutMiddle(site.site, 60)

  async function editMap(): Promise<void> {
    const answer = await act({ type: "map-adopt", site: site.site })
    if (answer && "id" in answer && typeof answer.id === "string") openMap(answer.id)
  }

  return (
    <article className="cue-card" aria-labelledby={heading}>
      <h3 id={heading}>
        <bdi title={site.site}>{host}</bdi>
      </h3>
      <p className="cue-muted">
        {site.events === 0
          ? words.sites.noEvents
          : words.sites.events(site.events, formats.number(site.events))}
        {site.lastAt !== null && (
          <span title={formats.exact(site.lastAt)}>
            {" · "}
            {words.sites.lastSeen(formats.moment(site.lastAt, Date.now()))}
          </span>
        )}
      </p>
      {site.hidden && (
        <p>
          {words.sites.hidden}{" "}
          <button
            type="button"
            className="cue-link"
            onClick={() => void act({ type: "show", site: site.site })}
          >
            {words.sites.show}
          </button>
        </p>
      )}
      <h4 className="cue-heading">{words.sites.map}</h4>
      <MapChoiceField site={site} maps={maps} act={act} />
      <MapForm
        map={site.map}
        replace={(text, fileName) => void act({ type: "map-text", site: site.site, text, fileName })}
        useDefault={() => void act({ type: "map-default", site: site.site })}
      />
      <button type="button" className="cue-link" onClick={() => void editMap()}>
        {site.map.origin === "library" ? words.sites.edit : words.sites.adopt}
      </button>
      <div className="cue-button-row cue-card-foot">
        <button
          type="button"
          className="cue-button"
          disabled={site.events === 0}
          aria-expanded={saving}
          onClick={() => setSaving(!saving)}
        >
          {words.sites.export}
        </button>
        <ConfirmedButton
          label={words.sites.forget}
          question={words.sites.forgetAsk(host)}
          yes={words.erasing.erase}
          no={words.erasing.keep}
          onConfirm={() => void act({ type: "forget", site: site.site })}
        />
      </div>
      {saving && <SaveJourney site={site.site} act={act} done={() => setSaving(false)} />}
    </article>
  )
}
