import type { Finding, PersonResult, Totals } from "../engine/audit-result"

/** The result as JSON in pieces, a person or finding a line: the whole of a large log may be longer than a string can. */
export class ResultJson {
  private held: string
  private isFirst = true

  /** `now` is ISO 8601; `print` takes pieces of some 64 KiB. */
  constructor(
    map: string,
    now: string,
    private readonly print: (piece: string) => void,
  ) {
    this.held = `{"map":${JSON.stringify(map)},"now":${JSON.stringify(now)},\n"people":[`
  }

  person(result: PersonResult): void {
    this.add(result)
  }

  finish(findings: Iterable<Finding>, totals: Totals): void {
    this.held += `],\n"findings":[`
    this.isFirst = true
    for (const finding of findings) this.add(finding)
    this.print(`${this.held}],\n"totals":${JSON.stringify(totals)}}\n`)
    this.held = ""
  }

  private add(element: unknown): void {
    this.held += `${this.isFirst ? "\n" : ",\n"}${JSON.stringify(element)}`
    this.isFirst = false
    if (this.held.length < 65_536) return
    this.print(this.held)
    this.held = ""
  }
}
