import { pluralEnglish as plural } from "./plural"

/** What is said about saving, opening and bringing back what is kept, in English. */
export const englishData = {
  title: "Your data",
  saveAll: "Save everything as a file",
  saveAllNote:
    "All journeys, maps, sources of evidence and settings in one file, to be brought back here or in another browser. It holds everything as it is, nothing masked, but never a password or a token of a source: give those again where it is brought back.",
  bringBack: "Bring back a saved file",
  bringBackNote:
    "What is in the file is added to what is here, nothing twice. Nothing that is here is replaced, and nothing is written unless the whole file can be read. Sources of evidence wait until you have looked at them.",
  open: "Open an audit",
  openNote:
    "An audit that somebody saved opens in a tab of its own, to be looked at, with its clock. Nothing of it is added to what is here.",
  collecting: "Collecting what is kept…",
  bringing: (done: string, all: string) => `Bringing back: ${done} of ${all} sites…`,
  brought: (events: number, shown: string) =>
    `Brought back: ${shown} ${plural(events, { one: "event", other: "events" })} were new.`,
  refusedEvents: (count: number, shown: string) =>
    `${shown} ${plural(count, { one: "event", other: "events" })} in the file could not be used and were left out.`,
  notCollected: "Not everything could be read, so nothing was saved. Try it once more.",
  interrupted:
    "It stopped half-way. What was written stays, nothing was lost; open the file again to have the rest.",
  badFile: (name: string) => `${name} cannot be used. Nothing was changed.`,
  others: {
    "no-json": "It is no JSON, or was cut off on its way.",
    audit: "It is a saved audit: open it with “Open an audit” below.",
    newer: "A newer Cuelight has saved it. Update the extension, then choose the file again.",
    foreign: "It was not saved by “Save everything as a file”.",
  },
  tooLarge: "The file is larger than 256 MB.",
  whole: "the file",

  save: {
    title: "Save the journey",
    format: "As",
    formats: {
      audit: "Audit that opens elsewhere",
      csv: "Events as a table (CSV)",
      ndjson: "Events, one a line (NDJSON)",
    },
    mask: "Replace e-mail addresses, phone numbers, names, ids and tokens",
    maskNote: "One value becomes the same mask everywhere, so the journey stays the same.",
    prepare: "Prepare the file",
    masked: (count: number, shown: string) =>
      `${shown} ${plural(count, { one: "value", other: "values" })} will be masked.`,
    unmasked: "Nothing will be masked: the file says who this visitor is, if the site told.",
    size: (size: string) => `${size} MB.`,
    save: "Save the file",
    cancel: "Cancel",
  },
}

/** The same keys in another language. */
export type DataWords = typeof englishData
