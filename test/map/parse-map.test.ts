import { describe, expect, it } from "vitest"
import { audit } from "../../shared/engine/journey"
import { parseMap } from "../../shared/map/parse-map"

const HEAD =
  "cuelight: 1\nid: m\nname: Map\ntimeZone: UTC\nstages: [{ id: all }]\nchannels: { email: {}, push: {} }\nmessages: { m: {} }\n"

/** `line:column code` of each problem of a map with these lines after the head (which has 7). */
function problemsOf(yaml: string, head = HEAD): string[] {
  return parseMap(head + yaml).problems.map(({ line, column, code }) => `${line}:${column} ${code}`)
}

/** The message of the only problem. */
function messageOf(yaml: string, head = HEAD): string {
  const { problems } = parseMap(head + yaml)
  expect(problems, JSON.stringify(problems)).toHaveLength(1)
  return problems[0]?.message ?? ""
}

const scenario = (rest: string, steps = "[{ id: a, channel: email }]") =>
  `scenarios:\n  - { id: s, trigger: { event: go }, steps: ${steps}${rest} }\n`

const triggered = (trigger: string) =>
  `scenarios: [{ id: s, trigger: ${trigger}, steps: [{ id: a, channel: email }] }]\n`

describe("what is taken", () => {
  it.each([
    ["nothing but what is required", ""],
    ["x, and whatever is below it", "x: { anything: [1, { deep: true }] }\n"],
    ["texts in languages", "segments: [{ id: a, name: { en: A, ru: А }, when: { event: x } }]\n"],
    ["a goal by its bare name", scenario(", goal: buy")],
    ["a goal with a window", scenario(", goal: { event: [buy, pay], within: P3DT5M }")],
    ["an exit that is one matcher or several", scenario(", exit: [a, { event: b, where: { c: 1 } }]")],
    ["after: 0", scenario("", "[{ id: a, channel: email, after: 0 }]")],
    [
      "every duration",
      scenario(
        ", reentry: { after: 2w }",
        "[{ id: a, channel: email, after: 90s }, { id: b, channel: push, after: PT15M }]",
      ),
    ],
    ["numbers as texts where they are quoted", 'segments: [{ id: "1", when: { event: "1003" } }]\n'],
    ["stages that ask segments that ask later stages", "segments: [{ id: a, when: { stage: late } }]\n"],
  ])("%s", (_what, yaml) => {
    const head = yaml.includes("stage: late")
      ? HEAD.replace("[{ id: all }]", "[{ id: all }, { id: late, when: { event: x } }]")
      : HEAD
    expect(parseMap(head + yaml).problems).toEqual([])
  })

  it("JSON, also indented with tabs and with a byte order mark", () => {
    const map = { cuelight: 1, id: "m", name: "a\tb", timeZone: "UTC", stages: [{ id: "all" }] }
    expect(parseMap(`\ufeff${JSON.stringify(map, null, "\t")}`).map).toEqual(map)
  })

  it("every value as it stands, for round trips", () => {
    const yaml = "segments: [{ id: a, when: { event: v, within: P7D } }]\nx: { a: 1 }\n"
    expect(parseMap(HEAD + yaml).map).toMatchObject({ segments: [{ when: { within: "P7D" } }], x: { a: 1 } })
  })
})

/** The text without its marks `§`, and the `line:column` of each. */
function readMarks(marked: string): { text: string; places: string[] } {
  const places: string[] = []
  let text = ""
  for (const part of marked.split("§")) {
    text += part
    const lines = text.split("\n")
    places.push(`${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`)
  }
  return { text, places: places.slice(0, -1) }
}

describe("errors", () => {
  it.each([
    ["an unknown key", "§chanels: {}\n", "unknown-key"],
    ["a missing key", "segments: [§{ id: a }]\n", "missing-key"],
    ["a number for a text", "currency: §5\n", "bad-type"],
    ["a wall time that is a number", scenario("", "[{ id: a, channel: email, at: §930 }]"), "bad-type"],
    ["a wall time beyond the day", scenario("", '[{ id: a, channel: email, at: §"24:00" }]'), "bad-value"],
    ["a duration of months", scenario("", "[{ id: a, channel: email, after: §P1M }]"), "bad-value"],
    ["a number for a duration", scenario("", "[{ id: a, channel: email, after: §90 }]"), "bad-value"],
    ["an unknown channel", scenario("", "[{ id: a, channel: §emial }]"), "unknown-reference"],
    ["an unknown message", scenario("", "[{ id: a, channel: email, message: §n }]"), "unknown-reference"],
    ["an unknown segment", scenario(", audience: { segment: §no }"), "unknown-reference"],
    ["an unknown stage of a trigger", triggered("{ enters: { stage: §no } }"), "unknown-reference"],
    ["an unknown scenario", triggered("{ goal: §no }"), "unknown-reference"],
    [
      "an unknown channel of a condition",
      "segments: [{ id: a, when: { not: { consent: §fax } } }]\n",
      "unknown-reference",
    ],
    [
      "an unknown segment of a volume",
      "mix: { per: 30d, volume: [{ segment: §no, max: 1 }] }\n",
      "unknown-reference",
    ],
    ["an empty all", "segments: [{ id: a, when: { all: §[] } }]\n", "bad-value"],
    ["an empty any of triggers", triggered("{ any: §[] }"), "bad-value"],
    ["no steps", scenario("", "§[]"), "bad-value"],
    [
      "two steps of one id",
      scenario("", "[{ id: a, channel: email }, { id: §a, channel: push }]"),
      "repeated-id",
    ],
    [
      "two segments of one id",
      "segments: [{ id: a, when: { event: x } }, { id: §a, when: { event: x } }]\n",
      "repeated-id",
    ],
    [
      "ifNot on the first step",
      scenario("", "[{ id: a, channel: email, §ifNot: sent }]"),
      "first-step-if-not",
    ],
    [
      "ifNot of a later step",
      scenario(
        "",
        "[{ id: a, channel: email }, { id: b, channel: push, ifNot: { step: §c, outcome: sent } }, { id: c, channel: push }]",
      ),
      "later-step",
    ],
    [
      "ifNot of the step itself",
      scenario(
        "",
        "[{ id: a, channel: email }, { id: b, channel: push, ifNot: { step: §b, outcome: sent } }]",
      ),
      "later-step",
    ],
    [
      "ifNot of no step",
      scenario(
        "",
        "[{ id: a, channel: email }, { id: b, channel: push, ifNot: { step: §z, outcome: sent } }]",
      ),
      "unknown-reference",
    ],
    ["an unknown schedule", triggered('{ schedule: §"0 10 * * MOON" }'), "bad-value"],
    ["a schedule of six fields", triggered('{ schedule: §"0 0 10 * * MON" }'), "bad-value"],
    ["a schedule with what only some programs know", triggered('{ schedule: §"0 10 L * *" }'), "bad-value"],
    ["a share above 100 %", scenario(", holdout: §101%"), "bad-value"],
    ["a goal that names nothing", scenario(", goal: §{ within: 1d }"), "missing-key"],
    [
      "a circle of segments",
      "segments: [{ id: a, when: §{ segment: b } }, { id: b, when: { not: { segment: a } } }]\n",
      "circle",
    ],
    ["a segment that needs itself", "segments: [{ id: a, when: §{ segment: a } }]\n", "circle"],
    [
      "a list where a filter compares",
      "segments: [{ id: a, when: { event: x, where: { v: §[1] } } }]\n",
      "bad-value",
    ],
    ["an empty comparison", "segments: [{ id: a, when: { event: x, count: §{} } }]\n", "bad-value"],
    ["a touchpoint without what it looks for", "touchpoints: [§{ event: x, on: click }]\n", "bad-value"],
    ["a key given twice", "currency: EUR\n§currency: USD\n", "duplicate-key"],
    ["a forbidden key", "x: { §__proto__: 1 }\n", "forbidden-key"],
  ])("%s", (_what, yaml, code) => {
    const { text, places } = readMarks(HEAD + yaml)
    expect(problemsOf(text, "")).toEqual([`${places[0]} ${code}`])
  })

  it.each([
    ["[{ id: all }]", "§[]", "bad-value"],
    ["[{ id: all }]", "[{ id: a, §when: { event: x } }]", "first-stage-when"],
    ["[{ id: all }]", "[{ id: a }, §{ id: b }]", "missing-key"],
    ["[{ id: all }]", "[{ id: a }, { id: b, when: §{ stage: a } }]", "circle"],
    ["[{ id: all }]", "[{ id: a }, { id: §a, when: { event: x } }]", "repeated-id"],
    ["push: {}", 'push: { quiet: §{ from: "09:00", to: "09:00" } }', "empty-quiet"],
    ["push: {}", "push: { status: §lost }", "bad-value"],
    ["UTC", "§Mars/Base", "bad-value"],
    ["UTC", '§"+03:00"', "bad-value"],
    ["cuelight: 1", "cuelight: §2", "bad-value"],
  ])("%s as %s", (before, after, code) => {
    const { text, places } = readMarks(HEAD.replace(before, after))
    expect(problemsOf(text, "")).toEqual([`${places[0]} ${code}`])
  })

  it("of the text itself", () => {
    expect(problemsOf("segments: [{\n")).toContain("9:1 syntax")
  })

  it("of JSON are placed too, also a key given twice", () => {
    expect(problemsOf('{"cuelight": 1,\n "cuelight": 1}', "")).toEqual(["2:2 duplicate-key"])
    expect(problemsOf('{"x": {"a": ":", "b": "\\":"},\n "__proto__": 1}', "")).toEqual(["2:2 forbidden-key"])
    const [first] = parseMap(
      '{"cuelight": 1,\n "id": "m", "name": "M", "timeZone": "UTC", "stages": [], "y": 1}',
    ).problems
    expect(first).toMatchObject({ line: 2, code: "bad-value", path: "stages" })
  })

  it("are all told at once, in the order of the text, with the path", () => {
    const { problems } = parseMap(
      `${HEAD}currency: euro\n${scenario("", "[{ id: a, channel: emial, message: n, at: 7 }]")}`,
    )
    expect(problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
      "8 currency",
      "10 scenarios[0].steps[0].channel",
      "10 scenarios[0].steps[0].message",
      "10 scenarios[0].steps[0].at",
    ])
  })
})

describe("proposals", () => {
  it.each([
    [scenario("", "[{ id: a, channel: emial }]"), "unknown channel `emial`: did you mean `email`?"],
    [scenario("", "[{ id: a, channel: fax }]"), "unknown channel `fax`"],
    ["segemnts: []\n", "unknown key `segemnts`: did you mean `segments`?"],
    ["segments: [{ id: a, when: { event: x, witin: 7d } }]\n", "unknown key `witin`: did you mean `within`?"],
    [scenario(", reentry: onec"), "re-entry is once, always or { after: 7d }: did you mean `once`?"],
    [
      "segments: [{ id: a, when: purchase }]\n",
      "a text alone is no condition: write { segment: purchase } or { event: purchase }",
    ],
    [
      scenario("", "[{ id: a, channel: email, days: [mno] }]"),
      "expected one of mon, tue, wed, thu, fri, sat, sun, not `mno`: did you mean `mon`?",
    ],
    [
      scenario("", "[{ id: a, channel: email, at: 930 }]"),
      'a wall time is quoted text of four digits: "10:00"; this is the number 930: put it in quotes',
    ],
  ])("%s", (yaml, message) => {
    expect(messageOf(yaml)).toEqual(message)
  })
})

describe("hostile maps", () => {
  const codeOf = (text: string) => parseMap(text).problems[0]?.code

  it("are refused for their size and depth, and never hang", () => {
    expect(codeOf(`${HEAD}x: "${"a".repeat(1_048_576)}"\n`)).toBe("too-large")
    expect(codeOf("[".repeat(20_000))).toBe("too-deep")
    expect(codeOf("- ".repeat(20_000))).toBe("too-deep")
    expect(codeOf(`${HEAD}x: ${"[".repeat(40)}${"]".repeat(40)}\n`)).toBe("too-deep")
    expect(parseMap(`${HEAD}x: ${"[".repeat(29)}${"]".repeat(29)}\n`).problems).toEqual([])
  })

  it("cannot unfold by aliases, nor contain themselves", () => {
    const level = (name: string, of: string) => `${name}: &${name} [${`${of},`.repeat(9)}${of}]\n`
    const bomb = `${level("a", "1")}${level("b", "*a")}${level("c", "*b")}${level("d", "*c")}${level("e", "*d")}f: [*e, *e]\n`
    expect(codeOf(bomb)).toBe("too-large")
    expect(codeOf("a: &a [*a]\n")).toBe("too-deep")
    expect(codeOf("a: *nowhere\n")).toBe("syntax")
  })

  it("are refused for what is no map at all", () => {
    for (const text of [
      "",
      "# nothing",
      "null",
      "5",
      "[]",
      "text",
      "\u0000",
      "---\n---\n",
      '{"cuelight":1',
      "a: .nan\n",
      "? [a]\n: 1\n",
    ]) {
      const { map, problems } = parseMap(text)
      expect(map, text).toBeNull()
      expect(problems.length, text).toBeGreaterThan(0)
      for (const { line, column } of problems) expect([line >= 1, column >= 1]).toEqual([true, true])
    }
  })

  it("with segments that need one another in a chain of thousands are refused, and of a hundred folded", () => {
    const chain = (length: number) => {
      const segments = Array.from({ length }, (_, index) => ({
        id: `s${index}`,
        when: index === 0 ? { event: "go" } : { not: { segment: `s${index - 1}` } },
      }))
      const stages = [{ id: "all" }, ...segments.slice(-1).map(({ id }) => ({ id, when: { segment: id } }))]
      return parseMap(
        JSON.stringify({
          cuelight: 1,
          id: "m",
          name: "M",
          timeZone: "UTC",
          stages,
          segments: segments.reverse(),
        }),
      )
    }
    expect(chain(5_000).problems).toMatchObject([{ code: "too-deep", path: "segments[4899].when" }])
    const { map } = chain(99)
    if (!map) throw new Error("a hundred are too many")
    const events = [{ id: "1", name: "go", at: 0, person: "p", source: "t" }]
    expect(audit(map, events, { now: 0, coverage: "complete" }).people[0]?.stage.id).toBe("s98")
  })

  it("with ten thousand scenarios are read", () => {
    const scenarios = Array.from({ length: 10_000 }, (_, index) => ({
      id: `s${index}`,
      trigger: { event: "go" },
      steps: [{ id: "a", channel: "email" }],
    }))
    const text = JSON.stringify({
      cuelight: 1,
      id: "m",
      name: "M",
      timeZone: "UTC",
      stages: [{ id: "all" }],
      channels: { email: {} },
      scenarios,
    })
    expect(parseMap(text).map?.scenarios).toHaveLength(10_000)
  })
})
