import { pluralEnglish as plural } from "./plural"

/** What the options page says of the person's own maps and of the editor, in English. */
export const englishMaps = {
  title: "Maps",
  none: "You have no map of your own yet. Begin with a starter map, open a file, or edit a copy of the map of a site.",
  from: "Begin a map",
  starter: "Starter map",
  starters: {
    "online-shop": "Online shop",
    "saas-trial": "Software trial",
    webinar: "Webinar",
    "pickup-and-delivery": "Pick-up and delivery",
    loyalty: "Loyalty",
    empty: "Empty map",
  } as Record<string, string>,
  begin: "Begin",
  openFile: "Open a file",
  unreadable: (name: string) => `${name} could not be read. Nothing was changed.`,
  tooLong: (size: string) => `The file is ${size} MB; a map has at most 1 MB. Nothing was changed.`,
  full: "There is no room for more maps. Delete one first.",
  edit: "Edit",
  rename: "Rename",
  renameLabel: "Name of the map",
  renameDone: "Rename",
  cancel: "Cancel",
  copy: "Duplicate",
  copyOf: (title: string) => `${title} (copy)`,
  save: "Save as a file",
  delete: "Delete",
  deleted: (title: string) => `${title} is deleted.`,
  deletedTitle: (count: number, shown: string) =>
    `${shown} deleted ${plural(count, { one: "map", other: "maps" })}, kept for 30 days`,
  undo: "Undo",
  usedBy: (sites: string) => `in use on ${sites}`,
  unused: "not in use",
  draftOnly: "draft, cannot be used yet",
  hasDraft: "has changes that are not in use yet",
  changed: (moment: string) => `changed ${moment}`,
  back: "All maps",

  editor: {
    label: (title: string) => `Text of the map ${title}`,
    keys: "Tab indents; press Escape, then Tab, to leave the editor. Ctrl+Space proposes what fits.",
    use: "Use this map",
    inUse: "This text is in use.",
    kept: "Draft kept. The last good text stays in use.",
    keptOnly: "Draft kept. It can be used once it has no errors.",
    keeping: "Keeping the draft…",
    notKept: "The draft could not be kept. Do not close this page: save the text as a file.",
    errors: (count: number, shown: string) => `${shown} ${plural(count, { one: "error", other: "errors" })}`,
    warnings: (count: number, shown: string) =>
      `${shown} ${plural(count, { one: "remark", other: "remarks" })}`,
    noRemarks: "No errors and no remarks.",
    problems: "Errors and remarks",
    line: (line: string) => `Line ${line}`,
    proposal: "Better:",
    dropDraft: "Back to the text in use",
    dropAsk: "Throw the draft away and go back to the text in use?",
    drop: "Throw away",
    keep: "Keep the draft",
    gone: "This map is not here any more.",
    elsewhere: "This map was changed in another window. You still see your text.",
    severity: { error: "Error", warning: "Warning", note: "Note" },
  },
}

/** The same keys in another language. */
export type MapsWords = typeof englishMaps
