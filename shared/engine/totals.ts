import { durationMs } from "../map/duration"
import type { MessageType } from "../map/message"
import { shareOf } from "../map/share"
import type { ChannelTotals, PersonResult, RunResult, ScenarioTotals, Totals } from "./audit-result"
import type { CompiledMap } from "./compiled-map"
import type { Person } from "./person"

/** Totals while people are being added, with what the mix needs besides. */
export interface RunningTotals {
  totals: Totals
  /** Messages of the mix's period, of any type. */
  inPeriod: number
}

/** Every id of the map, with 0. */
export function newTotals(compiled: CompiledMap): RunningTotals {
  const scenarios: Totals["scenarios"] = {}
  for (const { id, steps } of compiled.scenarios) {
    const empty: ScenarioTotals = { entered: 0, active: 0, converted: 0, exited: 0, steps: {} }
    for (const step of steps) {
      setOwn(empty.steps, step.id, {
        planned: 0,
        sent: 0,
        late: 0,
        missed: 0,
        skipped: 0,
        opened: 0,
        clicked: 0,
      })
    }
    setOwn(scenarios, id, empty)
  }
  const channels: Totals["channels"] = {}
  for (const id of compiled.channels.keys()) {
    setOwn(channels, id, {
      expected: 0,
      sent: 0,
      delivered: 0,
      opened: 0,
      clicked: 0,
      failed: 0,
      missed: 0,
      cost: 0,
      conversions: 0,
    })
  }
  const stages: Totals["stages"] = {}
  for (const { id } of compiled.stages) setOwn(stages, id, { reached: 0, now: 0 })
  const mix: Totals["mix"] = {}
  for (const [type, target] of Object.entries(compiled.source.mix?.targets ?? {})) {
    mix[type as MessageType] = { sent: 0, share: null, target: shareOf(target) }
  }
  return { totals: { scenarios, channels, stages, mix }, inPeriod: 0 }
}

/** Ids are the map's: one may be called like something that every object has. */
function setOwn<T>(record: Record<string, T>, id: string, value: T): void {
  Object.defineProperty(record, id, { value, enumerable: true, writable: true, configurable: true })
}

export function addTotals(running: RunningTotals, person: Person, result: PersonResult, now: number): void {
  const { totals } = running
  for (const run of result.runs) addRun(totals, run)
  for (const id of new Set(result.stages.map((span) => span.id))) {
    const stage = totals.stages[id]
    if (stage) stage.reached++
  }
  const stage = totals.stages[result.stage.id]
  if (stage) stage.now++
  addMessages(running, person, now)
}

function addRun(totals: Totals, run: RunResult): void {
  const scenario = totals.scenarios[run.scenario]
  if (!scenario) return
  scenario.entered++
  if (run.status === "active") scenario.active++
  if (run.goalAt !== null) scenario.converted++
  if (run.status === "exited") scenario.exited++
  for (const step of run.steps) {
    const counts = scenario.steps[step.id]
    const channel = totals.channels[step.channel]
    if (!counts || !channel) continue
    counts.planned++
    if (step.status === "sent" || step.status === "early") counts.sent++
    if (step.status === "late") counts.late++
    if (step.status === "skipped") counts.skipped++
    if (step.outcomes.opened !== undefined) counts.opened++
    if (step.outcomes.clicked !== undefined) counts.clicked++
    if (step.status === "missed") {
      counts.missed++
      channel.missed++
    }
    if (step.status !== "scheduled" && step.status !== "skipped" && step.status !== "withheld")
      channel.expected++
    if (run.goalStep === step.id) channel.conversions++
  }
}

/** Real messages, planned or not: each costs. */
function addMessages(running: RunningTotals, person: Person, now: number): void {
  const { mix } = person.compiled.source
  const since = mix ? now - durationMs(mix.per) : Number.POSITIVE_INFINITY
  for (const message of person.messages ?? []) {
    const channel: ChannelTotals | undefined = running.totals.channels[message.channel]
    if (channel && message.failed) channel.failed++
    if (message.sentAt === null) continue
    if (channel) {
      channel.sent++
      channel.cost =
        Math.round(channel.sent * (person.compiled.channels.get(message.channel)?.cost ?? 0) * 1e6) / 1e6
      if (message.deliveredAt !== null) channel.delivered++
      if (message.openedAt !== null) channel.opened++
      if (message.clickedAt !== null) channel.clicked++
    }
    if (message.sentAt <= since) continue
    running.inPeriod++
    const entry = message.type && running.totals.mix[message.type]
    if (entry) entry.sent++
  }
}

/** Shares of all messages of the period; null where there were none. */
export function shareMix({ totals, inPeriod }: RunningTotals): void {
  for (const entry of Object.values(totals.mix)) entry.share = inPeriod === 0 ? null : entry.sent / inPeriod
}
