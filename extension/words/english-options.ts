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
    access: {
      title: "What is audited without a click",
      text: "A click on the icon audits the tab it is clicked in. “Always audit this site” in the popup does so for one site. Nothing else is looked at.",
      everywhere: "Audit all sites without a click",
      means:
        "Then Cuelight records on every page you open in this browser, also on pages that are no shop: your bank, your company, other people's sites. It all stays in this browser. The browser will ask you for “all your data on all websites”, which is what this needs. Pages that are open count from their next load on.",
      on: "All sites are audited now, each from its next page on.",
      off: "All sites are no longer audited, and the browser has the permission back. Pages that are open end at their next load.",
      refused: "The browser was not given the permission. Nothing has changed.",
      takenBack:
        "It was switched on here, but the browser does not allow it any more: the permission was taken back in its settings. Switch it on again to be asked again.",
      undo: "Undo",
      single: "Single sites",
      stopShort: "Stop",
      stop: (site: string) => `Stop auditing ${site} by itself`,
    },
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
      "A map given for this site, else one of yours that names it, else the page's own, else the starter map for shops.",
    pageMap: "The map that the page names",
    ownMaps: "Your maps",
    starters: "Starter maps",
    edit: "Edit this map",
    adopt: "Edit a copy of this map",
    export: "Save the journey as a file",
    forget: "Erase this site",
    forgetAsk: (site: string) =>
      `Erase the journey, the map, the sources of evidence and all else that is kept of ${site}? This cannot be undone.`,
  },

  general: {
    title: "General",
    language: "Language",
    browserLanguage: "Browser",
    theme: "Colours",
    themes: { system: "System", light: "Light", dark: "Dark" },
    retention: "How long journeys are kept",
    retentionNote:
      "Events that are older, or beyond that size, are erased for good, on every site, also while no page is open: stages and scenarios are then told from what is left. Maps, sources and settings stay.",
    days: "Days",
    megabytes: "Megabytes for each site",
    noLimit: "no limit",
    keepSo: "Keep so",
    keepAsk: (what: string, now: string) =>
      `Erase the events that are ${what}, now and from now on? ${now} This cannot be undone.`,
    olderThan: (days: number, shown: string) =>
      `older than ${shown} ${plural(days, { one: "day", other: "days" })}`,
    moreThan: (_megabytes: number, shown: string) => `beyond ${shown} MB a site`,
    or: " or ",
    goesNow: (events: number, shown: string) =>
      events === 0
        ? "Right now nothing goes."
        : `Right now ${shown} ${plural(events, { one: "event goes", other: "events go" })}.`,
    saved: "Kept so from now on.",
    badNumber: (least: string, most: string) => `A whole number from ${least} to ${most}, or nothing.`,
  },

  erasing: {
    title: "Erase everything",
    note: "The journeys and maps of all sites, your maps, the sources of evidence with their tokens, and the settings, as if the extension were new. The browser gets back the sites that it was asked for.",
    button: "Erase everything",
    ask: (count: number, shown: string) =>
      `Erase all that is kept of ${shown} ${plural(count, { one: "site", other: "sites" })}, all your maps, the sources of evidence and the settings? This cannot be undone. To have it back later, save everything as a file first.`,
    erase: "Erase",
    keep: "Keep",
  },

  about: {
    title: "About, and what becomes of your data",
    tour: "Take the two-minute tour",
    tourOn: "Go on with the two-minute tour",
    text: [
      "Cuelight shows, on the live page, which stage of the journey this visitor is in, which scenarios this behaviour has started, and which follow-ups should have gone out and did not.",
      "Everything stays in this browser. Nothing is sent to us or to anybody else: the extension has no server, and no code comes from elsewhere.",
    ],
    kept: "What is kept, and where",
    keptWhat: [
      [
        "Journeys",
        "Pages, products, carts, purchases and the names of form fields of the sites you audit, never what is typed into them. In the extension's own database, until you erase it, a limit of yours does, or you remove the extension.",
      ],
      ["Maps", "Yours, with their drafts and what you have muted. In the same place."],
      [
        "Sources of evidence",
        "Their addresses, and apart from them their passwords and tokens, where no page can read them. A token goes to its own service and nowhere else: not into files, not to us.",
      ],
      ["Settings", "Language, colours, limits. In the extension's settings, which are not synchronised."],
    ],
    rights: "What it asks the browser for, and why",
    rightsWhat: [
      ["This tab", "To look at a tab after you have clicked the icon there, and at no other."],
      [
        "Single sites",
        "Only when you ask for one, or for all: to audit it without a click, or to look into a source of evidence.",
      ],
      [
        "Scripts",
        "To put the recorder and the overlay, which are part of the extension, into the page you audit.",
      ],
      ["Storage", "To keep what is listed above."],
      [
        "Alarms",
        "To wake up when a follow-up falls due, a source is to be looked at, or something old goes.",
      ],
      ["Side panel", "To show the panel beside the page."],
    ],
  },
}

/** The same keys in another language. */
export type OptionsWords = typeof englishOptions
