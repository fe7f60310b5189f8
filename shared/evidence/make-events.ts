import { compilePatterns } from "../engine/pattern"
import type { TouchpointEvent } from "../event"
import type { CommunicationMap } from "../map/communication-map"
import type { EvidenceDraft } from "./draft"

export interface Making {
  map: CommunicationMap
  /** Stands in the ids: two sources may have messages of one id. */
  sourceKey: string
  /** Who told it: the connector's id. */
  source: string
  /** Whose it is; null leaves it out. */
  personOf(draft: EvidenceDraft): string | null
}

/**
 * Drafts as events of the journey, with ids that are the same however often a message is read. `strangers` counts those
 * that belong to nobody here.
 */
export function makeEvents(
  drafts: readonly EvidenceDraft[],
  { map, sourceKey, source, personOf }: Making,
): { events: TouchpointEvent[]; strangers: number } {
  let strangers = 0
  const chooseCampaign = compileCampaigns(map)
  const events = drafts.flatMap((draft) => {
    const person = personOf(draft)
    if (person === null) {
      strangers++
      return []
    }
    const { channel, to, providerId, scenario, step, message, template, subject, sender } = draft
    const props: Record<string, string | true> = { channel }
    const given = {
      provider_id: providerId,
      scenario,
      step,
      message,
      campaign: chooseCampaign(draft.campaigns ?? []),
      template,
      subject,
      sender,
      to,
    }
    for (const [name, value] of Object.entries(given)) if (value) props[name] = value
    if (draft.machine) props.machine = true
    if (draft.bounce) props.bounce = draft.bounce
    const id = `${source}:${sourceKey}:${draft.kind}:${draft.id}`.slice(0, 600)
    return [{ id, name: `message_${draft.kind}`, at: draft.at, person, props, source }]
  })
  return { events, strangers }
}

/** An event has one campaign, a service many tags: the first that the map knows, else the first. */
function compileCampaigns(map: CommunicationMap): (names: readonly string[]) => string | null {
  const tests = Object.values(map.messages ?? {}).flatMap(({ match }) =>
    match?.campaign === undefined ? [] : [compilePatterns(match.campaign)],
  )
  return (names) => names.find((name) => tests.some((test) => test(name))) ?? names[0] ?? null
}
