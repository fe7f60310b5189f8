import type { AuditResult, Finding, Totals } from "../engine/audit-result"

/**
 * The findings as JUnit XML, for CI systems: a suite for each scenario (and one for the rest), a failing case for each
 * finding that is an error or a warning, a skipped one for each note. A suite without findings holds one that passes.
 * Valid by the schema that Jenkins holds reports against (junit-10.xsd of its xUnit plugin), the strictest that CI systems do.
 */
export function writeJunit(result: AuditResult): string {
  return [...listJunit(result.map, result.now, result.findings, result.totals)].join("")
}

/** The same in pieces, for results that nobody holds: findings are read suite by suite. */
export function* listJunit(
  map: string,
  now: string,
  findings: { readonly length: number; at(index: number): Finding | undefined },
  totals: Totals,
): Generator<string, void, undefined> {
  const suites = new Map<string, number[]>([...Object.keys(totals.scenarios), REST].map((id) => [id, []]))
  let failures = 0
  let tests = 0
  for (let index = 0; index < findings.length; index++) {
    const finding = findings.at(index)
    if (!finding) continue
    if (isFailure(finding)) failures++
    tests++
    ;(suites.get(finding.scenario ?? REST) ?? suites.get(REST))?.push(index)
  }
  for (const indexes of suites.values()) if (indexes.length === 0) tests++
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`
  yield `<testsuites name="${escapeXml(map)}" tests="${tests}" failures="${failures}" errors="0">\n`
  for (const [id, indexes] of suites) {
    yield* listSuite(id, now, indexes.length, function* () {
      for (const index of indexes) yield findings.at(index) as Finding
    })
  }
  yield "</testsuites>\n"
}

const REST = "everything else"

function isFailure({ severity }: Finding): boolean {
  return severity !== "info"
}

/** The findings are read twice, once to count and once to write: nobody holds their words. */
function* listSuite(
  id: string,
  now: string,
  count: number,
  read: () => Iterable<Finding>,
): Generator<string, void, undefined> {
  const name = escapeXml(id)
  let failures = 0
  for (const finding of read()) if (isFailure(finding)) failures++
  const skipped = count - failures
  const tests = Math.max(1, count)
  yield `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" timestamp="${now}">\n`
  if (count === 0) yield `    <testcase classname="${name}" name="as planned"/>\n`
  for (const finding of read()) yield `${writeCase(name, finding)}\n`
  yield "  </testsuite>\n"
}

function writeCase(suite: string, finding: Finding): string {
  const title = [
    finding.kind,
    finding.step,
    finding.person,
    finding.line && `line ${finding.line}`,
    finding.at,
  ]
  const open = `    <testcase classname="${suite}" name="${escapeXml(title.filter(Boolean).join(" · "))}"`
  if (!isFailure(finding)) return `${open}><skipped message="${escapeXml(finding.text)}"/></testcase>`
  const evidence = finding.evidence.length > 0 ? `evidence: ${finding.evidence.join(", ")}` : ""
  return `${open}><failure type="${finding.kind}" message="${escapeXml(finding.text)}">${escapeXml(evidence)}</failure></testcase>`
}

/** Text of XML 1.0: the characters that it cannot hold are replaced. */
function escapeXml(text: string): string {
  return [...text]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      const allowed =
        code === 9 ||
        code === 10 ||
        code === 13 ||
        (code >= 0x20 && code < 0xd800) ||
        (code >= 0xe000 && code < 0xfffe) ||
        code > 0xffff
      if (!allowed) return "\ufffd"
      return ENTITIES[letter] ?? letter
    })
    .join("")
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
}
