import { HealthGlyph } from "../overlay/glyph"
import { describeHealth } from "../overlay/health-list"
import { cue } from "../overlay/hooks"
import { StageLine } from "../overlay/stage-line"
import { useNow } from "../overlay/ticking"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import type { PanelHead } from "./state"

/** Whose journey this is: health, stage, site, map. The same above every view. */
export function PanelHeader({ head }: { head: PanelHead }) {
  const reader = useReader()
  const { words, formats } = reader
  const now = useNow()
  const { stage, health } = head
  const [worst] = health
  return (
    <header className="cue-panel-header">
      <div className="cue-panel-whose">
        {worst && (
          <span
            className="cue-health"
            title={describeHealth(worst, reader)}
            {...cue("health", worst.code, worst.severity)}
          >
            <HealthGlyph severity={worst.severity} />
            <span className="cue-unseen">{words.health.short[worst.code]}</span>
          </span>
        )}
        <h1
          className="cue-panel-stage"
          {...(stage ? cue("stage", stage.id, stage.back ? "back" : "current") : {})}
        >
          <bdi title={stage ? cutMiddle(stage.name, 300) : undefined}>
            {stage ? cutMiddle(stage.name, 40) : words.stage.none}
          </bdi>
        </h1>
        {stage && (
          <span className="cue-muted" title={formats.exact(stage.since)}>
            {words.stage.since(formats.moment(stage.since, now))}
          </span>
        )}
        <span className="cue-panel-site cue-muted">
          <bdi title={cutMiddle(`${head.site} · ${head.map.name}`, 300)}>{cutMiddle(head.site, 32)}</bdi>
        </span>
      </div>
      <StageLine stage={stage} stages={head.stages} />
    </header>
  )
}
