import { useReader } from "../words/reader"
import { Changing } from "./changing"
import { useChannel, useJourney } from "./journey-context"
import type { FollowUpView } from "./state"

/**
 * Evidence by hand, for a channel that the person watches: without it everything there would end as missed. Only at the
 * present time, because nothing can have been seen in the future.
 */
export function SeenButton({ followUp }: { followUp: FollowUpView }) {
  const { words } = useReader()
  const { act, clockOffsetMs } = useJourney()
  const byPerson = useChannel(followUp.channel)?.watchedBy === "person"
  const { scenario, step, channel, seenByPerson = false } = followUp
  const mayBeSeen = byPerson && clockOffsetMs === 0 && ["due", "missed", "unknown"].includes(followUp.status)
  if (!mayBeSeen && !seenByPerson) return null
  return (
    <Changing>
      <button
        type="button"
        className="cue-link"
        onClick={() => act({ type: "seen", scenario, step, channel, seen: !seenByPerson })}
      >
        {seenByPerson ? words.watching.notSeen : words.watching.seen}
      </button>
    </Changing>
  )
}
