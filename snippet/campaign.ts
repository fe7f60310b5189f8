import { campaignMarks } from "./campaign-marks"

export interface Arrival {
  campaign?: { source?: string; medium?: string; name?: string; term?: string; content?: string }
  /** Click ids and the rarer parameters, by their own names. */
  ids?: Record<string, string>
}

/** The campaign that the address names, and the click ids in it. Names are Segment's: `utm_campaign` is `name`. */
export function readArrival(address: string): Arrival {
  const arrival: Arrival = {}
  for (const [name, value] of new URL(address).searchParams) {
    const part = /^utm_(source|medium|campaign|term|content)$/.exec(name)?.[1]
    const kind = part ? "campaign" : campaignMarks.test(name) ? "ids" : undefined
    if (value && kind && !value.includes("@") && value !== "removed")
      arrival[kind] = {
        ...arrival[kind],
        [part === "campaign" ? "name" : (part ?? name)]: value.slice(0, 200),
      }
  }
  return arrival
}
