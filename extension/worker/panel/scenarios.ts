import type { RunResult, ToldGate } from "../../domain"
import type { PanelRun, ScenariosView } from "../../panel/states/scenarios"
import { isWrongSend } from "./follow-ups"
import { nameParts, viewChannels } from "./map-names"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

const MOST_RUNS_SHOWN = 20

/** Every scenario with its runs, or why it has none. */
export const scenarios: ViewAnswerer<ScenariosView> = {
  read: () => null,
  compose: (given) => {
    const { loaded, language, person } = given
    const names = nameParts(loaded.map, language)
    const explained = person && given.journey.explain(person.person, given.at)
    const runs = (person?.runs ?? []).map((run, index) => ({
      run,
      gates: explained?.runs[index]?.steps ?? [],
    }))
    return {
      scenarios: (loaded.map.scenarios ?? []).map(({ id }) => ({
        id,
        name: names.scenarios[id] ?? id,
        runs: runs
          .filter(({ run }) => run.scenario === id)
          .map(({ run, gates }) => viewRun(given, run, gates))
          .reverse()
          .slice(0, MOST_RUNS_SHOWN),
        whyNot: explained?.scenarios.find(({ scenario }) => scenario === id) ?? null,
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

function viewRun({ show }: PanelGiven, run: RunResult, told: readonly ToldGate[][]): PanelRun {
  const view = show.run(run)
  const gates: PanelRun["gates"] = {}
  for (const [index, step] of run.steps.entries()) {
    const key = view.steps[index]?.key
    // Also of one that went out although it was refused: there, why it should not have.
    if (key !== undefined && (step.gates || isWrongSend(step))) gates[key] = told[index] ?? []
  }
  return {
    ...view,
    steps: view.steps.map((step, index) => {
      const told = run.steps[index]
      return told && isWrongSend(told) ? { ...step, status: "should-not-have" as const } : step
    }),
    endedAt: run.endedAt === null ? null : Date.parse(run.endedAt),
    goalAt: run.goalAt === null ? null : Date.parse(run.goalAt),
    gates,
  }
}
