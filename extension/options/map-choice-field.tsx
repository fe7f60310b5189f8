import { useId } from "react"
import { cutMiddle } from "../words/shown-text"
import type { MapChoice } from "../worker/choose-map"
import type { ActOnOptions } from "./section"
import type { MapSummary, SiteView } from "./state"
import { useMapsWords, useOptionsWords } from "./words"

interface MapChoiceFieldProps {
  site: SiteView
  maps: readonly MapSummary[]
  act: ActOnOptions
}

/** Which map is used for a site: the one that fits by itself, one of the person's, a starter map. */
export function MapChoiceField({ site, maps, act }: MapChoiceFieldProps) {
  const words = useOptionsWords().sites
  const { starters } = useMapsWords()
  const field = useId()
  const usable = maps.filter((map) => map.usable && map.deletedAt === null)
  const ids = Object.keys(starters).filter((id) => id !== "empty")
  return (
    <div className="cue-field">
      <label htmlFor={field}>{words.whichMap}</label>
      <select
        id={field}
        className="cue-select"
        value={writeChoice(site.mapChoice)}
        aria-describedby={`${field}-note`}
        onChange={(event) =>
          void act({ type: "map-choice", site: site.site, choice: readChoice(event.target.value) })
        }
      >
        <option value="">{words.byItself}</option>
        {(site.hasPageMap || site.mapChoice?.use === "page") && <option value="page">{words.pageMap}</option>}
        {usable.length > 0 && (
          <optgroup label={words.ownMaps}>
            {usable.map(({ id, title }) => (
              <option key={id} value={`library ${id}`}>
                {cutMiddle(title, 60)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={words.starters}>
          {ids.map((id) => (
            <option key={id} value={`starter ${id}`}>
              {starters[id]}
            </option>
          ))}
        </optgroup>
      </select>
      {site.mapChoice === null && (
        <p id={`${field}-note`} className="cue-muted">
          {words.byItselfNote}
        </p>
      )}
    </div>
  )
}

function writeChoice(choice: MapChoice | null): string {
  if (choice === null) return ""
  return choice.use === "page" ? "page" : `${choice.use} ${choice.id}`
}

function readChoice(value: string): MapChoice | null {
  if (value === "page") return { use: "page" }
  const [use, id] = value.split(" ")
  return (use === "library" || use === "starter") && id ? { use, id } : null
}
