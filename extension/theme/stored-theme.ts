import { readTheme, type Theme } from "./theme"

/** Calls `take` with the person's colours as they are stored, and whenever they are changed on any page. */
export function followStoredTheme(take: (theme: Theme) => void): void {
  chrome.storage?.local
    .get("settings")
    .then(({ settings }) => take(themeOf(settings)))
    .catch(asTheSystem)
  hearTheme(take)
}

/** Calls `take` whenever the colours are changed on any page, from now on. */
export function hearTheme(take: (theme: Theme) => void): void {
  // Of this area alone: what the worker notes of each page need not be told here.
  chrome.storage?.local.onChanged.addListener((changes) => {
    if (changes.settings) take(themeOf(changes.settings.newValue))
  })
}

function themeOf(settings: unknown): Theme {
  return readTheme((settings as { theme?: unknown } | undefined)?.theme)
}

/** The extension was updated under this page: nothing more is told to it. */
function asTheSystem(): void {}
