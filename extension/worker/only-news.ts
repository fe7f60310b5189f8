/**
 * What was last said to the browser of a tab's icon: said again it would cost a way through the browser and change
 * nothing. The browser itself forgets it with each new page of the tab.
 */
const said = new Map<number, Map<string, string>>()

/** True where `value` is not what was last said of this part of the icon; from now on it is. */
export function isNews(tabId: number, part: "badge" | "popup", value: string): boolean {
  const parts = said.get(tabId) ?? new Map<string, string>()
  said.set(tabId, parts)
  const isOther = parts.get(part) !== value
  parts.set(part, value)
  return isOther
}

/** The tab has another page, or is gone. */
export function forgetSaid(tabId: number): void {
  said.delete(tabId)
}
