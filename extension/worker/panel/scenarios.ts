import type { RunResult } from "../../domain"
import type { PanelRun, ScenariosView, WhyNotView } from "../../panel/states/scenarios"
import { nameParts, viewChannels } from "./map-names"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

const MOST_RUNS_SHOWN = 20

/** Every scenario with its runs, or why it has none. */
export const scenarios: ViewAnswerer<ScenariosView> = {
  read: () => null,
  compose: (given) => {
    const { loaded, language, person } = given
    const names = nameParts(loaded.map, language)
    const runs = person?.runs ?? []
    return {
      scenarios: (loaded.map.scenarios ?? []).map(({ id }) => ({
        id,
        name: names.scenarios[id] ?? id,
        runs: runs
          .filter((run) => run.scenario === id)
          .map((run) => viewRun(given, run))
          .reverse()
          .slice(0, MOST_RUNS_SHOWN),
        whyNot: findWhyNot(given, id),
      })),
      channels: viewChannels(loaded.map, loaded.record, loaded.sources),
      names,
    }
  },
  count: ({ person }) => ({
    count: person?.runs.filter(({ status }) => status === "active").length ?? 0,
    tone: "calm",
  }),
}

function viewRun({ show }: PanelGiven, run: RunResult): PanelRun {
  const view = show.run(run)
  const gates: PanelRun["gates"] = {}
  for (const [index, step] of run.steps.entries()) {
    const key = view.steps[index]?.key
    if (key !== undefined && step.gates) gates[key] = step.gates
  }
  return {
    ...view,
    endedAt: run.endedAt === null ? null : Date.parse(run.endedAt),
    goalAt: run.goalAt === null ? null : Date.parse(run.goalAt),
    gates,
  }
}

function findWhyNot({ person }: PanelGiven, scenario: string): WhyNotView | null {
  const found = person?.whyNot.find((each) => each.scenario === scenario)
  return found ? { unmet: found.unmet, met: found.met, change: found.change } : null
}
