/** Light or dark, or as the system has it. */
export type Theme = "system" | "light" | "dark"

export const themes: readonly Theme[] = ["system", "light", "dark"]

/** Anything else, also from a file or an older version, is as the system has it. */
export function readTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system"
}

/** The document's colours follow: `theme.css` reads the mark. */
export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
