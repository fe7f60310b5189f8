import type { CommunicationMap } from "../../domain"
import type { ChannelView } from "../../overlay/state"
import type { MapNames } from "../../panel/states/scenarios"
import type { Language } from "../../words/language"
import { inLanguage, viewChannel } from "../compose-state"
import type { Source } from "../evidence-store"
import type { SiteRecord } from "../site-record"

/** What the map calls its parts. */
export function nameParts(map: CommunicationMap, language: Language): MapNames {
  const named = (parts: readonly { id: string; name?: Parameters<typeof inLanguage>[0] }[] = []) =>
    Object.fromEntries(parts.map(({ id, name }) => [id, inLanguage(name, language) ?? id]))
  return {
    stages: named(map.stages as never),
    segments: named(map.segments as never),
    scenarios: named(map.scenarios as never),
    messages: named(
      Object.entries(map.messages ?? {}).map(([id, { name }]) => ({ id, ...(name && { name }) })) as never,
    ),
  }
}

/** The channels of the map, and who watches each. */
export function viewChannels(
  map: CommunicationMap,
  record: SiteRecord,
  sources: readonly Source[] = [],
): ChannelView[] {
  return Object.entries(map.channels ?? {}).map(([id, { status }]) =>
    viewChannel(id, status, record, sources),
  )
}
