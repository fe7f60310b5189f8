import type { Zone } from "../../../shared/engine/zone"
import type { TouchpointEvent } from "../../../shared/event"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import { capsOf, hasFailed, isFull, limits, typeOf } from "./caps"
import { type Past, traitsOf } from "./conditions"
import type { PlainMessage, PlainPerson, PlainStep } from "./people"
import { lapseOf } from "./runs"
import { askGates, refuse, scheduleWaiting } from "./steps"
import { isQuiet, zoneOf } from "./walls"

const NAMES = ["scenario", "step", "message", "campaign", "template", "subject", "sender"]

/** Rules 22 and 23. */
export function takeEvidence(
  map: CommunicationMap,
  person: PlainPerson,
  past: Past,
  event: TouchpointEvent,
): void {
  const { at, props = {} } = event
  const names = Object.fromEntries(
    NAMES.filter((name) => props[name] !== undefined).map((name) => [name, props[name]]),
  )
  const kind = event.name === "message_opened" && props.machine === true ? "delivered" : event.name.slice(8)
  const channel = String(props.channel)
  const isFailure = kind === "bounced" || kind === "failed"
  const isProof = !isFailure && kind !== "unsubscribed"
  const same = (message: PlainMessage) =>
    message.channel === channel &&
    Object.entries(names).every(([name, value]) => message.names[name] === value)
  const known =
    props.provider_id !== undefined
      ? person.messages.find(
          (message) => message.channel === channel && message.provider === props.provider_id,
        )
      : kind !== "sent" && kind !== "shown"
        ? person.messages.findLast(same)
        : undefined
  const add = (message: PlainMessage) => {
    message.evidence.push(event.id)
    for (const name of Object.keys(names)) message.names[name] ??= names[name]
    if (isProof) message.sentAt ??= at
    if (["delivered", "shown", "opened", "clicked"].includes(kind)) message.deliveredAt ??= at
    if (kind === "opened" || kind === "clicked") message.openedAt ??= at
    if (kind === "clicked") message.clickedAt ??= at
    if (isFailure) message.failedAt ??= at
  }
  const put = (message: PlainMessage) => {
    const { step, isElsewhere } = match(map, person, channel, message.names, at, isProof)
    if (step && !isElsewhere) bring(map, person, past, step, message, at)
    else {
      if (isElsewhere) [message.kind, message.step] = ["wrong-channel", step]
      judge(map, person, past, message)
    }
  }
  const follow = (message: PlainMessage) => {
    add(message)
    if (message.kind === "new" && message.step === null && isProof) put(message)
    else judge(map, person, past, message)
    scheduleWaiting(map, person, past.events)
  }
  if (known) {
    follow(known)
    return
  }
  if (kind === "unsubscribed") return
  const found = match(map, person, channel, names, at, isProof)
  const latest =
    found.step && !found.isElsewhere
      ? (found.step.held ?? found.step.message ?? found.step.messages.at(-1))
      : null
  if (latest && (props.provider_id === undefined || (latest.provider === undefined && !hasFailed(latest)))) {
    latest.provider ??= props.provider_id
    follow(latest)
    return
  }
  const message: PlainMessage = {
    channel,
    provider: props.provider_id,
    names: {},
    firstAt: at,
    evidence: [],
    sentAt: null,
    deliveredAt: null,
    openedAt: null,
    clickedAt: null,
    failedAt: null,
    kind: "new",
    step: null,
    type: null,
    isJudged: false,
  }
  person.messages.push(message)
  add(message)
  put(message)
}

type Named = Record<string, unknown>

function like(patterns: string | string[] | undefined, text: unknown): boolean {
  if (patterns === undefined || typeof text !== "string") return false
  return [patterns].flat().some((pattern) => {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")
    return new RegExp(`^${source}$`, "i").test(text)
  })
}

function match(
  map: CommunicationMap,
  person: PlainPerson,
  channel: string,
  names: Named,
  at: number,
  isProof: boolean,
): { step: PlainStep | null; isElsewhere: boolean } {
  const all = person.runs
    .flatMap((run) => run.steps)
    .filter(({ run, reason }) => run.over !== "merged" && reason !== "merged")
  const matchOf = ({ plan }: PlainStep) =>
    plan.message === undefined ? undefined : map.messages?.[plan.message]?.match
  const isWithin = ({ run, plan }: PlainStep) =>
    (names.scenario === undefined || run.scenario.id === names.scenario) &&
    (names.step === undefined || plan.id === names.step)
  let levels: [PlainStep[], boolean][]
  if (names.scenario !== undefined && names.step !== undefined) levels = [[all.filter(isWithin), true]]
  else if (names.message !== undefined)
    levels = [[all.filter(({ plan }) => plan.message === names.message), true]]
  else
    levels = [
      [
        all.filter(
          (step) =>
            isWithin(step) &&
            (like(matchOf(step)?.campaign, names.campaign) || like(matchOf(step)?.template, names.template)),
        ),
        true,
      ],
      [
        all.filter(
          (step) =>
            isWithin(step) &&
            (like(matchOf(step)?.subject, names.subject) || like(matchOf(step)?.sender, names.sender)),
        ),
        false,
      ],
    ]
  const order = (step: PlainStep) => all.indexOf(step)
  const hasNone = (step: PlainStep) => step.held === null && step.messages.length === 0
  const choose = (steps: PlainStep[]) =>
    steps.sort(
      (one, other) =>
        Number(hasNone(other)) - Number(hasNone(one)) ||
        Math.abs(one.due - at) - Math.abs(other.due - at) ||
        one.run.at - other.run.at ||
        order(one) - order(other),
    )[0] ?? null
  let elsewhere: PlainStep | null = null
  for (const [steps, isNamed] of levels) {
    const step = choose(steps.filter(({ plan }) => plan.channel === channel))
    if (step) return { step, isElsewhere: false }
    if (isNamed) elsewhere ??= choose(steps.filter(({ plan }) => plan.channel !== channel))
  }
  if (Object.keys(names).length === 0) {
    const open = all.filter(
      (step) =>
        step.plan.channel === channel &&
        step.held === null &&
        (step.state === "waiting" || (step.state === "open" && at <= lapseOf(map, step))),
    )
    const due = open.filter((step) => step.due <= at)
    if (due.length === 1) return { step: due[0] ?? null, isElsewhere: false }
    if (due.length === 0 && open.length === 1) return { step: open[0] ?? null, isElsewhere: false }
  }
  return elsewhere && isProof ? { step: elsewhere, isElsewhere: true } : { step: null, isElsewhere: false }
}

/** Rules 13, 22 and 24: a message comes to its step. */
export function bring(
  map: CommunicationMap,
  person: PlainPerson,
  past: Past,
  step: PlainStep,
  message: PlainMessage,
  at: number,
): void {
  message.step = step
  message.type = typeOf(map, step)
  const settle = () => {
    step.settledAt ??= step.state === "open" && at > lapseOf(map, step) ? lapseOf(map, step) : at
    step.state = "settled"
    step.message = message
    step.messages.push(message)
    message.kind = "step"
  }
  if (step.state === "waiting" && step.due <= at) {
    if (step.held) message.kind = "duplicate"
    else {
      step.held = message
      message.kind = "step"
      return
    }
  } else if (step.state === "waiting") {
    const { reason } = askGates(map, person, past, step, at, true)
    if (reason === null) {
      settle()
      judge(map, person, past, message)
      scheduleWaiting(map, person, past.events)
      return
    }
    refuse(map, person, past, step, reason, at)
  }
  const { over, overAt } = step.run
  if (
    step.state === "open" &&
    over !== null &&
    over !== "merged" &&
    (overAt ?? 0) <= lapseOf(map, step) &&
    at > lapseOf(map, step)
  ) {
    step.state = "refused"
    step.reason = over
    step.settledAt ??= lapseOf(map, step)
  }
  if (message.kind === "duplicate") {
    // A second one for a step of this very instant.
  } else if (step.state === "refused") {
    message.kind = "refused"
    step.messages.push(message)
  } else if (step.state === "open" || hasFailed(step.message)) settle()
  else message.kind = "duplicate"
  judge(map, person, past, message)
  scheduleWaiting(map, person, past.events)
}

/** The findings of a real send, once, when it is first proved. */
function judge(map: CommunicationMap, person: PlainPerson, past: Past, message: PlainMessage): void {
  if (message.isJudged || message.sentAt === null || message.step?.held === message) return
  const { sentAt, channel } = message
  if (message.kind === "new") message.kind = "unplanned"
  message.type ??= findType(map, message.names)
  const scenario = message.step?.run.scenario.id ?? (message.names.scenario as string | undefined) ?? null
  const step = message.step?.plan.id ?? (message.names.step as string | undefined) ?? null
  const note = (kind: string, at: number, reason: string | null = null) =>
    person.notes.push({ kind, at, scenario, step, reason, message })
  if (message.kind === "refused") note("should-not-have", sentAt, message.step?.reason ?? null)
  else if (message.kind !== "step") note(message.kind, message.firstAt)
  const zone = zoneOf(traitsOf(past.events).timezone) ?? (zoneOf(map.timeZone) as Zone)
  const quiet = map.channels?.[channel]?.quiet
  if (quiet && message.type !== "service" && isQuiet(quiet, sentAt, zone)) note("in-quiet-hours", sentAt)
  if (message.kind !== "step") {
    const full = capsOf(map, channel).some(
      ([cap, over]) => limits(cap, message.type) && isFull(map, person, cap, over, sentAt, zone),
    )
    if (full) note("over-cap", sentAt)
  }
  message.isJudged = true
}

function findType(map: CommunicationMap, names: Named): string | null {
  const named = typeof names.message === "string" ? map.messages?.[names.message] : undefined
  if (named) return named.type ?? "triggered"
  const scenario = map.scenarios?.find(({ id }) => id === names.scenario)
  const plan = names.step === undefined ? undefined : scenario?.steps.find(({ id }) => id === names.step)
  if (plan)
    return (plan.message === undefined ? undefined : map.messages?.[plan.message]?.type) ?? "triggered"
  for (const { type, match } of Object.values(map.messages ?? {}))
    if (
      like(match?.campaign, names.campaign) ||
      like(match?.template, names.template) ||
      like(match?.subject, names.subject) ||
      like(match?.sender, names.sender)
    )
      return type ?? "triggered"
  return null
}
