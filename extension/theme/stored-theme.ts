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
  chrome.storage?.onChanged.addListener((changes, area) => {
    if (area === "local" && changes.settings) take(themeOf(changes.settings.newValue))
  })
}

function themeOf(settings: unknown): Theme {
  return readTheme((settings as { theme?: unknown } | undefined)?.theme)
}

/** The extension was updated under this page: nothing more is told to it. */
function asTheSystem(): void {}
