/** Ids that advertisers and mailers append to links: Google's, Meta's, Yandex's and their like. */
export const clickId =
  /clid$|^(wb|gb)raid$|^(gad_source|li_fat_id|igshid|epik|rdt_cid|sccid|mc_cid|_kx|vk_click)$/

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
    const kind = part ? "campaign" : name.startsWith("utm_") || clickId.test(name) ? "ids" : undefined
    if (value && kind && !value.includes("@"))
      arrival[kind] = {
        ...arrival[kind],
        [part === "campaign" ? "name" : (part ?? name)]: value.slice(0, 200),
      }
  }
  return arrival
}
