import { pluralEnglish as plural } from "./plural"

/** What the options page says, in English. */
export const englishOptions = {
  title: "Cuelight: sites and settings",
  language: "Language",
  sites: "Sites",
  sitesNone:
    "No site has been looked at yet. Open a page of a shop and click the Cuelight icon in the toolbar: it appears here.",
  events: (count: number, shown: string) => `${shown} ${plural(count, { one: "event", other: "events" })}`,
  noEvents: "no events yet",
  lastSeen: (moment: string) => `last ${moment}`,
  hidden: "The overlay is hidden on this site.",
  show: "Show it again",
  map: "Communication map",
  export: "Save the journey as a file",
  forget: "Erase this site",
  forgetAsk: (site: string) =>
    `Erase the journey, the map and all else that is kept of ${site}? This cannot be undone.`,
  all: "Everything",
  forgetAll: "Erase everything",
  forgetAllNote: "The journeys, maps and settings of all sites, as if the extension were new.",
  forgetAllAsk: (count: number, shown: string) =>
    `Erase all that is kept of ${shown} ${plural(count, { one: "site", other: "sites" })}? This cannot be undone.`,
  erase: "Erase",
  keep: "Keep",
  about: "About, and what becomes of your data",
  aboutText: [
    "Cuelight shows, on the live page, which stage of the journey this visitor is in, which scenarios this behaviour has started, and which follow-ups should have gone out and did not.",
    "Everything stays in this browser. Nothing is sent to us or to anybody else: the extension has no server.",
    "It looks at a tab only after you have clicked its icon there, and only at that site. It notes pages, products, carts, purchases and the names of form fields, never what is typed into them.",
    "What it has noted stays until you erase it here, or remove the extension.",
  ],
  version: (version: string) => `Version ${version}`,
  loading: "Asking for what is kept…",
  unreachable: "The extension's worker does not answer. Nothing is lost. Close this page and open it again.",
}

/** The same keys in another language. */
export type OptionsWords = typeof englishOptions
