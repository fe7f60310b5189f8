import { useReader } from "../words/reader"
import { cue } from "./hooks"
import type { FollowUpView } from "./state"
import { useNow } from "./ticking"

/** SMS in 23:41:10 */
export function NextStep({ followUp, hooked = false }: { followUp: FollowUpView; hooked?: boolean }) {
  const reader = useReader()
  const { words, formats } = reader
  const now = useNow()
  const channel = reader.startSentence(reader.channelName(followUp.channel))
  const until = followUp.status === "due" ? followUp.graceEndsAt : followUp.dueAt
  return (
    <span
      className={`cue-next cue-next-${followUp.status}`}
      title={until === null ? undefined : formats.exact(until)}
      {...(hooked ? cue("followup", `${followUp.scenario}/${followUp.step}`, followUp.status) : {})}
    >
      {until === null
        ? channel
        : followUp.status === "due"
          ? words.followUp.expected(channel, formats.countdown(until - now))
          : words.followUp.in(channel, formats.countdown(until - now))}
    </span>
  )
}
