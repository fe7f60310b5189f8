import "../overlay/theme.css"
import "../overlay/controls.css"
import "./tour.css"
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import { parseMap, starterMaps } from "../domain"
import { openJourney } from "../opened/open-journey"
import { useStillPanel } from "../opened/use-still-panel"
import { Panel } from "../panel/panel"
import type { Language } from "../words/language"
import { tourWords } from "../words/tour"
import type { SiteJourney } from "../worker/site-journey"
import { type TourStep, tellStory, tourSteps } from "./tour-steps"

/** The journey as it stands at a stop, told by the real engine. `begin` in ms. */
export function openTourJourney(step: TourStep, begin: number, language: Language): SiteJourney {
  const mapText = starterMaps["online-shop"]
  const { map, problems } = parseMap(mapText)
  if (!map) throw new Error(`The starter map is broken: ${problems[0]?.message}`)
  const now = begin + step.afterMs
  return openJourney({
    site: "shop.example",
    map,
    mapText,
    from: null,
    events: tellStory(begin, tourWords[language].pages.product?.[0] ?? "").slice(0, step.events),
    coverage: [{ channel: "email", from: begin, to: now }],
    recordedFrom: begin,
    now,
  })
}

interface TourProps {
  begin: number
  /** The stop to begin with. */
  first?: number
  language: Language
  choose(language: Language): void
  /** A stop is reached that was not shown before. */
  reach(stop: TourStep["id"]): void
  /** To the settings: at the end, or when it is skipped. */
  leave(isAtEnd: boolean): void
}

/** A made-up shop beside the real panel: six stops of one story. */
export function Tour({ begin, first = 0, language, choose, reach, leave }: TourProps) {
  const [at, setAt] = useState(first)
  const words = tourWords[language]
  const step = tourSteps[at] ?? tourSteps[0]!
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = words.title
  }, [language, words])
  // Each stop takes the focus to its words.
  useEffect(() => heading.current?.focus(), [at])
  const { title, text } = words.steps[step.id]
  const last = at === tourSteps.length - 1

  function go(to: number): void {
    const next = tourSteps[to]
    if (next) {
      setAt(to)
      reach(next.id)
    } else if (to > 0) leave(true)
  }

  /** Only beside the panel, which has arrow keys of its own. */
  function press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === "ArrowRight" && !last) go(at + 1)
    else if (event.key === "ArrowLeft") go(at - 1)
    else if (event.key === "Escape") leave(false)
    else return
    event.preventDefault()
  }

  return (
    <div className="cue-root cue-tour">
      <aside className="cue-tour-left" aria-label={words.title}>
        <section className="cue-tour-words" aria-label={title} onKeyDown={press}>
          <p className="cue-muted">
            {words.title} · {words.position(String(at + 1), String(tourSteps.length))}
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p>{text}</p>
          <div className="cue-button-row">
            <button type="button" className="cue-button cue-button-main" onClick={() => go(at + 1)}>
              {last ? words.done : words.next}
            </button>
            {at > 0 && (
              <button type="button" className="cue-button" onClick={() => go(at - 1)}>
                {words.back}
              </button>
            )}
            {!last && (
              <button type="button" className="cue-link" onClick={() => leave(false)}>
                {words.skip}
              </button>
            )}
          </div>
          <p className="cue-muted cue-tour-keys">{words.keys}</p>
        </section>
        <ShopPage label={words.shop} lines={words.pages[step.page] ?? []} />
      </aside>
      <TourPanel key={step.id} step={step} begin={begin} language={language} choose={choose} />
    </div>
  )
}

type TourPanelProps = Pick<TourProps, "begin" | "language" | "choose"> & { step: TourStep }

function TourPanel({ step, begin, language, choose }: TourPanelProps) {
  const loaded = useMemo(() => openTourJourney(step, begin, language), [step, begin, language])
  const now = begin + step.afterMs
  const { panel, ...ways } = useStillPanel({ loaded, now, language, choose, view: step.view })
  return panel && <Panel panel={panel} {...ways} />
}

/** Only to be looked at: its buttons are pictures of buttons. */
function ShopPage({ label, lines }: { label: string; lines: readonly string[] }) {
  const [title, text, button] = lines
  return (
    <figure className="cue-tour-shop">
      <figcaption className="cue-muted">{label}</figcaption>
      <div className="cue-tour-window">
        <svg viewBox="0 0 120 140" width="120" height="140" aria-hidden="true">
          <path
            d="M44 14h32v12c0 10 24 26 24 58 0 26-16 44-40 44s-40-18-40-44c0-32 24-48 24-58z"
            fill="#4f6db8"
          />
          <path d="M30 76c16 8 44 8 60 0" fill="none" stroke="#c7d2fe" strokeWidth="4" />
        </svg>
        <p className="cue-tour-title">{title}</p>
        <p>{text}</p>
        {button !== undefined && <span className="cue-tour-button">{button}</span>}
      </div>
    </figure>
  )
}
