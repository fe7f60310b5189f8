import type { NowView } from "../../panel/states/now"
import type { ViewAnswerer } from "./view-answerer"

/** Stage, running scenarios, reachability. */
export const now: ViewAnswerer<NowView> = {
  read: () => null,
  compose: ({ person, show }) => ({
    stage: person ? show.stage(person) : null,
    running: (person?.runs ?? []).map(show.run).filter(({ status }) => status === "active"),
  }),
}
