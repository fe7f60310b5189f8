import { readDataLayerPush } from "./data-layer"
import { type Fields, pickTexts } from "./fields"

/** What GA4 keeps about sessions and pages beside an event's own parameters. */
const bookkeeping =
  /^(ga_session_(id|number)|session_(id|engaged)|engaged_session_event|entrances|ignore_referrer|debug_mode|batch_(ordering|page)_id|synthetic_bundle|firebase_|gtm\.|send_to|event_callback|event_timeout|eventCallback|eventTimeout|page_(location|title|referrer)$|campaign_(source|medium|name|term|content)$)/

const campaignNames = {
  campaign_source: "source",
  campaign_medium: "medium",
  campaign_name: "name",
  campaign_term: "term",
  campaign_content: "content",
} as const

const plainCampaignNames = {
  source: "source",
  medium: "medium",
  campaign: "name",
  term: "term",
  content: "content",
} as const

const allCampaignNames = { ...campaignNames, ...plainCampaignNames }

/** Names and campaign of an event that GA4's parameters tell. */
export interface Ga4Event {
  name: string
  props: Fields
  campaign?: { source?: string; medium?: string; name?: string; term?: string; content?: string }
}

/**
 * An event with GA4's name and parameters, in our words: the recommended ones exactly as the recorder reads them from a
 * data layer, any other (`page_view`, `form_submit`, the site's own) by its own name. `undefined` for what is none, like
 * `gtm.js`. With `plain` also `source`, `medium`… without `campaign_` before them are the campaign's.
 */
export function readGa4Event(name: unknown, parameters: Fields, plain = false): Ga4Event | undefined {
  if (typeof name !== "string" || name.trim() === "" || name.startsWith("gtm.")) return
  const isPlain = plain || name === "campaign_details"
  const named = pickTexts(parameters, isPlain ? allCampaignNames : campaignNames)
  const campaign = named && withoutPlaceholders(named)
  const own: Fields = {}
  for (const [key, value] of Object.entries(parameters)) {
    if (value === undefined || value === null || bookkeeping.test(key)) continue
    if (isPlain && Object.hasOwn(plainCampaignNames, key)) continue
    own[key] = value
  }
  const [recommended] = readDataLayerPush(["event", name, own])
  return {
    name: recommended?.name ?? name,
    props: recommended?.props ?? own,
    ...(campaign && { campaign }),
  }
}

/** `(direct)`, `(none)`, `(not set)`, `<Other>`: GA4's words for nothing known. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === "string" && /^(\(.*\)|<.*>)$/.test(value)
}

export function withoutPlaceholders<Named extends object>(named: Named): Named | undefined {
  const known = Object.entries(named).filter(([, value]) => !isPlaceholder(value))
  return known.length > 0 ? (Object.fromEntries(known) as Named) : undefined
}
