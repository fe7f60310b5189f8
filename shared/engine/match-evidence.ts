import type { CompiledMap, CompiledStep } from "./compiled-map"
import type { Evidence } from "./evidence-event"
import { isProof } from "./evidence-event"
import { type Message, NAMES } from "./message"
import type { Person } from "./person"
import type { StepRun } from "./run"

/** A step of the same channel that the evidence fits, or one of another channel that it names. */
export type Match = { step: StepRun; wrongChannel: boolean }

/** Rule 23: the step that evidence of a new message, or evidence without a `provider_id`, came for. */
export function matchEvidence(person: Person, evidence: Evidence): Match | null {
  let elsewhere: StepRun | null = null
  for (const plans of listPlans(person.compiled, evidence)) {
    const step = chooseStep(person, plans.steps, evidence, true)
    if (step) return { step, wrongChannel: false }
    if (plans.namesChannel) elsewhere ??= chooseStep(person, plans.steps, evidence, false)
  }
  if (evidence.nameless) {
    const step = findByChannel(person, evidence)
    if (step) return { step, wrongChannel: false }
  }
  return elsewhere && isProof(evidence) ? { step: elsewhere, wrongChannel: true } : null
}

export interface Plans {
  steps: CompiledStep[]
  /** One that names a step, message, campaign or template but another channel is `wrong-channel`. */
  namesChannel: boolean
}

/** Messages carry the same few names again and again; of a hostile log, not more than these are remembered. */
const MOST_NAMES = 1_000

/** The planned steps that evidence may mean, strongest first. */
function listPlans(compiled: CompiledMap, { names }: Evidence): Plans[] {
  const key = JSON.stringify(NAMES.map((name) => names[name]))
  const known = compiled.plans.get(key)
  if (known) return known
  const plans = findPlans(compiled.steps, names)
  if (compiled.plans.size >= MOST_NAMES) compiled.plans.clear()
  compiled.plans.set(key, plans)
  return plans
}

function findPlans(all: readonly CompiledStep[], names: Evidence["names"]): Plans[] {
  if (names.scenario !== undefined && names.step !== undefined) {
    const steps = all.filter(({ id, scenario }) => scenario.id === names.scenario && id === names.step)
    return [{ steps, namesChannel: true }]
  }
  if (names.message !== undefined) {
    return [{ steps: all.filter(({ message }) => message?.id === names.message), namesChannel: true }]
  }
  const within = all.filter(
    ({ id, scenario }) =>
      (names.scenario === undefined || scenario.id === names.scenario) &&
      (names.step === undefined || id === names.step),
  )
  return [
    {
      steps: within.filter(({ message }) => fitsEither(message, names, "campaign", "template")),
      namesChannel: true,
    },
    {
      steps: within.filter(({ message }) => fitsEither(message, names, "subject", "sender")),
      namesChannel: false,
    },
  ]
}

type Fits = {
  fits: Record<"campaign" | "template" | "subject" | "sender", ((text: string) => boolean) | null>
}

export function fitsEither(
  message: Fits | null,
  names: Message["names"],
  ...by: ("campaign" | "template" | "subject" | "sender")[]
): boolean {
  return by.some((name) => {
    const given = names[name]
    return given !== undefined && message?.fits[name]?.(given) === true
  })
}

/**
 * Of equal strength: steps without evidence first, of these the nearest due, of equal ones the earlier run, then step
 * order; only then settled ones. Steps of merged runs are no candidates.
 */
function chooseStep(
  person: Person,
  plans: CompiledStep[],
  { channel, at }: Evidence,
  sameChannel: boolean,
): StepRun | null {
  let best: StepRun | null = null
  for (const plan of plans) {
    if ((plan.channel.id === channel) !== sameChannel) continue
    for (const run of person.runsOf(plan.scenario.index)) {
      if (run.scenario !== plan.scenario) continue
      const step = run.steps[plan.index]
      if (!step || step.reason === "merged" || run.over === "merged") continue
      if (!best || isBetter(step, best, at)) best = step
    }
  }
  return best
}

function isBetter(one: StepRun, other: StepRun, at: number): boolean {
  const difference =
    Number(hasEvidence(one)) - Number(hasEvidence(other)) ||
    Math.abs(one.dueAt - at) - Math.abs(other.dueAt - at) ||
    one.run.triggeredAt - other.run.triggeredAt ||
    one.run.order - other.run.order ||
    one.plan.index - other.plan.index
  return difference < 0
}

function hasEvidence(step: StepRun): boolean {
  return step.held !== null || (step.messages?.length ?? 0) > 0
}

/** Channel alone: the only step of that channel that is due, else the only open one. */
function findByChannel(person: Person, { channel, at }: Evidence): StepRun | null {
  const open: StepRun[] = []
  for (const run of person.runs) {
    if (run.over === "merged" || run.over === "completed") continue
    for (const step of run.steps) {
      if (step.plan.channel.id !== channel || step.held) continue
      if (step.phase === "waiting" || (step.phase === "open" && at <= step.lapsesAt)) open.push(step)
    }
  }
  const due = open.filter((step) => step.dueAt <= at)
  const choice = due.length > 0 ? due : open
  return choice.length === 1 ? (choice[0] ?? null) : null
}

/** The person's latest message of that channel that carries the same names (none: any). */
export function findLatestMessage(person: Person, { channel, names }: Evidence): Message | null {
  const { messages } = person
  if (!messages) return null
  const given = Object.keys(names) as (keyof typeof names)[]
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index]
    if (message?.channel !== channel) continue
    if (given.every((name) => message.names[name] === names[name])) return message
  }
  return null
}
