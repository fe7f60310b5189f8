import type { ChannelReach } from "../../domain"
import type { NowView, ReachView, StageSpan } from "../../panel/states/now"
import { viewEvent } from "../compose-state"
import { viewFollowUps } from "./follow-ups"
import { nameParts, viewChannels } from "./map-names"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

/** Stage with its history, segments, running scenarios, reachability. */
export const now: ViewAnswerer<NowView> = {
  read: () => null,
  compose: (given) => {
    const { person, show, loaded, journey, at, language } = given
    const names = nameParts(loaded.map, language)
    const reach = person ? (journey.reach(person.person, at) ?? []) : []
    return {
      stage: person ? show.stage(person) : null,
      history: listSpans(given),
      segments: (person?.segments ?? []).map(({ id, since }) => ({
        id,
        name: names.segments[id] ?? id,
        since: Date.parse(since),
      })),
      running: (person?.runs ?? []).map(show.run).filter(({ status }) => status === "active"),
      missed: viewFollowUps(given).filter(({ status }) => status === "missed"),
      reach: reach.map((each) => viewReach(given, each)),
      channels: viewChannels(loaded.map, loaded.record, loaded.sources),
    }
  },
}

function listSpans({ person, loaded, show, language }: PanelGiven): StageSpan[] {
  const { stages } = loaded.map
  const names = nameParts(loaded.map, language).stages
  const placeOf = (id: string) => stages.findIndex((stage) => stage.id === id)
  return (person?.stages ?? []).map((span, index, all) => {
    const before = all[index - 1]
    return {
      id: span.id,
      name: names[span.id] ?? span.id,
      from: Date.parse(span.from),
      to: span.to === null ? null : Date.parse(span.to),
      because: show.because(span.because),
      back: before !== undefined && placeOf(before.id) > placeOf(span.id),
      place: placeOf(span.id),
    }
  })
}

function viewReach({ loaded, events }: PanelGiven, reach: ChannelReach): ReachView {
  const decided = reach.consent.because === null ? undefined : events.get(reach.consent.because)
  return {
    channel: reach.channel,
    status: loaded.map.channels?.[reach.channel]?.status ?? "live",
    address: reach.address,
    consent: reach.consent.is,
    consentHolds: reach.consent.holds,
    consentBy: decided ? viewEvent(decided) : null,
    fullCaps: reach.fullCaps.map((cap) => ({
      ...cap,
      freeAt: cap.freeAt === null ? null : Date.parse(cap.freeAt),
    })),
    quietUntil: reach.quietUntil === null ? null : Date.parse(reach.quietUntil),
  }
}
