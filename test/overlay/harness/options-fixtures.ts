import type { OptionsState } from "../../../extension/options/state"
import type { Language } from "../../../extension/words/language"
import { brokenMapState, dayMs, healthyState, hourMs } from "./fixtures"
import { hostileTexts } from "./hostile-fixtures"

export function noSites(_now: number, language: Language = "en"): OptionsState {
  return { language, version: "0.1.0", sites: [] }
}

export function someSites(now: number, language: Language = "en"): OptionsState {
  return {
    ...noSites(now, language),
    sites: [
      {
        site: "shop.example",
        events: 21,
        firstAt: now - 3 * dayMs,
        lastAt: now - hourMs,
        map: healthyState(now, language).map,
        hidden: false,
      },
      {
        site: "localhost:4173",
        events: 1,
        firstAt: now - 9 * dayMs,
        lastAt: now - 9 * dayMs,
        map: brokenMapState(now, language).map,
        hidden: true,
      },
    ],
  }
}

export function hostileSites(now: number, language: Language = "en"): OptionsState {
  const [site] = someSites(now, language).sites
  if (!site) throw new Error("No site in the fixtures")
  return {
    ...noSites(now, language),
    sites: Object.values(hostileTexts).map((text, index) => ({
      ...site,
      site: `${index}-${"long-".repeat(20)}.example`,
      lastAt: index === 0 ? 1e300 : null,
      events: 0,
      map: { ...site.map, origin: "file", name: text, from: text },
    })),
  }
}

export const optionsStates: Record<string, (now: number, language?: Language) => OptionsState> = {
  none: noSites,
  some: someSites,
  hostile: hostileSites,
}
