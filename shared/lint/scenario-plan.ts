import type { Channel } from "../map/channel"
import type { CommunicationMap } from "../map/communication-map"
import { durationMs } from "../map/duration"
import type { MessageType } from "../map/message"
import type { Outcome, Scenario, Step } from "../map/scenario"

/** How long after the trigger each step is planned, in ms, when nothing defers it. */
export function planOffsetsMs({ steps }: Scenario): number[] {
  let previousMs = 0
  return steps.map(({ after, from }) => {
    const waitMs = after === undefined || after === 0 ? 0 : durationMs(after)
    previousMs = waitMs + (from === "trigger" ? 0 : previousMs)
    return previousMs
  })
}

/** The step that an `ifNot` refers to, and the outcome; null without one. */
export function readIfNot(steps: readonly Step[], index: number): { index: number; outcome: Outcome } | null {
  const ifNot = steps[index]?.ifNot
  if (ifNot === undefined) return null
  if (typeof ifNot === "string") return { index: index - 1, outcome: ifNot }
  return { index: steps.findIndex(({ id }) => id === ifNot.step), outcome: ifNot.outcome }
}

/** The type of what a step says; without a message, or without a type, it is `triggered`. */
export function typeOfStep({ message }: Step, map: CommunicationMap): MessageType {
  return (message === undefined ? undefined : map.messages?.[message]?.type) ?? "triggered"
}

export function channelOfStep({ channel }: Step, map: CommunicationMap): Channel {
  return map.channels?.[channel] ?? {}
}

/** Every step of the map with its scenario and its place. */
export function listSteps(map: CommunicationMap) {
  return (map.scenarios ?? []).flatMap((scenario, scenarioIndex) =>
    scenario.steps.map((step, index) => ({
      scenario,
      step,
      index,
      path: ["scenarios", scenarioIndex, "steps", index] as (string | number)[],
    })),
  )
}
