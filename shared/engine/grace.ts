import type { CommunicationMap } from "../map/communication-map"
import { durationMs } from "../map/duration"

const MINUTE_MS = 60_000

/** Rule 25, the defaults by the channel's id. */
const DEFAULT_GRACE_MS: Record<string, number> = {
  push: 2 * MINUTE_MS,
  popup: 2 * MINUTE_MS,
  chatbot: 2 * MINUTE_MS,
  app: 2 * MINUTE_MS,
  sms: 5 * MINUTE_MS,
  messenger: 5 * MINUTE_MS,
  email: 10 * MINUTE_MS,
  call: 480 * MINUTE_MS,
  offline: 480 * MINUTE_MS,
}

/**
 * How long after its due time a step may still come and count as sent, in ms: the step's own grace, else the
 * channel's, else the default of rule 25.
 */
export function graceMs(map: CommunicationMap, channel: string, stepGrace?: string): number {
  const own = map.channels && Object.hasOwn(map.channels, channel) ? map.channels[channel]?.grace : undefined
  const said = stepGrace ?? own
  if (said !== undefined) return durationMs(said)
  return (Object.hasOwn(DEFAULT_GRACE_MS, channel) ? DEFAULT_GRACE_MS[channel] : undefined) ?? 10 * MINUTE_MS
}
