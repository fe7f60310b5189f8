import type { CommunicationMap } from "../../map/communication-map"
import type { Scenario } from "../../map/scenario"
import type { Segment } from "../../map/segment"

/** The parts of a map by their ids. */
export interface MapIndex {
  map: CommunicationMap
  segments: ReadonlyMap<string, Segment>
  scenarios: ReadonlyMap<string, Scenario>
  stageIndexes: ReadonlyMap<string, number>
}

export function indexMap(map: CommunicationMap): MapIndex {
  return {
    map,
    segments: new Map(map.segments?.map((segment) => [segment.id, segment])),
    scenarios: new Map(map.scenarios?.map((scenario) => [scenario.id, scenario])),
    stageIndexes: new Map(map.stages.map(({ id }, index) => [id, index])),
  }
}
