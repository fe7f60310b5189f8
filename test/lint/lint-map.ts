import { stringify } from "yaml"
import type { Language } from "../../shared/language"
import type { Finding } from "../../shared/lint/finding"
import { lint, readForLint } from "../../shared/lint/lint"

/** The sections of a map that a test is about; the rest is as small as a map can be. */
export interface Sections {
  stages?: object[]
  segments?: object[]
  channels?: object
  messages?: object
  scenarios?: object[]
  touchpoints?: object[]
  caps?: object[]
  mix?: object
}

/** All that the linter says of a map. Fails where the map itself is broken. */
export function lintMap(sections: Sections | string, language: Language = "en"): Finding[] {
  const text =
    typeof sections === "string"
      ? sections
      : stringify({
          cuelight: 1,
          id: "test",
          name: "Test",
          timeZone: "Europe/Moscow",
          channels: { email: {} },
          stages: [{ id: "start" }],
          ...sections,
        })
  const opened = readForLint(text)
  if (!("read" in opened))
    throw new Error(opened.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"))
  return lint(opened.read, { language })
}

/** What one rule says of a map: `severity path`, in the order of the text. */
export function findingsOf(code: string, sections: Sections | string): string[] {
  return lintMap(sections)
    .filter((finding) => finding.code === code)
    .map(({ severity, path }) => `${severity} ${path}`)
}

/** A scenario with one e-mail at `add_to_cart`, and whatever a test adds. */
export function scenario(added: object = {}): object {
  return {
    id: "one",
    trigger: { event: "add_to_cart" },
    goal: { event: "purchase" },
    steps: [{ id: "email", channel: "email" }],
    ...added,
  }
}
