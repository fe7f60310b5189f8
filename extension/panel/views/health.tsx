import HeartPulse from "lucide-react/dist/esm/icons/heart-pulse.mjs"
import type { ReactNode } from "react"
import { ChannelList } from "../../overlay/channel-list"
import { HealthGlyph } from "../../overlay/glyph"
import { describeHealth, HealthList } from "../../overlay/health-list"
import { cue } from "../../overlay/hooks"
import { LanguageChoice } from "../../overlay/language-choice"
import { Section } from "../../overlay/section"
import { useNow } from "../../overlay/ticking"
import { healthWords } from "../../words/panel/health"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import { defineView, type ViewProps } from "../view"

/** Does recording work, and if not, why and what to do; and what the whole journey rests on. */
function Health({ head, state, actOnSite }: ViewProps<"health">) {
  const reader = useReader()
  const own = useWords(healthWords)
  const { items } = state
  const [worst] = items
  const good = items.find(({ severity }) => severity === "ok")
  const verdict =
    worst?.code === "only-shown"
      ? reader.words.health.short[worst.code]
      : { ok: own.works, warning: own.doubt, error: own.broken }[worst?.severity ?? "ok"]
  return (
    <>
      <div className="cue-verdict">
        <HealthGlyph severity={worst?.severity ?? "ok"} />
        <h2>{verdict}</h2>
        {good && (
          <p className="cue-muted" {...cue("health", good.code, good.severity)}>
            {describeHealth(good, reader)}
          </p>
        )}
      </div>
      <HealthList items={items} showMap={() => actOnSite({ type: "options" })} />
      <Section title={own.facts}>
        <Facts state={state} />
      </Section>
      <Section title={own.channels}>
        <ChannelList channels={state.channels} act={actOnSite} />
      </Section>
      <Section title={reader.words.menu.language}>
        <LanguageChoice
          label={reader.words.menu.language}
          language={head.language}
          choose={(language) => actOnSite({ type: "language", language })}
        />
      </Section>
    </>
  )
}

function Facts({ state }: { state: ViewProps<"health">["state"] }) {
  const reader = useReader()
  const { formats, words } = reader
  const own = useWords(healthWords)
  const now = useNow()
  const { map, last, refused } = state
  const facts: [string, ReactNode][] = [
    [own.source, own.sources[state.source]],
    [own.from, <time key="from">{formats.moment(state.recordedFrom, now)}</time>],
    [own.recorded, state.events === 0 ? own.none : own.events(state.events, formats.number(state.events))],
  ]
  if (last)
    facts.push([
      own.last,
      <bdi key="last" title={formats.exact(last.at)}>
        {formats.moment(last.at, now)} · {reader.describeEvent(last.name, last.title)}
      </bdi>,
    ])
  if (state.visitor.length > 0)
    facts.push([
      own.visitor,
      <bdi key="visitor" className="cue-id">
        {state.visitor.map((id) => cutMiddle(id, 24)).join(", ")}
      </bdi>,
    ])
  facts.push([
    own.map,
    <bdi key="map">
      {cutMiddle(map.name, 48)} ({words.map.origin[map.origin]}
      {map.from !== null && `: ${cutMiddle(map.from, 60)}`})
    </bdi>,
  ])
  if (refused.count > 0)
    facts.push([own.refused, own.refusedText(formats.number(refused.count), cutMiddle(refused.reason, 120))])
  return (
    <dl className="cue-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export const healthView = defineView({
  id: "health",
  words: healthWords,
  icon: HeartPulse,
  question: null,
  Component: Health,
})
