import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { HealthGlyph, Icon } from "./glyph"
import { describeHealth } from "./health-list"
import { type Act, cue } from "./hooks"
import { MovableHeader } from "./movable-header"
import type { HealthItem, OverlayState } from "./state"
import { useNow } from "./ticking"

interface StageHeaderProps {
  state: OverlayState
  act: Act
  menuOpen: boolean
  openMenu: () => void
}

const MOST_IN_ONE_LINE = 14

/** Health, stage, and the buttons of the overlay. */
export function StageHeader({ state, act, menuOpen, openMenu }: StageHeaderProps) {
  const { words, formats } = useReader()
  const { stage } = state
  const now = useNow()
  const name = stage ? cutMiddle(stage.name, 40) : words.stage.none
  return (
    <div className="cue-header">
      <MovableHeader act={act}>
        <HealthLight item={state.health[0]} />
        <h1
          className={name.length > MOST_IN_ONE_LINE ? "cue-stage cue-stage-long" : "cue-stage"}
          {...(stage ? cue("stage", stage.id, stage.back ? "back" : "current") : {})}
        >
          <bdi title={stage ? cutMiddle(stage.name, 300) : undefined}>{name}</bdi>
        </h1>
        {stage && (
          <span className="cue-since" title={formats.exact(stage.since)}>
            <span>{words.stage.since(formats.moment(stage.since, now))}</span>
          </span>
        )}
        <span className="cue-buttons">
          <button
            type="button"
            className="cue-icon-button"
            aria-label={words.overlay.panel}
            title={words.overlay.panel}
            onClick={() => act({ type: "panel" })}
          >
            <Icon name="panel" />
          </button>
          <button
            type="button"
            className="cue-icon-button"
            aria-label={words.overlay.menu}
            title={words.overlay.menu}
            aria-expanded={menuOpen}
            onClick={openMenu}
            data-focus="menu"
          >
            <Icon name="menu" />
          </button>
          <button
            type="button"
            className="cue-icon-button"
            aria-label={words.overlay.collapse}
            title={words.overlay.collapse}
            onClick={() => act({ type: "mode", mode: "pill" })}
            data-focus="mode"
          >
            <Icon name="collapse" />
          </button>
          <button
            type="button"
            className="cue-icon-button"
            aria-label={words.overlay.close}
            title={words.overlay.close}
            onClick={() => act({ type: "close", scope: "tab" })}
          >
            <Icon name="close" />
          </button>
        </span>
      </MovableHeader>
    </div>
  )
}

/**
 * The worst news about recording, as a light. Its words are for screen readers and the tooltip; in the open overlay
 * troubles have their own list, so the hook stands here only while all is well.
 */
function HealthLight({ item }: { item: HealthItem | undefined }) {
  const reader = useReader()
  if (!item) return null
  const sentence = describeHealth(item, reader)
  return (
    <span
      className="cue-health"
      title={sentence}
      {...(item.severity === "ok" ? cue("health", item.code, item.severity) : {})}
    >
      <HealthGlyph severity={item.severity} />
      <span className="cue-unseen">{reader.words.health.short[item.code]}</span>
    </span>
  )
}
