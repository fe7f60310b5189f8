import { Glyph, type GlyphName } from "../../overlay/glyph"
import { useNow } from "../../overlay/ticking"
import { messageTypeWords, nowWords } from "../../words/panel/now"
import { type Reader, useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { ReachView } from "../states/now"

/** Each channel: whether a message may go over it now, and everything that bears on it. */
export function ReachList({ channels }: { channels: ReachView[] }) {
  const own = useWords(nowWords)
  if (channels.length === 0) return <p className="cue-empty">{own.reachNone}</p>
  return (
    <ul className="cue-reach">
      {channels.map((channel) => (
        <ReachRow key={channel.channel} reach={channel} />
      ))}
    </ul>
  )
}

function ReachRow({ reach }: { reach: ReachView }) {
  const reader = useReader()
  const own = useWords(nowWords)
  const types = useWords(messageTypeWords)
  const now = useNow()
  const verdict = judge(reach)
  const facts = listFacts(reach, reader, own, types, now)
  const said =
    verdict === "later" && reach.quietUntil !== null
      ? own.later(reader.formats.moment(reach.quietUntil, now))
      : own[verdict === "no" ? "unreachable" : verdict === "partly" ? "partly" : "reachable"]
  return (
    <li className={`cue-reach-row cue-reach-${verdict}`} data-reach={reach.channel} data-verdict={verdict}>
      <Glyph name={glyphs[verdict]} />
      <strong>
        <bdi>{reader.startSentence(reader.channelKind(reach.channel))}</bdi>
      </strong>
      <span className="cue-reach-verdict">{said}</span>
      <span className="cue-reach-facts cue-muted">{facts.join(" · ")}</span>
    </li>
  )
}

type Verdict = "yes" | "partly" | "later" | "no"

const glyphs: Record<Verdict, GlyphName> = { yes: "sent", partly: "due", later: "scheduled", no: "refused" }

function judge(reach: ReachView): Verdict {
  if (reach.status !== "live" || !reach.consentHolds) return "no"
  if (reach.address === "missing" || reach.address === "bounced") return "no"
  if (reach.quietUntil !== null) return "later"
  return reach.fullCaps.length > 0 ? "partly" : "yes"
}

type OwnWords = (typeof nowWords)["en"]

function listFacts(
  reach: ReachView,
  { formats }: Reader,
  own: OwnWords,
  types: Record<string, string>,
  now: number,
): string[] {
  if (reach.status !== "live") return [own.notLive[reach.status]]
  const facts: string[] = []
  if (reach.address !== "none-needed") facts.push(own.address[reach.address])
  if (reach.consent === "never-asked")
    facts.push(reach.consentHolds ? own.consentOpen : own.consent["never-asked"])
  else if (reach.consent !== "none-needed") {
    const since = reach.consentBy === null ? "" : ` (${formats.moment(reach.consentBy.at, now)})`
    facts.push(`${own.consent[reach.consent]}${since}`)
  }
  if (reach.quietUntil !== null) facts.push(own.quiet(formats.moment(reach.quietUntil, now)))
  for (const cap of reach.fullCaps) {
    const named = cap.types?.map((type) => (Object.hasOwn(types, type) ? types[type] : type) ?? type)
    const full = own.cap(formats.number(cap.max), named ? named.join(", ") : null, cap.everywhere)
    facts.push(cap.freeAt === null ? full : `${full}, ${own.capFree(formats.moment(cap.freeAt, now))}`)
  }
  return facts
}
