import { englishOptions } from "../../words/english-options"
import { russianOptions } from "../../words/russian-options"
import { defineSection, type SectionProps } from "../section"
import { useOptionsWords } from "../words"

/** What the extension is, and what becomes of the data. */
export const about = defineSection({
  id: "about",
  title: { en: englishOptions.about.title, ru: russianOptions.about.title },
  Section: About,
})

function About({ state }: SectionProps) {
  const words = useOptionsWords()
  return (
    <div className="cue-prose">
      {words.about.text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h3>{words.about.kept}</h3>
      <Explained list={words.about.keptWhat} />
      <h3>{words.about.rights}</h3>
      <Explained list={words.about.rightsWhat} />
      <p>
        <a href="tabs/tour.html">{state.tourLeft ? words.about.tourOn : words.about.tour}</a>
      </p>
      <p className="cue-muted">{words.version(state.version)}</p>
    </div>
  )
}

function Explained({ list }: { list: readonly (readonly string[])[] }) {
  return (
    <dl className="cue-explained">
      {list.map(([what, why]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
  )
}
