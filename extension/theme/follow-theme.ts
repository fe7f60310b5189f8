import { readTheme, showTheme, type Theme } from "./theme"

/**
 * Imported by the entry of every page, for its effect: the page has the person's colours before anything is drawn, and
 * follows when they are changed elsewhere. `chrome.storage` answers too late for the first picture, so that what it
 * said last is kept beside it.
 */
const key = "theme"

function readLast(): Theme {
  try {
    return readTheme(localStorage.getItem(key))
  } catch {
    // The overlay's frame in a page that is sandboxed has no storage of its own.
    return "system"
  }
}

function take(settings: unknown): void {
  const theme = readTheme((settings as { theme?: unknown } | undefined)?.theme)
  showTheme(theme)
  try {
    localStorage.setItem(key, theme)
  } catch {
    // As above: there it is asked for each time.
  }
}

showTheme(readLast())
chrome.storage?.local
  .get("settings")
  .then(({ settings }) => take(settings))
  .catch(asTheSystem)
chrome.storage?.onChanged.addListener((changes, area) => {
  if (area === "local" && changes.settings) take(changes.settings.newValue)
})

/** The extension was updated under this page: nothing more is told to it. */
function asTheSystem(): void {}
