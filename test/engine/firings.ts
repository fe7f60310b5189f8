import { scenarioOf, type Told, tell } from "./story"

/** Trigger times (and keys) of the runs of a scenario with this trigger. */
export function firings(
  trigger: unknown,
  told: Told[],
  now: string,
  rest: object = {},
  more: object = {},
): string[] {
  const steps = [{ id: "email", channel: "email" }]
  const sections = {
    ...scenarioOf(steps, { trigger, ...rest }),
    channels: { email: { grace: "0s" } },
    ...more,
  }
  return tell(sections, told, now).result.people.flatMap(({ runs }) =>
    runs
      .filter(({ scenario }) => scenario === "s")
      .map(({ triggeredAt, key }) => (key === null ? triggeredAt : `${triggeredAt} ${key}`)),
  )
}
