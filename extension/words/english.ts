import { pluralEnglish as plural } from "./plural"

/** What the overlay says, in English. Values that are functions get text that is already formatted and quoted. */
export const english = {
  overlay: {
    label: "Cuelight: this visitor's journey",
    journey: "Journey",
    open: "Open",
    collapse: "Make small",
    close: "Hide in this tab (click the Cuelight icon to bring it back)",
    menu: "Menu",
    panel: "Open the side panel",
    back: "Back",
    move: "Move: drag, or use the arrow keys",
    moveHint: "Arrow keys move it",
    showAll: (count: string) => `Show all ${count}`,
    showFewer: "Show fewer",
    running: (_count: number, shown: string) => `${shown} running`,
    missed: (_count: number, shown: string) => `${shown} missed`,
  },
  stage: {
    since: (moment: string) => `since ${moment}`,
    because: "because",
    more: (_count: number, shown: string) => `and ${shown} more`,
    fewer: "less",
    start: "This is where every journey begins.",
    time: "because of the time that has passed",
    position: (position: string, total: string, name: string) => `Stage ${position} of ${total}: ${name}`,
    back: (name: string) => `back from ${name}`,
    none: "No journey yet",
    nowhere: "Cuelight shows this on the pages that it audits. Open a web site and click the Cuelight icon.",
    noneNext: "Reload the page, or open a product: the journey begins with the first event.",
  },
  sections: {
    missed: "Missed",
    running: "Running",
    expected: "Next, if nothing else happens",
    unknown: "Not watched",
    settled: "Settled",
    events: "Just now",
    health: "Needs attention",
  },
  empty: {
    missed: "Nothing missed. Move the clock below to see what is still to come.",
    running: "No scenario is running. Do on the page what a customer would do: that starts them.",
    events: "Nothing seen on this page yet. Open a product, or put one in the cart.",
  },
  followUp: {
    overdue: (duration: string) => `${duration} overdue`,
    in: (channel: string, countdown: string) => `${channel} in ${countdown}`,
    expected: (channel: string, countdown: string) => `${channel} due, ${countdown} left`,
    inTime: (duration: string) => `in ${duration}`,
    left: (duration: string) => `${duration} left`,
    waitsForGoal: "All steps done; waiting for the goal",
    steps: "Steps",
    /** The subject of the sentences below. */
    subject: (channel: string, message: string | null) =>
      message === null ? `The ${channel}` : `${message} (${channel})`,
    missed: (subject: string, due: string, until: string) =>
      `${subject} should have gone out at ${due}. Nobody has seen it by ${until}.`,
    unknown: (subject: string, due: string) =>
      `${subject} was due at ${due}. Nobody watched this channel then, so Cuelight cannot say whether it went out.`,
    scheduled: (subject: string, due: string) => `${subject} is due at ${due}.`,
    due: (subject: string, due: string, until: string) =>
      `${subject} was due at ${due} and may still come until ${until}.`,
    sent: (subject: string, due: string, sent: string) =>
      `${subject} was due at ${due} and went out at ${sent}.`,
    late: (subject: string, due: string, sent: string) =>
      `${subject} was due at ${due} and went out only at ${sent}.`,
    early: (subject: string, due: string, sent: string) =>
      `${subject} was due at ${due} and went out already at ${sent}.`,
    failed: (subject: string, due: string) => `${subject} was due at ${due}, and the sending failed.`,
    withheld: (subject: string) =>
      `${subject} was held back on purpose: this visitor is in the comparison group.`,
    skipped: (subject: string, reason: string) => `${subject} was not sent: ${reason}.`,
    shouldNotHave: (subject: string, sent: string, reason: string) =>
      `${subject} went out at ${sent} and should not have: ${reason}.`,
    scenario: (name: string) => `Scenario: ${name}`,
    unknownReason: "its rules did not allow it",
    noTime: "an unknown time",
  },
  watching: {
    nobody: (channel: string) => `Nobody watches: ${channel}`,
    switch: "I watch this one myself",
    switchFor: (channel: string) => `I watch this one myself: ${channel}`,
    personSince: (moment: string) =>
      `You watch it since ${moment}. What does not come from then on is missed.`,
    person: "You watch it. What does not come from now on is missed.",
    recorder: "Watched by Cuelight on the page",
    sources: (names: string) => `Watched by ${names}`,
    planned: "Planned, not connected yet",
    missing: "Not connected",
    none: "Nobody watches",
    seen: "I have seen it just now",
    notSeen: "Take back: I have not seen it",
    /** Who would have seen the message. */
    you: "you",
    cuelight: "Cuelight on the page",
    nobodyAtAll: "nobody",
    lookedAt: (who: string) => `Who watches: ${who}`,
    lookedAtSince: (who: string, moment: string) => `Who watches: ${who}, since ${moment}`,
  },
  clock: {
    label: "The clock",
    now: "Now",
    hour: "+1 h",
    hourLong: "Move the clock one hour forward",
    day: "+1 day",
    dayLong: "Move the clock one day forward",
    next: "Next step",
    nextAt: (moment: string) => `Move the clock to the next step, ${moment}`,
    nextNone: "No step is waiting for its time",
    ahead: (duration: string) => `Clock ${duration} ahead`,
    behind: (duration: string) => `Clock ${duration} behind`,
    shows: (moment: string) => `It shows ${moment}`,
    backToNow: "Back to now",
  },
  menu: {
    title: "Menu",
    map: "Communication map",
    channels: "Who watches the channels",
    channelsNone: "This map has no channels. Choose another one above.",
    language: "Language",
    site: (host: string) => `This site: ${host}`,
    export: "Save the journey as a file",
    hideSite: "Hide on this site",
    hideSiteNote: "Until you click the Cuelight icon here.",
    options: "All sites and settings",
    forget: "Erase this journey",
    forgetAsk: (host: string) => `Erase all that was recorded on ${host}? This cannot be undone.`,
    forgetYes: "Erase",
    forgetNo: "Keep",
  },
  map: {
    origin: {
      page: "from the page",
      file: "from a file",
      text: "pasted",
      library: "from your maps",
      starter: "starter map",
    },
    choose: "Choose a file",
    paste: "Paste a map",
    pasteLabel: "Map (YAML or JSON)",
    pasteHint: "cuelight: 1",
    use: "Use this map",
    cancel: "Cancel",
    default: "Use the page's map, or the starter map",
    refused: (count: number, shown: string) =>
      `This map has ${shown} ${plural(count, { one: "error", other: "errors" })} and is not used. The map above stays in use. Correct it and try again:`,
    line: (line: string) => `line ${line}`,
    lineAndColumn: (line: string, column: string) => `line ${line}, column ${column}`,
    show: "Show in the text",
    tooLong: (size: string) =>
      `This file has ${size} MB; a map may have 1 MB. The map above stays in use. Choose a smaller file.`,
    unreadable: (name: string) =>
      `${name} could not be read. The map above stays in use. Choose the file again.`,
    empty: "There is no text yet. Paste the map first.",
  },
  health: {
    short: {
      recording: "Recording",
      snippet: "Recording",
      "only-shown": "Nothing is recorded here",
      "no-permission": "No access",
      "snippet-blocked": "Snippet blocked",
      "snippet-missing": "Snippet not found",
      "snippet-mixed": "Snippet blocked",
      "snippet-refused": "Snippet refused",
      "snippet-silent": "Snippet does not start",
      "more-missing": "Snippet incomplete",
      "other-version": "Another version",
      "consent-pending": "Consent not given yet",
      "consent-refused": "Consent refused",
      "collector-refused": "Delivery refused",
      "nothing-seen": "Nothing seen",
      "map-broken": "Map has errors",
      "map-unreachable": "Map not found",
      "map-is-page": "No map there",
      "map-too-large": "Map too large",
      "map-mixed": "Map blocked",
      "map-not-shared": "Map not shared",
      "rule-broken": "Site rule broken",
      "rule-idle": "Site rule fits nothing",
      "events-dropped": "Events lost",
      "journal-broken": "Journal unreadable",
      "disk-full": "Cannot save",
      "in-memory": "Kept in memory only",
      "clock-set-back": "Clock set back",
      "double-snippet": "Snippet twice",
      "data-layer-broken": "Data layer broken",
      "markup-broken": "Product data broken",
      "overlay-removed": "Page removes the overlay",
      "overlay-covered": "Page covers the overlay",
      "overlay-asleep": "Full screen: look only",
      unsaved: "Not saved yet",
      "bad-events": "Events refused",
    },
    recording: "Recording: Cuelight watches this page.",
    snippet: "Recording: the page's own snippet tells what happens.",
    onlyShown: "This journey is only shown: it stands still, and its clock can be moved.",
    noPermission:
      "Chrome took back the right to read this tab. What was recorded is kept. Click the Cuelight icon in the toolbar to go on.",
    snippetBlocked: (where: string | null) =>
      `The page's own security policy (CSP) blocks its snippet${where === null ? "" : ` (${where})`}. Cuelight records in its place, but the site collects nothing. Add the snippet's address to script-src.`,
    snippetMissing: (where: string | null) =>
      `The server has no snippet at the address that the page names${where === null ? "" : ` (${where})`}. Cuelight records in its place, but the site collects nothing. Correct the address in the script tag, or upload the file.`,
    snippetMixed: (where: string | null) =>
      `The page is encrypted (https), and its snippet is asked for without encryption${where === null ? "" : ` (${where})`}, so the browser blocks it. Cuelight records in its place, but the site collects nothing. Write https in the script tag.`,
    snippetRefused: (where: string | null) =>
      `The snippet came, and the browser did not take it for a script${where === null ? "" : ` (${where})`}. Cuelight records in its place, but the site collects nothing. Have the server send it as text/javascript, and compare the hash in the tag (integrity) with the file.`,
    moreMissing: (where: string | null) =>
      `A further file of the page's snippet does not come${where === null ? "" : ` (${where})`}. What is common is recorded; rarer events and repeated delivery are lacking. Put all files of the snippet beside cuelight.js.`,
    otherVersion: (version: string | null) =>
      `The page's snippet is of another version${version === null ? "" : ` (${version})`} than this extension. What it tells is shown as far as it is understood. Update both; where the site is up to date, an old copy comes from a cache: load the page again with Shift held.`,
    snippetSilent: (where: string | null) =>
      `The page names a snippet that does not start${where === null ? "" : ` (${where})`}. Cuelight records in its place, but the site collects nothing. Check the address in the script tag, and try without an ad blocker.`,
    consentPending:
      "The visitor has not decided on consent yet, so the page's snippet stores nothing. Answer the consent banner to go on.",
    consentRefused:
      "The visitor refused consent, so the page's snippet records nothing. Allow it in the site's consent settings to go on.",
    collectorRefused: (answer: string | null) =>
      `The site's endpoint does not take the events${answer === null ? "" : ` (${answer})`}. They wait on this device and are shown here. Show this to the site's developers.`,
    nothingSeen:
      "This page is open for a minute, and nothing of it has come. Load it again; if that does not help, show this to the site's developers.",
    mapBroken:
      "A map has errors and is not used; the last good one stays in use. The menu of the overlay names each line.",
    mapUnreachable: (where: string | null) =>
      `The page's map could not be loaded${where === null ? "" : ` (${where})`}. Another map is in use. Check the address in the script tag, or choose a file.`,
    mapIsPage: (where: string | null) =>
      `A web page came instead of the map${where === null ? "" : ` (${where})`}: often the server's “not found”, or a log-in. Another map is in use. Check the address in data-map, or choose a file.`,
    mapTooLarge: (where: string | null) =>
      `The page's map is larger than 1 MiB${where === null ? "" : ` (${where})`}. Another map is in use. Make it smaller, or choose a file.`,
    mapMixed: (where: string | null) =>
      `The page is encrypted (https), and its map is asked for without encryption${where === null ? "" : ` (${where})`}, so the browser blocks it. Another map is in use. Write https in data-map, or choose a file.`,
    mapNotShared: (where: string | null) =>
      `The page's map lies on another domain${where === null ? "" : ` (${where})`}, which does not answer or does not let this site read it. Another map is in use. Put the map on this site, have that server allow it (Access-Control-Allow-Origin), or choose a file.`,
    ruleBroken: (detail: string | null) =>
      `A site rule of the map cannot be followed on this page${detail === null ? "" : ` (${detail})`}. All others are. Correct it under touchpoints in the map.`,
    ruleIdle: (detail: string | null) =>
      `A site rule of the map has fitted nothing for a while${detail === null ? "" : ` (${detail})`}. Perhaps the site looks different now. Check it under touchpoints in the map.`,
    eventsDropped: (detail: string | null) =>
      `The page's snippet gave up on events${detail === null ? "" : ` (${detail})`}. They are shown here, but the site does not get them. Show this to the site's developers.`,
    diskFull: (reason: string | null) =>
      `What happens cannot be written to the disk${reason === null ? "" : ` (${reason})`}. It waits in the open page and is lost with it. Free some space and keep the tab open: Cuelight tries again by itself.`,
    inMemory: (reason: string | null) =>
      `The browser lets Cuelight write nothing to the disk${reason === null ? "" : ` (${reason})`}. Recording goes on, and is kept until the browser is closed. Save the journey as a file, free some space, and start the browser again.`,
    clockSetBack: (count: number, shown: string) =>
      `The clock of this computer was set back: ${shown} ${plural(count, { one: "event lies", other: "events lie" })} in the future, and ${plural(count, { one: "counts", other: "count" })} only when that time comes. Set the clock right, or erase the journey to begin anew.`,
    journalBroken:
      "Stored events could not be read. New ones are recorded. Save the journey as a file, then erase it to begin anew.",
    doubleSnippet:
      "The page loads the snippet twice. Each event is counted once. Remove one of the two script tags.",
    dataLayerBroken: (detail: string | null) =>
      `The page's data layer cannot be read${detail === null ? "" : ` (${detail})`}. Cart and purchase events may be lacking; all others are kept. Show this to the site's developers.`,
    markupBroken: (detail: string | null) =>
      `Product data of this page has errors${detail === null ? "" : ` (${detail})`}. All else is recorded. Show this to the site's developers.`,
    overlayRemoved:
      "This page keeps removing the overlay, so Cuelight stopped putting it back. Recording goes on. Open the side panel: it shows the same, out of the page's reach.",
    overlayCovered:
      "This page keeps laying something over the overlay, so Cuelight stopped bringing it to the top. Recording goes on. Close what lies over it, or open the side panel: it shows the same, out of the page's reach.",
    overlayAsleep:
      "Something embedded in the page (often a video) fills the screen and takes every click: the overlay can only be looked at. Recording goes on. Press Esc to leave full screen.",
    unsaved: (count: number, shown: string) =>
      `${shown} ${plural(count, { one: "event is", other: "events are" })} not saved yet. Keep the tab open: Cuelight tries again by itself.`,
    unsavedSome: "Some events are not saved yet. Keep the tab open: Cuelight tries again by itself.",
    badEvents: (count: number, shown: string) =>
      `${shown} ${plural(count, { one: "event was", other: "events were" })} not usable and left out. All others count. Show this to the site's developers.`,
    badEventsSome:
      "Some events were not usable and left out. All others count. Show this to the site's developers.",
    showMap: "See what is wrong",
    chooseMap: "Choose another map",
  },
  toast: {
    fired: "Scenario started",
    close: "Close this notice",
  },
  announce: {
    missed: (what: string) => `Missed: ${what}`,
    missedMany: (count: number, shown: string) =>
      `${shown} ${plural(count, { one: "follow-up", other: "follow-ups" })} missed`,
    fired: (name: string) => `Scenario started: ${name}`,
  },
  event: {
    toldBy: (sources: string) => `told by: ${sources}`,
    gesture: (what: string) => `caused by ${what}`,
    pointHint: "Shows on the page what caused it",
    gone: "not on this page",
  },
  fault: {
    title: "The overlay stopped because of an error",
    kept: "Recording goes on, and all that was recorded is kept.",
    again: "Show it again",
  },
}

/** The same keys in another language. */
export type OverlayWords = typeof english
