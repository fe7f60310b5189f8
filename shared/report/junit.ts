import type { AuditResult, Finding } from "../engine/audit-result"

/**
 * The findings as JUnit XML, for CI systems: a suite for each scenario (and one for the rest), a failing case for each
 * finding that is an error or a warning, a skipped one for each note. A suite without findings holds one that passes.
 */
export function writeJunit(result: AuditResult): string {
  const suites = new Map<string, Finding[]>(
    [...Object.keys(result.totals.scenarios), REST].map((id) => [id, []]),
  )
  for (const finding of result.findings)
    (suites.get(finding.scenario ?? REST) ?? suites.get(REST))?.push(finding)
  const bodies = [...suites].map(([id, findings]) => writeSuite(id, findings))
  const failures = result.findings.filter(isFailure).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(result.map)}" tests="${bodies.reduce((sum, { tests }) => sum + tests, 0)}" failures="${failures}" timestamp="${result.now}">`,
    ...bodies.map(({ text }) => text),
    "</testsuites>",
    "",
  ].join("\n")
}

const REST = "everything else"

function isFailure({ severity }: Finding): boolean {
  return severity !== "info"
}

function writeSuite(id: string, findings: Finding[]): { tests: number; text: string } {
  const name = escapeXml(id)
  const cases = findings.map((finding) => {
    const title = [
      finding.kind,
      finding.step,
      finding.person,
      finding.line && `line ${finding.line}`,
      finding.at,
    ]
    const open = `    <testcase classname="${name}" name="${escapeXml(title.filter(Boolean).join(" · "))}"`
    if (!isFailure(finding)) return `${open}><skipped message="${escapeXml(finding.text)}"/></testcase>`
    const evidence = finding.evidence.length > 0 ? `evidence: ${finding.evidence.join(", ")}` : ""
    return `${open}><failure type="${finding.kind}" message="${escapeXml(finding.text)}">${escapeXml(evidence)}</failure></testcase>`
  })
  if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="as planned"/>`)
  const failures = findings.filter(isFailure).length
  const skipped = findings.length - failures
  const text = [
    `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" skipped="${skipped}">`,
    ...cases,
    "  </testsuite>",
  ].join("\n")
  return { tests: cases.length, text }
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
