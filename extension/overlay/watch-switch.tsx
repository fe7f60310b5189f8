import { useReader } from "../words/reader"
import { Changing } from "./changing"
import type { Act } from "./hooks"

/** "I watch this one myself": from then on, what does not come is missed. */
export function WatchSwitch({ channel, on, act }: { channel: string; on: boolean; act: Act }) {
  const { words, channelKind } = useReader()
  return (
    <Changing>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={words.watching.switchFor(channelKind(channel))}
        className="cue-switch"
        onClick={() => act({ type: "watch", channel, on: !on })}
      >
        <span className="cue-switch-track" aria-hidden="true" />
        {words.watching.switch}
      </button>
    </Changing>
  )
}
