import { pluralEnglish as plural } from "./plural"

/** What the options page says, in English. Values that are functions get text that is already formatted and quoted. */
export const englishOptions = {
  title: "Cuelight: maps, sites and settings",
  sections: "Sections",
  loading: "Asking for what is kept…",
  unreachable: "The extension's worker does not answer. Nothing is lost. Close this page and open it again.",
  notDone: "That could not be done. Nothing was changed. Try it once more.",
  version: (version: string) => `Version ${version}`,

  sites: {
    title: "Sites",
    none: "No site has been looked at yet. Open a page of a shop and click the Cuelight icon in the toolbar: it appears here.",
    events: (count: number, shown: string) => `${shown} ${plural(count, { one: "event", other: "events" })}`,
    noEvents: "no events yet",
    lastSeen: (moment: string) => `last ${moment}`,
    hidden: "The overlay is hidden on this site.",
    show: "Show it again",
    map: "Communication map",
    whichMap: "Which map is used here",
    byItself: "The map that fits by itself",
    byItselfNote:
      "A map given for this site, else one of yours that names it under `sites`, else the page's own, else the starter map for shops.",
    pageMap: "The map that the page names",
    ownMaps: "Your maps",
    starters: "Starter maps",
    edit: "Edit this map",
    adopt: "Edit a copy of this map",
    export: "Save the journey as a file",
    forget: "Erase this site",
    forgetAsk: (site: string) =>
      `Erase the journey, the map and all else that is kept of ${site}? This cannot be undone.`,
  },

  general: {
    title: "General",
    language: "Language",
    browserLanguage: "Browser",
    retention: "How long journeys are kept",
    retentionNote:
      "What is older, or more, is erased for good, on every site: stages and scenarios are then told from what is left. Maps stay.",
    days: "Days",
    megabytes: "Megabytes for each site",
    noLimit: "no limit",
    keepSo: "Keep so",
    keepAsk: (what: string) => `Erase what is ${what}, now and from now on? This cannot be undone.`,
    olderThan: (days: number, shown: string) =>
      `older than ${shown} ${plural(days, { one: "day", other: "days" })}`,
    moreThan: (_megabytes: number, shown: string) => `beyond ${shown} MB a site`,
    or: " or ",
    saved: "Kept so from now on.",
    badNumber: (least: string, most: string) => `A whole number from ${least} to ${most}, or nothing.`,
  },

  erasing: {
    title: "Erase everything",
    note: "The journeys and maps of all sites, your maps and the settings, as if the extension were new.",
    button: "Erase everything",
    ask: (count: number, shown: string) =>
      `Erase all that is kept of ${shown} ${plural(count, { one: "site", other: "sites" })}, all your maps and the settings? This cannot be undone. To have it back later, save everything as a file first.`,
    erase: "Erase",
    keep: "Keep",
  },

  about: {
    title: "About, and what becomes of your data",
    tour: "Take the two-minute tour",
    text: [
      "Cuelight shows, on the live page, which stage of the journey this visitor is in, which scenarios this behaviour has started, and which follow-ups should have gone out and did not.",
      "Everything stays in this browser. Nothing is sent to us or to anybody else: the extension has no server.",
      "It looks at a tab only after you have clicked its icon there, and only at that site. It notes pages, products, carts, purchases and the names of form fields, never what is typed into them.",
      "What it has noted stays until you erase it here, or remove the extension.",
    ],
  },
}

/** The same keys in another language. */
export type OptionsWords = typeof englishOptions
