import { useReader } from "../words/reader"
import type { Act } from "./hooks"
import type { ChannelView } from "./state"
import { useNow } from "./ticking"
import { WatchSwitch } from "./watch-switch"

/** Who watches each channel of the map. */
export function ChannelList({ channels, act }: { channels: ChannelView[]; act: Act }) {
  const { words, formats, channelKind, startSentence } = useReader()
  const now = useNow()
  if (channels.length === 0) return <p className="cue-empty">{words.menu.channelsNone}</p>
  const about = ({ status, watchedBy, watchedSince, sources }: ChannelView) => {
    if (status === "missing") return words.watching.missing
    if (status === "planned") return words.watching.planned
    if (watchedBy === "recorder") return words.watching.recorder
    if (watchedBy === null) return words.watching.none
    if (watchedBy === "source") return words.watching.sources(formats.list(sources))
    return watchedSince === null
      ? words.watching.person
      : words.watching.personSince(formats.moment(watchedSince, now))
  }
  return (
    <ul className="cue-list cue-channels">
      {channels.map((channel) => (
        <li key={channel.id}>
          <strong>
            <bdi>{startSentence(channelKind(channel.id))}</bdi>
          </strong>
          <span className="cue-muted">{about(channel)}</span>
          {channel.status === "live" && channel.watchedBy !== "recorder" && (
            <WatchSwitch channel={channel.id} on={channel.watchedBy === "person"} act={act} />
          )}
        </li>
      ))}
    </ul>
  )
}
