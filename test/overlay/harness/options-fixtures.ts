import type { MapSummary, OptionsState } from "../../../extension/options/state"
import type { Language } from "../../../extension/words/language"
import { brokenMapState, dayMs, healthyState, hourMs } from "./fixtures"
import { hostileTexts } from "./hostile-fixtures"

export function noSites(_now: number, language: Language = "en"): OptionsState {
  return {
    language,
    languageFrom: "browser",
    theme: "system",
    tourLeft: false,
    version: "0.1.0",
    retention: { days: null, megabytes: null },
    maps: [],
    sites: [],
    access: { everywhere: false, takenBack: false, single: [] },
  }
}

function ownMap(id: string, title: string, more: Partial<MapSummary>): MapSummary {
  return {
    id,
    title,
    usable: true,
    hasDraft: false,
    changedAt: 0,
    deletedAt: null,
    usedBy: [],
    ...more,
  }
}

function someMaps(now: number, language: Language): MapSummary[] {
  const [spring, plan, old] =
    language === "ru" ? ["Весна", "Новый план", "Прошлый год"] : ["Spring", "New plan", "Last year"]
  return [
    ownMap("m-1", spring, { usedBy: ["shop.example"], hasDraft: true, changedAt: now - hourMs }),
    ownMap("m-2", plan, { usable: false, hasDraft: true, changedAt: now - dayMs }),
    ownMap("m-3", old, { hasDraft: true, changedAt: now - 9 * dayMs }),
    ownMap("m-4", `${old} 2`, { changedAt: now - 9 * dayMs, deletedAt: now - hourMs }),
  ]
}

export function someSites(now: number, language: Language = "en"): OptionsState {
  return {
    ...noSites(now, language),
    languageFrom: "person",
    maps: someMaps(now, language),
    sites: [
      {
        site: "shop.example",
        events: 21,
        firstAt: now - 3 * dayMs,
        lastAt: now - hourMs,
        map: healthyState(now, language).map,
        mapChoice: null,
        hasPageMap: true,
        hidden: false,
      },
      {
        site: "localhost:4173",
        events: 1,
        firstAt: now - 9 * dayMs,
        lastAt: now - 9 * dayMs,
        map: brokenMapState(now, language).map,
        mapChoice: { use: "library", id: "m-1" },
        hasPageMap: false,
        hidden: true,
      },
    ],
  }
}

export function hostileSites(now: number, language: Language = "en"): OptionsState {
  const [site] = someSites(now, language).sites
  if (!site) throw new Error("No site in the fixtures")
  const texts = Object.values(hostileTexts)
  return {
    ...noSites(now, language),
    maps: texts.map((text, index) => ownMap(String(index), text, { usedBy: [text], changedAt: 1e300 })),
    sites: texts.map((text, index) => ({
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
