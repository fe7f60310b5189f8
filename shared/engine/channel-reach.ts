import type { MessageType } from "../map/message"
import { findFullCaps } from "./caps"
import type { CompiledChannel } from "./compiled-map"
import { decidingConsent, hasConsent } from "./consent"
import { writeInstant } from "./instant"
import type { Person } from "./person"
import { findQuietEnd } from "./quiet-hours"
import { hasAddress } from "./reach"

/** What the gates of rule 18 would say of a channel at an instant, apart from any step. Times are ISO 8601 UTC. */
export interface ChannelReach {
  channel: string
  /** False: on the map, but the systems are not joined. */
  live: boolean
  address: "none-needed" | "known" | "missing" | "bounced"
  /** Rule 20; `because` is the event that decided. */
  consent: {
    is: "none-needed" | "granted" | "denied" | "never-asked"
    holds: boolean
    because: string | null
  }
  /** Caps that are full now (rule 21); `freeAt` is null where they never allow anything. */
  fullCaps: { max: number; types: MessageType[] | null; everywhere: boolean; freeAt: string | null }[]
  /** When the quiet hours that are now end; null outside of them. */
  quietUntil: string | null
}

/** Every channel of the map, for a person who has been advanced to `now`. */
export function listReach(person: Person, now: number): ChannelReach[] {
  return [...person.compiled.channels.values()].map((channel) => ({
    channel: channel.id,
    live: channel.live,
    address: judgeAddress(person, channel),
    consent: judgeConsent(person, channel),
    fullCaps: findFullCaps(person, channel, now).map(({ cap, freeAt }) => ({
      max: cap.max,
      types: cap.types && [...cap.types],
      everywhere: cap.channel === null,
      freeAt: freeAt === null ? null : writeInstant(freeAt),
    })),
    quietUntil: writeQuietEnd(person, channel, now),
  }))
}

function judgeAddress({ facts }: Person, channel: CompiledChannel): ChannelReach["address"] {
  if (facts.bounced?.has(channel.id)) return "bounced"
  if (channel.address === null) return "none-needed"
  return hasAddress(facts, channel) ? "known" : "missing"
}

function judgeConsent({ facts }: Person, channel: CompiledChannel): ChannelReach["consent"] {
  const holds = hasConsent(facts, channel)
  if (channel.consent === "none") return { is: "none-needed", holds, because: null }
  const decision = decidingConsent(facts, channel)
  if (!decision) return { is: "never-asked", holds, because: null }
  return { is: decision.granted ? "granted" : "denied", holds, because: decision.id }
}

function writeQuietEnd(person: Person, channel: CompiledChannel, now: number): string | null {
  const end = channel.quiet && findQuietEnd(channel.quiet, now, person.zone())
  return end === null ? null : writeInstant(end)
}
