import { englishOptions } from "../../words/english-options"
import { russianOptions } from "../../words/russian-options"
import { defineSection, type SectionProps } from "../section"
import { SiteAccessCard } from "../site-access-card"
import { SiteCard } from "../site-card"
import { useOptionsWords } from "../words"

/** Every site of which something is kept. */
export const sites = defineSection({
  id: "sites",
  title: { en: englishOptions.sites.title, ru: russianOptions.sites.title },
  Section: Sites,
})

function Sites({ state, act }: SectionProps) {
  const words = useOptionsWords()
  return (
    <>
      {state.sites.length === 0 && (
        <p className="cue-empty">
          {words.sites.none}{" "}
          <a href="tabs/tour.html">{state.tourLeft ? words.about.tourOn : words.about.tour}</a>
        </p>
      )}
      {state.sites.map((site) => (
        <SiteCard key={site.site} site={site} maps={state.maps} act={act} />
      ))}
      <SiteAccessCard access={state.access} act={act} />
    </>
  )
}
