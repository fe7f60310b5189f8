import * as fc from "fast-check"
import type { TouchpointEvent } from "../../shared/event"

/** 2026-03-02, a Monday, 09:00 in Berlin. */
export const START = Date.UTC(2026, 2, 2, 8)

const MINUTE = 60_000

/** Instants that meet one another's deadlines often: whole minutes, and now and then one millisecond beside. */
const anyAt = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(0, 0, 0, 0, 1, -1))
  .map(([minutes, beside]) => START + minutes * MINUTE + beside)

const anyName = fc.constantFrom("page_view", "view_item", "add_to_cart", "purchase", "checkout", "complaint")

const anyItem = fc.record(
  {
    item_id: fc.constantFrom("a", "b"),
    value: fc.constantFrom(10, 45, 60),
    transaction_id: fc.constantFrom("t1", "t2", "t3", "t4"),
  },
  { requiredKeys: [] },
)

const anyTraits = fc.record(
  {
    email: fc.constantFrom("x@example.com", "y@example.com", null),
    phone: fc.constantFrom("+1", null),
    tier: fc.constantFrom("gold", "silver", null),
    birthday: fc.constantFrom("1990-03-02", "1990-03-01", "soon"),
    timezone: fc.constantFrom("Europe/Moscow", "America/New_York", "Asia/Tokyo", "nowhere"),
  },
  { requiredKeys: [] },
)

const anyConsent = fc.dictionary(
  fc.constantFrom("email", "push", "marketing"),
  fc.constantFrom("granted", "granted", "denied"),
  { maxKeys: 2 },
)

const anyEvidenceName = fc.constantFrom(
  "message_sent",
  "message_sent",
  "message_delivered",
  "message_shown",
  "message_opened",
  "message_clicked",
  "message_bounced",
  "message_failed",
  "message_unsubscribed",
)

const anyEvidence = fc
  .tuple(
    fc.constantFrom("email", "email", "push", "sms", "popup"),
    fc.constantFrom(
      {},
      { scenario: "cart", step: "email" },
      { scenario: "cart", step: "push" },
      { scenario: "hello", step: "email" },
      { message: "promo" },
      { message: "reminder" },
      { campaign: "cart-1" },
      { template: "promo" },
      { subject: "Your cart" },
    ),
    fc.constantFrom({}, {}, { provider_id: "p1" }, { provider_id: "p2" }, { provider_id: "p3" }),
    fc.constantFrom({}, {}, { machine: true }, { bounce: "soft" }),
  )
  .map(([channel, names, provider, rest]) => ({ channel, ...names, ...provider, ...rest }))

const anyWhat = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(anyName, anyItem) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("identify"), anyTraits) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("consent"), anyConsent) },
  { weight: 4, arbitrary: fc.tuple(anyEvidenceName, anyEvidence) },
)

/** One event without its id. `people`: the ids that may occur; users only where there are some. */
function anyEvent(people: string[], users: string[]) {
  const anyUser =
    users.length === 0
      ? fc.constant(undefined)
      : fc.option(fc.constantFrom(...users), { freq: 6, nil: undefined })
  return fc
    .tuple(anyAt, anyWhat, fc.constantFrom(...people), anyUser)
    .map(([at, [name, props], person, user]) => ({
      name,
      at,
      person,
      ...(user !== undefined && { user }),
      props: props as Record<string, unknown>,
      source: "test",
    }))
}

/** A log in any order of time. Ids are e0, e1, …: the places in the log. */
export function anyLog({
  people = ["p"],
  users = [] as string[],
  most = 40,
} = {}): fc.Arbitrary<TouchpointEvent[]> {
  return fc
    .array(anyEvent(people, users), { minLength: 1, maxLength: most })
    .map((events) => events.map((event, index) => ({ id: `e${index}`, ...event })))
}

/** An instant somewhere in or after the log. */
export const anyNow = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom(0, 0, 1, -1))
  .map(([minutes, beside]) => START + minutes * MINUTE + beside)
