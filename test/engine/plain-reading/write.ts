import type { CommunicationMap } from "../../../shared/map/communication-map"
import type { Note, PlainPerson, PlainRun, PlainStep } from "./people"
import { graceOf, isActive, lastSettling } from "./runs"

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** What both readings say of a person: all but words, and the because of what has one. */
export function writePlainly(map: CommunicationMap, people: readonly PlainPerson[], now: number): unknown {
  return people
    .filter(({ log }) => log.length > 0)
    .sort(
      (one, other) => firstOf(one) - firstOf(other) || (one.log[0]?.place ?? 0) - (other.log[0]?.place ?? 0),
    )
    .map((person) => {
      const order = (run: PlainRun) => map.scenarios?.indexOf(run.scenario) ?? 0
      const runs = [...person.runs].sort((a, b) => a.at - b.at || order(a) - order(b) || a.order - b.order)
      return {
        person: person.user ?? person.ids[0],
        ids: person.ids,
        stages: person.stages.map(({ id, from }) => `${id} ${iso(from)}`),
        segments: (map.segments ?? []).flatMap(({ id }) => {
          const since = person.segments.get(id)
          return since === undefined ? [] : [`${id} ${iso(since)}`]
        }),
        runs: runs.map((run) => writeRun(map, run, now)),
        findings: [...person.notes.map(writeNote), ...listFindings(map, person, now)].sort(),
      }
    })
}

const firstOf = ({ log }: PlainPerson) => log[0]?.event.at ?? 0

function writeRun(map: CommunicationMap, run: PlainRun, now: number): unknown {
  const active = isActive(map, run, now)
  const status =
    run.over === "merged"
      ? "merged"
      : run.goalAt !== null && !active
        ? "converted"
        : active
          ? "active"
          : run.over === "exited"
            ? "exited"
            : "completed"
  return {
    scenario: run.scenario.id,
    key: run.key,
    status,
    triggeredAt: iso(run.at),
    endedAt: active ? null : iso(run.overAt ?? lastSettling(map, run)),
    goalAt: iso(run.goalAt),
    goalStep: run.goalStep,
    steps: run.steps.map((step) => {
      const sent =
        step.state === "settled"
          ? step.message?.sentAt
          : step.messages.find(({ sentAt }) => sentAt !== null)?.sentAt
      return {
        id: step.plan.id,
        due: step.neverDue ? null : iso(step.due),
        zone: step.assumed ? "assumed" : "person",
        status: statusOf(map, step, now),
        sentAt: iso(sent ?? null),
        evidence: step.messages.flatMap(({ evidence }) => evidence),
      }
    }),
  }
}

/** Rule 24. */
function statusOf(map: CommunicationMap, step: PlainStep, now: number): string {
  const lapse = step.due + graceOf(map, step.plan)
  const { over, overAt } = step.run
  if (step.state === "waiting") return "scheduled"
  if (step.state === "refused") return step.reason === "withheld" ? "withheld" : `skipped ${step.reason}`
  if (step.state === "settled") {
    const { sentAt, failedAt, openedAt } = step.message ?? { sentAt: null, failedAt: null, openedAt: null }
    if (sentAt === null || (failedAt !== null && openedAt === null)) return "failed"
    return sentAt < step.due ? "early" : sentAt <= lapse ? "sent" : "late"
  }
  if (now <= lapse) return "due"
  const isCut = (over === "exited" || over === "goal") && (overAt ?? 0) <= lapse
  return isCut ? `skipped ${over}` : "missed"
}

function listFindings(map: CommunicationMap, person: PlainPerson, now: number): string[] {
  return person.runs.flatMap((run) =>
    run.steps.flatMap((step) => {
      const status = statusOf(map, step, now)
      const lapse = step.due + graceOf(map, step.plan)
      const at = {
        missed: lapse,
        late: step.message?.sentAt ?? null,
        early: step.message?.sentAt ?? null,
        failed: step.message?.failedAt ?? null,
        "skipped integration-missing": step.due,
      }[status]
      if (at === undefined || at === null) return []
      const kind = status.startsWith("skipped") ? "never-can" : status
      const evidence = step.messages.flatMap((message) => message.evidence)
      return [`${iso(at)} ${kind} ${run.scenario.id}/${step.plan.id} null ${evidence}`]
    }),
  )
}

function writeNote({ kind, at, scenario, step, reason, message, evidence }: Note): string {
  const told = message ? message.evidence : (evidence ?? ["-"])
  return `${iso(at)} ${kind} ${scenario}/${step} ${reason} ${told}`
}
