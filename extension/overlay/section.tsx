import { type ReactNode, useId, useState } from "react"
import { useReader } from "../words/reader"

/** A headed part of the overlay; `tone` colours the heading where something is wrong. */
export function Section(given: { title: string; count?: number; tone?: "bad"; children: ReactNode }) {
  const { formats } = useReader()
  const heading = useId()
  return (
    <section className="cue-section" aria-labelledby={heading}>
      <h2 id={heading} className={given.tone === "bad" ? "cue-heading cue-heading-bad" : "cue-heading"}>
        {given.title}
        {given.count !== undefined && given.count > 0 && <b>{formats.number(given.count)}</b>}
      </h2>
      {given.children}
    </section>
  )
}

/** A list that shows its first `most` items, and the others on request. */
export function ShortList<Item>(given: { items: Item[]; most: number; children: (item: Item) => ReactNode }) {
  const { words, formats } = useReader()
  const [all, setAll] = useState(false)
  const { items, most } = given
  return (
    <>
      <ul className="cue-list">{(all ? items : items.slice(0, most)).map(given.children)}</ul>
      {items.length > most && (
        <button type="button" className="cue-link cue-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.overlay.showFewer : words.overlay.showAll(formats.number(items.length))}
        </button>
      )}
    </>
  )
}
