/** Ids that advertisers and mailers append to links: Google's, Meta's, Yandex's and their like. */
export const clickId =
  /clid$|^(wb|gb)raid$|^(gad_source|li_fat_id|igshid|epik|rdt_cid|sccid|mc_cid|_kx|vk_click)$/

export interface Arrival {
  campaign?: { source?: string; medium?: string; name?: string; term?: string; content?: string }
  /** Click ids and the rarer parameters, by their own names. */
  ids?: Record<string, string>
}

/** Each event asks again. */
let known: { address?: string; arrival?: Arrival } = {}

/** The campaign that the address names, and the click ids in it. Names are Segment's: `utm_campaign` is `name`. */
export function readArrival(address: string): Arrival {
  if (known.address !== address) known = { address, arrival: parseArrival(address) }
  return known.arrival!
}

function parseArrival(address: string): Arrival {
  const campaign: Record<string, string> = {}
  const ids: Record<string, string> = {}
  for (const [name, value] of new URL(address).searchParams) {
    const part = /^utm_(source|medium|campaign|term|content)$/.exec(name)?.[1]
    if (!value || value.includes("@")) continue
    if (part) campaign[part === "campaign" ? "name" : part] = value.slice(0, 200)
    else if (name.startsWith("utm_") || clickId.test(name)) ids[name] = value.slice(0, 200)
  }
  return {
    ...(Object.keys(campaign).length > 0 && { campaign }),
    ...(Object.keys(ids).length > 0 && { ids }),
  }
}
