import type { CompiledMap } from "./compiled-map"
import type { Situation } from "./condition"
import type { Logged } from "./entry"
import { Facts } from "./facts"
import type { FindingSeed } from "./finding"
import { Kept } from "./kept"
import { isPresent, Memberships } from "./memberships"
import type { Message } from "./message"
import type { Run } from "./run"
import type { Send } from "./sends"
import { makeRoom, withLast } from "./small-list"
import type { Zone } from "./zone"

/** From so many sends on, old ones are looked for. */
const MOST_SENDS = 32

const NO_RUNS: Run[] = []

/** One person's journey as the fold holds it. Small while quiet: everything rare is made when it is needed. */
export class Person extends Kept implements Situation {
  facts: Facts
  user: string | null = null
  /** Every id the person has been known by, in order. */
  ids: string[] = []
  /** Made of several people (rule 5). */
  joined = false
  /** The order of the person's first event among all. */
  firstPlace = 0
  memberships: Memberships
  runs: Run[] = NO_RUNS
  /** By scenario index. */
  runsByScenario: (Run[] | undefined)[] | null = null
  /** Runs that have not been seen to be over. */
  activeRuns: Run[] = NO_RUNS
  /** Runs whose goal may still be reached. */
  goalRuns: Run[] = NO_RUNS
  messages: Message[] | null = null
  byProvider: Map<string, Message> | null = null
  /** What caps count. */
  sends: Send[] | null = null
  findings: FindingSeed[] | null = null
  firedDates: Set<string> | null = null
  firedWalls: Map<number, number> | null = null
  /** The next instant at which something may happen by time alone. Never too late; may be too early. */
  wakeAt = Number.POSITIVE_INFINITY
  /** The same of timer triggers alone, and of steps alone. */
  timersAt = Number.POSITIVE_INFINITY
  stepsAt = Number.POSITIVE_INFINITY
  /** So many times has time alone begun a run, or would have, since the last event. */
  begunByTime = 0
  /** A schedule waits for its audience: what that asks for may wake it, or, `lightly`, whatever the person does. */
  sleeps: "deeply" | "lightly" | null = null
  /** The last instant that has been processed. */
  processedAt = Number.NEGATIVE_INFINITY
  /** The events in order, from the latest back, for a merge or a late event; null where the journey keeps no history. */
  log: Logged | null = null

  constructor(readonly compiled: CompiledMap) {
    super()
    this.facts = new Facts(compiled.slots)
    this.memberships = new Memberships(compiled.segments.length)
  }

  /** By the user id, before that by the first anonymous id (rule 4). */
  get name(): string {
    return this.user ?? this.ids[0] ?? ""
  }

  /** The zone of the person's walls, as known now; the map's where it is missing or no zone (rule 17). */
  zone(): Zone {
    return this.facts.zone ?? this.compiled.zone
  }

  inSegment(index: number, at: number): boolean {
    return isPresent(this, "segment", index, at)
  }

  inStage(index: number, at: number): boolean {
    return isPresent(this, "stage", index, at)
  }

  runsOf(scenario: number): Run[] {
    return this.runsByScenario?.[scenario] ?? NO_RUNS
  }

  addRun(run: Run): void {
    const { index } = run.scenario
    this.runs = withLast(this.runs, run)
    this.runsByScenario ??= makeRoom(this.compiled.scenarios.length)
    this.runsByScenario[index] = withLast(this.runsByScenario[index] ?? NO_RUNS, run)
  }

  /** Sends that no cap can count any more are let go. */
  addSend(send: Send): void {
    this.sends ??= []
    if (this.sends.length >= MOST_SENDS && this.sends.length % MOST_SENDS === 0) {
      const since = this.processedAt - this.compiled.longestCapMs
      this.sends = this.sends.filter(({ at }) => at >= since)
    }
    this.sends = withLast(this.sends, send)
  }

  addFinding(seed: FindingSeed): void {
    this.findings = withLast(this.findings ?? [], seed)
  }
}
