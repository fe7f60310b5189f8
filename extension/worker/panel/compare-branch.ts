import type { FollowUpView } from "../../overlay/state"
import type { Branch, BranchRow } from "../../panel/states/clock"
import { nameParts } from "./map-names"
import { personAt } from "./person-at"
import type { PanelGiven } from "./view-answerer"

const MOST_ROWS = 100

/** How the journey with the pretended events differs from the real one, as both stand at `to`. */
export function compareBranch(given: PanelGiven, to: number): Branch {
  const { loaded, journey, language } = given
  const names = nameParts(loaded.map, language).stages
  const real = personAt(given, loaded.journey, to)
  const pretended = personAt(given, journey, to)
  const stageOf = (person: PanelGiven["person"]) =>
    person ? (names[person.stage.id] ?? person.stage.id) : null
  const [here, there] = [stepsOf(given, real), stepsOf(given, pretended)]
  const keys = new Set([...here.keys(), ...there.keys()])
  const rows: BranchRow[] = []
  let same = 0
  for (const key of keys) {
    const row = { key, real: here.get(key) ?? null, pretended: there.get(key) ?? null }
    if (isSame(row)) same += 1
    else rows.push(row)
  }
  const due = ({ real, pretended }: BranchRow) => pretended?.dueAt ?? real?.dueAt ?? 0
  rows.sort((a, b) => due(a) - due(b))
  return {
    stage: { real: stageOf(real), pretended: stageOf(pretended) },
    rows: rows.slice(0, MOST_ROWS),
    same,
  }
}

function stepsOf({ show }: PanelGiven, person: PanelGiven["person"]): Map<string, FollowUpView> {
  const steps = (person?.runs ?? []).flatMap((run) => show.run(run).steps)
  return new Map(steps.map((step) => [step.key, step]))
}

function isSame({ real, pretended }: BranchRow): boolean {
  if (!real || !pretended) return false
  return (
    real.status === pretended.status && real.reason === pretended.reason && real.dueAt === pretended.dueAt
  )
}
