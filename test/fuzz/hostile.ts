import fc from "fast-check"
import { RICH_MAP } from "../engine/rich-map"

const deep = (open: string, close: string, times: number) => `${open.repeat(times)}${close.repeat(times)}`

/** Values that programs have stumbled over. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    -0,
    0.1,
    1e308,
    -1e308,
    2 ** 53,
    5e-324,
    "NaN",
    "\ud800",
    "\udc80",
    "\u0000",
    "\u202e",
    "\u2028",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "+275760-09-13T00:00:00Z",
    "-271821-04-20T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    8.64e15,
    "0000-00-00",
    "2026-02-30",
    "2026-03-02T24:00:00Z",
    "2026-03-02T10:00:00+99:99",
    "PT0S",
    "P999999999D",
    "1e9d",
    "100%",
    "101%",
    "*".repeat(5_000),
    `${"*a".repeat(500)}b`,
    `${"a?".repeat(500)}*`,
    "(a+)+$",
    "a".repeat(10_000),
    [],
    {},
    [[]],
    [null],
    { toString: 1 },
    { length: -1 },
    { 0: "event" },
  ),
)

const eventName = fc.constantFrom(
  "view_item",
  "add_to_cart",
  "purchase",
  "identify",
  "consent",
  "message_sent",
  "message_opened",
  "message_bounced",
  "complaint",
  "__proto__",
)

/** Who does these things is none of the good ones. */
const person = fc.oneof(fc.constantFrom<unknown>("bad", "__proto__", "constructor", "a\u0000b", ""), oddValue)

/** An event, or nearly one. */
const oddEvent = fc
  .record(
    {
      id: oddValue,
      name: fc.oneof(eventName, oddValue),
      at: fc.oneof(
        fc.integer({ min: 1.7e12, max: 1.8e12 }),
        fc.constantFrom("2026-03-02T09:10:00Z"),
        oddValue,
      ),
      person,
      user: fc.oneof(fc.constantFrom<unknown>("mallory"), oddValue),
      props: fc.oneof(
        fc.dictionary(
          fc.constantFrom(
            "channel",
            "provider_id",
            "items",
            "value",
            "timezone",
            "birthday",
            "email",
            "tier",
            "toString",
          ),
          oddValue,
        ),
        oddValue,
      ),
      page: oddValue,
      gesture: oddValue,
      type: fc.oneof(fc.constantFrom("track", "identify", "page"), oddValue),
      event: fc.oneof(fc.constantFrom("Product Added", "purchase", "gtm.js"), oddValue),
      ecommerce: fc.oneof(fc.constant({ add: { products: [{}] } }), oddValue),
      timestamp: fc.oneof(fc.constant("2026-03-02T09:10:00Z"), oddValue),
      event_name: oddValue,
      event_timestamp: fc.oneof(fc.constant("1772445600000000"), oddValue),
      event_params: fc.oneof(fc.constant([{ key: "__proto__", value: { string_value: "x" } }]), oddValue),
      push: fc.oneof(fc.constant([0, "reachGoal", "x"]), oddValue),
      clientId: fc.oneof(fc.constant("bad"), oddValue),
      anonymousId: fc.oneof(fc.constant("bad"), oddValue),
      data: oddValue,
      context: oddValue,
    },
    { requiredKeys: [] },
  )
  // The good ones' names and ids are theirs.
  .filter((event) => !/"(good|other|g[1-5])"/.test(JSON.stringify(event)))

/** What a log can hold where an event should be. No line end within. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: oddEvent.map((event) => JSON.stringify(event)) },
  { weight: 1, arbitrary: oddValue.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: oddEvent.map((event) => JSON.stringify(event).slice(0, -3)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      "{",
      "}",
      "[",
      "]",
      ",",
      '"',
      "NaN",
      "\u0000",
      "\ufeff",
      '{"id":1e999,"name":"x","at":1767225600000,"person":"bad"}',
      '{"name":"x","at":1772445600000,"person":"bad","__proto__":{"admin":1}}',
      '{"name":"x","name":"purchase","at":1772445600000,"person":"bad"}',
      '{"name":"x","at":1772445600000,"person":"\\ud800"}',
      deep("[", "]", 40_000),
      deep('{"a":', "1}", 5_000),
      `{"name":"x","at":1772445600000,"person":"bad","props":{"${"k".repeat(70_000)}":1}}`,
      `{"name":"x","at":1772445600000,"person":"bad","props":${deep("[", "]", 33)}}`,
      `{"name":"purchase","at":1772445600000,"person":"bad","props":{"items":[${"{},".repeat(9_000)}{}]}}`,
    ),
  },
)

/** A whole file that is no log of lines. */
export const anyDocument: fc.Arbitrary<string> = fc.oneof(
  fc.array(oddEvent, { maxLength: 3 }).map((events) => JSON.stringify(events, null, 1)),
  fc.array(oddEvent, { maxLength: 3 }).map((batch) => JSON.stringify({ batch, sentAt: "2026-03-02" })),
  fc.string({ maxLength: 60 }),
)

/** A word of a command line. */
export const anyWord: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "--map",
    "map",
    "--events",
    "log",
    "--json",
    "--strict",
    "--",
    "-",
    "-x",
    "--no",
    "broken",
    "none",
  ),
  fc.constantFrom(
    "--now=2026-03-02T12:00:00Z",
    "--now=NaN",
    "--now=-1",
    "--now=8640000000000001",
    "--map=map",
    "--events=log",
    "--fail-on=missed",
    "--fail-on=__proto__",
    "--format=cuelight",
    "--format=constructor",
    "--coverage=coverage",
    "--coverage=broken",
    "--coverage=complete",
    "--person=good",
    "--person=__proto__",
    "--to=segment",
    "--to=hasOwnProperty",
    "--language=ru",
    "--junit=out",
    "--\u001b[2J",
    `--${"x".repeat(500)}`,
  ),
  fc.string({ maxLength: 10 }),
)

const lines = RICH_MAP.split("\n")

/** Maps of which each is a known kind of trap. */
const traps = [
  "",
  "\ufeff",
  "- a",
  "null",
  "---\n---\n",
  "a: &a [*a]",
  "&a { b: *a }",
  "a: *nowhere",
  `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join("\n")}`,
  `<<: &x { a: 1 }\n<<: *x`,
  deep("[", "]", 30_000),
  deep("{a: ", "}", 3_000),
  `${"- ".repeat(3_000)}x`,
  `${"? ".repeat(3_000)}x`,
  `${"k".repeat(100_000)}: 1`,
  `cuelight: 1\ncuelight: 1`,
  "\tid: x",
  "id: !!js/function 'x'",
  "id: !!binary aaaa",
  `x: ${"9".repeat(5_000)}`,
  `x: 0x${"f".repeat(500)}`,
  "id: 'unclosed",
  'id: "\\ud800"',
  "%YAML 9.9\n---\nid: x",
  "__proto__: { polluted: true }",
  `x: [${"{},".repeat(50_000)}{}]`,
]

const oddYaml = oddValue.map((value) => JSON.stringify(value) ?? "null")

/** A good map with some of its text replaced, moved, doubled or cut; or a trap. */
export const anyMapText: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...traps) },
  {
    weight: 3,
    // One value of one line becomes an odd one.
    arbitrary: fc.tuple(fc.nat(lines.length - 1), fc.nat(8), oddYaml).map(([at, nth, value]) => {
      let seen = 0
      const changed = (lines[at] ?? "").replace(/(: )([^,{}[\]]+|\[[^\]]*\])/g, (whole, colon) =>
        seen++ === nth ? `${colon}${value}` : whole,
      )
      return [...lines.slice(0, at), changed, ...lines.slice(at + 1)].join("\n")
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(RICH_MAP.length), fc.nat(12), fc.string({ maxLength: 6 }))
      .map(([at, cut, put]) => RICH_MAP.slice(0, at) + put + RICH_MAP.slice(at + cut)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1))
      .map(([from, to]) => [...lines.slice(0, to), lines[from], ...lines.slice(to)].join("\n")),
  },
)
