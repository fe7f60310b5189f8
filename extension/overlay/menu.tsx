import { useEffect, useRef } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { ChannelList } from "./channel-list"
import { ConfirmedButton } from "./confirmed-button"
import { Icon } from "./glyph"
import type { Act } from "./hooks"
import { LanguageChoice } from "./language-choice"
import { MapForm } from "./map-form"
import { Section } from "./section"
import type { OverlayState } from "./state"

/** Everything that is not needed all day: it takes the place of the journey, and gives it back. */
export function Menu({ state, act, close }: { state: OverlayState; act: Act; close: () => void }) {
  const { words } = useReader()
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const site = cutMiddle(state.site, 36)
  return (
    <div className="cue-menu">
      <button ref={back} type="button" className="cue-back" onClick={close}>
        <Icon name="back" /> {words.overlay.back}
      </button>
      <Section title={words.menu.map}>
        <MapForm
          map={state.map}
          replace={(text, fileName) => act({ type: "map-text", text, fileName })}
          useDefault={() => act({ type: "map-default" })}
        />
      </Section>
      <Section title={words.menu.channels}>
        <ChannelList channels={state.channels} act={act} />
      </Section>
      <Section title={words.menu.language}>
        <LanguageChoice
          label={words.menu.language}
          language={state.language}
          choose={(language) => act({ type: "language", language })}
        />
      </Section>
      <Section title={words.menu.site(site)}>
        <div className="cue-stack">
          <button type="button" className="cue-button" onClick={() => act({ type: "export" })}>
            {words.menu.export}
          </button>
          <button type="button" className="cue-button" onClick={() => act({ type: "options" })}>
            {words.menu.options}
          </button>
          <button
            type="button"
            className="cue-button"
            title={words.menu.hideSiteNote}
            onClick={() => act({ type: "close", scope: "site" })}
          >
            {words.menu.hideSite}
          </button>
          <ConfirmedButton
            label={words.menu.forget}
            question={words.menu.forgetAsk(site)}
            yes={words.menu.forgetYes}
            no={words.menu.forgetNo}
            onConfirm={() => act({ type: "forget" })}
          />
        </div>
      </Section>
    </div>
  )
}
