import { describe, expect, it } from "vitest"
import { describePlace } from "../../../shared/map/guide/describe-place"

const root = {
  cuelight: 1,
  stages: [{ id: "all" }, { id: "loyal", name: { en: "Loyal" }, when: { event: "purchase", count: 2 } }],
  segments: [{ id: "vip", when: { not: {} } }],
  channels: { email: { status: "live" }, sms: { name: "SMS" } },
  messages: { hello: {} },
  scenarios: [
    {
      id: "cart",
      trigger: { event: "add_to_cart", for: "1h" },
      audience: {},
      steps: [
        { id: "first", channel: "email" },
        { id: "second", ifNot: { step: "first" } },
      ],
    },
  ],
}
const keysAt = (...path: (string | number)[]) => describePlace(root, path).keys.map(({ key }) => key)
const valuesAt = (...path: (string | number)[]) => describePlace(root, path).values.map(({ value }) => value)

describe("keys", () => {
  it("of the map that are not there yet, those that must be there first", () => {
    expect(keysAt()).toEqual([
      "id",
      "name",
      "timeZone",
      "currency",
      "sites",
      "touchpoints",
      "caps",
      "mix",
      "x",
    ])
  })

  it("of a part below a name of its own", () => {
    expect(keysAt("channels", "sms")).toContain("status")
    expect(keysAt("channels", "sms")).not.toContain("name")
    expect(keysAt("channels", "email")).not.toContain("status")
  })

  it("of the form that is meant", () => {
    expect(keysAt("scenarios", 0, "trigger")).toEqual(["without", "where", "per", "restart"])
    expect(keysAt("stages", 1, "when")).toEqual(["where", "within"])
    expect(keysAt("scenarios", 0, "steps", 1, "ifNot")).toEqual(["outcome"])
  })

  it("of every form where none is meant yet", () => {
    const keys = keysAt("scenarios", 0, "audience")
    for (const key of ["event", "trait", "segment", "all", "not", "inactive"]) expect(keys).toContain(key)
    expect(keys).not.toContain("without")
    expect(keysAt("segments", 0, "when", "not")).toContain("sum")
  })
})

describe("values", () => {
  it.each([
    [
      ["channels", "email", "status"],
      ["live", "planned", "missing"],
    ],
    [
      ["scenarios", 0, "steps", 1, "channel"],
      ["email", "sms"],
    ],
    [["scenarios", 0, "steps", 1, "message"], ["hello"]],
    [["scenarios", 0, "steps", 1, "ifNot", "step"], ["first"]],
    [
      ["scenarios", 0, "continueAfterGoal"],
      ["true", "false"],
    ],
    [
      ["scenarios", 0, "steps", 0, "days", 0],
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    ],
  ])("at %j", (path, values) => {
    expect(valuesAt(...path)).toEqual(values)
  })

  it("that name a part carry its name", () => {
    expect(describePlace(root, ["scenarios", 0, "steps", 1, "channel"]).values).toContainEqual({
      value: "sms",
      description: "SMS",
    })
  })

  it("that are events", () => {
    expect(valuesAt("scenarios", 0, "trigger", "event")).toContain("begin_checkout")
    expect(valuesAt("scenarios", 0, "trigger", "event", 0)).toContain("purchase")
    expect(valuesAt("scenarios", 0, "exit")).toContain("purchase")
  })
})

describe("what is told", () => {
  it("the key, then the kind of value", () => {
    expect(describePlace(root, ["scenarios", 0, "steps", 0, "after"]).description).toBe(
      "How long to wait: 15m, 24h.",
    )
    expect(describePlace(root, ["channels", "email", "grace"]).description).toMatch(
      /^How long after .*\n\nA length of time/s,
    )
    expect(describePlace(root, ["scenarios", 0, "trigger"]).description).toMatch(/not followed/)
    expect(describePlace(root, ["timeZone"], "ru").description).toMatch(/^Часовой пояс/)
    expect(describePlace(root, []).description).toMatch(/^A communication map/)
  })

  it("nothing where the language knows of nothing", () => {
    const nothing = { description: null, keys: [], values: [] }
    expect(describePlace(root, ["chanels"])).toEqual(nothing)
    expect(describePlace(root, ["stages", 0, "id", "deeper"])).toEqual(nothing)
    expect(describePlace(root, ["constructor"])).toEqual(nothing)
    expect(describePlace(null, ["scenarios", 7, "steps", 3, "__proto__"])).toEqual(nothing)
  })
})
