import type { FindingSeed } from "../finding"
import { HeldTexts } from "./held-texts"

/** What many findings have in common; there are only as many as the map has steps and kinds, and the log has names. */
type Form = Pick<FindingSeed, "kind" | "scenario" | "step" | "channel" | "reason">

const NO_EVIDENCE: readonly string[] = []
const NO_LINE = 0

/**
 * Findings as they wait for their place in the list, in columns: no words yet, and nothing of the fold. An object for
 * each, with a list of its evidence, takes five times the room, and the findings of a long log are most of what its audit
 * holds.
 */
export class HeldFindings {
  length = 0
  private ats = new Float64Array(64)
  /** By their numbers in `forms`, and in `people`. */
  private formOf = new Uint32Array(64)
  private personOf = new Uint32Array(64)
  /** From 1. */
  private lines = new Uint32Array(64)
  private readonly forms: Form[] = []
  private readonly numbers = new Map<string, number>()
  private readonly people: (string | null)[] = []
  /** Most have the id of one event or message, by its number in `texts`; 0 where there is none, or there are several. */
  private evidenceOf = new Uint32Array(64)
  private readonly texts = new HeldTexts()
  /** By the number of the finding: few have several. */
  private readonly severalOf = new Map<number, readonly string[]>()
  /** By the number of the finding: few have one. */
  private readonly details = new Map<number, string>()

  /** Those of a person come one after another. */
  add(seed: FindingSeed, person: string | null, line = NO_LINE): void {
    const index = this.length++
    if (index === this.ats.length) this.grow()
    this.ats[index] = seed.at
    this.formOf[index] = this.findForm(seed)
    if (this.people.length === 0 || this.people[this.people.length - 1] !== person) this.people.push(person)
    this.personOf[index] = this.people.length - 1
    this.lines[index] = line
    const [first] = seed.evidence
    if (seed.evidence.length > 1) this.severalOf.set(index, seed.evidence.slice())
    else if (first !== undefined) this.evidenceOf[index] = this.texts.add(first)
    if (seed.detail !== undefined) this.details.set(index, seed.detail)
  }

  at(index: number): number {
    return this.ats[index] ?? 0
  }

  kind(index: number): Form["kind"] {
    return this.form(index).kind
  }

  person(index: number): string | null {
    return this.people[this.personOf[index] ?? 0] ?? null
  }

  /** Null where it is not about a line. */
  line(index: number): number | null {
    return this.lines[index] || null
  }

  seed(index: number): FindingSeed {
    const text = this.evidenceOf[index] ?? 0
    return {
      ...this.form(index),
      at: this.at(index),
      evidence: text === 0 ? (this.severalOf.get(index) ?? NO_EVIDENCE) : [this.texts.at(text)],
      detail: this.details.get(index),
    }
  }

  /** By time, kind, person, scenario, step, line. */
  compare(one: number, other: number): number {
    const before = this.at(one) - this.at(other)
    if (before !== 0) return before
    const [form, otherForm] = [this.form(one), this.form(other)]
    return (
      compareTexts(form.kind, otherForm.kind) ||
      compareTexts(this.person(one), this.person(other)) ||
      compareTexts(form.scenario, otherForm.scenario) ||
      compareTexts(form.step, otherForm.step) ||
      (this.lines[one] ?? 0) - (this.lines[other] ?? 0)
    )
  }

  private form(index: number): Form {
    return this.forms[this.formOf[index] ?? 0] as Form
  }

  private findForm({ kind, scenario, step, channel, reason }: FindingSeed): number {
    const name = JSON.stringify([kind, scenario, step, channel, reason])
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const number = this.forms.push({ kind, scenario, step, channel, reason }) - 1
    this.numbers.set(name, number)
    return number
  }

  private grow(): void {
    const room = this.length * 2
    this.ats = copyInto(new Float64Array(room), this.ats)
    this.formOf = copyInto(new Uint32Array(room), this.formOf)
    this.personOf = copyInto(new Uint32Array(room), this.personOf)
    this.lines = copyInto(new Uint32Array(room), this.lines)
    this.evidenceOf = copyInto(new Uint32Array(room), this.evidenceOf)
  }
}

function copyInto<Column extends Float64Array | Uint32Array>(wider: Column, column: Column): Column {
  wider.set(column)
  return wider
}

function compareTexts(one: string | null, other: string | null): number {
  const [first, second] = [one ?? "", other ?? ""]
  return first < second ? -1 : first > second ? 1 : 0
}
