import { useReader } from "../words/reader"
import { FollowUpRow } from "./follow-up-row"
import type { Act } from "./hooks"
import { Section, ShortList } from "./section"
import type { ChannelView, FollowUpView } from "./state"
import { WatchSwitch } from "./watch-switch"

interface UnknownSectionProps {
  followUps: FollowUpView[]
  channels: ChannelView[]
  act: Act
}

/** Steps of which nobody can say whether they came, by channel, with what to do about it. */
export function UnknownSection({ followUps, channels, act }: UnknownSectionProps) {
  const { words, channelKind } = useReader()
  if (followUps.length === 0) return null
  return (
    <Section title={words.sections.unknown} count={followUps.length}>
      {groupByChannel(followUps).map(([id, steps]) => {
        const channel = channels.find((each) => each.id === id)
        return (
          <div key={id} className="cue-group">
            <ShortList items={steps} most={4}>
              {(step) => <FollowUpRow key={step.key} followUp={step} />}
            </ShortList>
            <div className="cue-nobody">
              {!channel?.watchedBy && <p>{words.watching.nobody(channelKind(id))}</p>}
              <WatchSwitch channel={id} on={channel?.watchedBy === "person"} act={act} />
            </div>
          </div>
        )
      })}
    </Section>
  )
}

function groupByChannel(followUps: FollowUpView[]): [string, FollowUpView[]][] {
  const groups = new Map<string, FollowUpView[]>()
  for (const followUp of followUps) {
    const group = groups.get(followUp.channel)
    if (group) group.push(followUp)
    else groups.set(followUp.channel, [followUp])
  }
  return [...groups]
}
