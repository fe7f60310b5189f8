import Workflow from "lucide-react/dist/esm/icons/workflow.mjs"
import { type ReactNode, useId, useState } from "react"
import { BecauseLine } from "../../overlay/because-line"
import { Glyph, glyphOf, Icon } from "../../overlay/glyph"
import { cue } from "../../overlay/hooks"
import { JourneyProvider } from "../../overlay/journey-context"
import { NextStep } from "../../overlay/next-step"
import { Section } from "../../overlay/section"
import { useNow } from "../../overlay/ticking"
import { useExplainer } from "../../words/panel/explain-condition"
import { scenariosWords } from "../../words/panel/scenarios"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import { TimeLine } from "../parts/time-line"
import { WhyNot } from "../parts/why-not"
import type { MapNames, PanelRun, ScenarioView } from "../states/scenarios"
import { defineView, type ViewProps } from "../view"

/** Every scenario of the map: what runs, what ran, and of the others why they did not start. */
function Scenarios({ head, state, actOnSite }: ViewProps<"scenarios">) {
  const own = useWords(scenariosWords)
  const { scenarios, channels, names } = state
  if (scenarios.length === 0) return <p className="cue-empty">{own.none}</p>
  if (!head.stage) return <p className="cue-empty">{own.noVisitor}</p>
  const isRunning = ({ runs }: ScenarioView) => runs.some(({ status }) => status === "active")
  const groups = [
    { title: own.running, items: scenarios.filter(isRunning) },
    { title: own.ran, items: scenarios.filter((each) => each.runs.length > 0 && !isRunning(each)) },
    { title: own.notStarted, items: scenarios.filter(({ runs }) => runs.length === 0) },
  ]
  return (
    <JourneyProvider journey={{ channels, running: [], clockOffsetMs: head.clockOffsetMs, act: actOnSite }}>
      {groups.map(
        ({ title, items }) =>
          items.length > 0 && (
            <Section key={title} title={title} count={items.length}>
              <ul className="cue-list">
                {items.map((scenario) => (
                  <ScenarioRow key={scenario.id} scenario={scenario} names={names} />
                ))}
              </ul>
            </Section>
          ),
      )}
    </JourneyProvider>
  )
}

function ScenarioRow({ scenario, names }: { scenario: ScenarioView; names: MapNames }) {
  const reader = useReader()
  const own = useWords(scenariosWords)
  const now = useNow()
  const explain = useExplainer(names)
  const { runs, whyNot } = scenario
  const [latest] = runs
  const running = runs.filter(({ status }) => status === "active")
  const status = running.length > 0 ? "active" : (latest?.status ?? "not-started")
  const missed = runs.flatMap(({ steps }) => steps).filter((step) => step.status === "missed").length
  // A goal may be reached when all steps are long over.
  const over = latest?.goalAt ?? latest?.endedAt ?? null
  const { next } = running[0] ?? latest ?? { next: null }
  return (
    <Expandable
      name={scenario.name}
      hook={cue("scenario", scenario.id, status)}
      glyph={<Glyph name={latest ? (next ? glyphOf(next.status, next.reason) : "sent") : "unknown"} />}
      aside={
        <>
          {missed > 0 && (
            <span className="cue-row-missed">
              <span className="cue-row-time">{own.missedOf(reader.formats.number(missed))}</span>
            </span>
          )}
          {latest ? (
            next && latest.status === "active" ? (
              <NextStep followUp={next} />
            ) : (
              <span className="cue-muted">
                {reader.journey.runStatus[latest.status]}
                {over !== null && ` · ${reader.formats.moment(over, now)}`}
              </span>
            )
          ) : (
            whyNot?.change[0] !== undefined && (
              <span className="cue-muted cue-scenario-change">
                {own.startsIf}: {explain.changeWithin(whyNot.change[0])}
                {whyNot.change.length > 1 && " …"}
              </span>
            )
          )}
        </>
      }
    >
      {runs.map((run, index) => (
        <RunDetails
          key={run.key}
          run={run}
          names={names}
          number={runs.length > 1 ? runs.length - index : null}
        />
      ))}
      {whyNot && <WhyNot whyNot={whyNot} names={names} />}
    </Expandable>
  )
}

interface RunDetailsProps {
  run: PanelRun
  names: MapNames
  number: number | null
}

function RunDetails({ run, names, number }: RunDetailsProps) {
  const { formats, journey } = useReader()
  const own = useWords(scenariosWords)
  const now = useNow()
  const told = [
    own.started(formats.moment(run.triggeredAt, now)),
    ...(run.goalAt === null ? [] : [own.goal(formats.moment(run.goalAt, now))]),
    ...(run.endedAt === null ? [] : [own.ended(formats.moment(run.endedAt, now))]),
  ]
  return (
    <div className="cue-run-details">
      <p>
        {number !== null && <b>{own.run(formats.number(number))}: </b>}
        <span className={`cue-tag cue-tag-${run.status}`}>{journey.runStatus[run.status]}</span>{" "}
        <span className="cue-muted">{told.join(" · ")}</span>
      </p>
      <BecauseLine because={run.because} />
      <TimeLine run={run} names={names} />
    </div>
  )
}

interface ExpandableProps {
  name: string
  hook: Record<string, string>
  glyph: ReactNode
  aside: ReactNode
  children: ReactNode
}

function Expandable({ name, hook, glyph, aside, children }: ExpandableProps) {
  const [open, setOpen] = useState(false)
  const details = useId()
  return (
    <li className="cue-row" {...hook}>
      <button
        type="button"
        className="cue-row-button"
        aria-expanded={open}
        aria-controls={details}
        onClick={() => setOpen(!open)}
      >
        {glyph}
        <span className="cue-row-text cue-run">
          <bdi className="cue-row-name" title={cutMiddle(name, 300)}>
            {cutMiddle(name, 60)}
          </bdi>
          {aside}
        </span>
        <Icon name="chevron" />
      </button>
      <div id={details} hidden={!open} className="cue-details">
        {open && children}
      </div>
    </li>
  )
}

export const scenariosView = defineView({
  id: "scenarios",
  words: scenariosWords,
  icon: Workflow,
  question: null,
  Component: Scenarios,
})
