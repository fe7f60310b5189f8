import { followStoredTheme } from "./stored-theme"
import { readTheme, showTheme, type Theme } from "./theme"

/**
 * Imported by the entries of the pages, for its effect: the page has the person's colours before anything is drawn, and
 * follows when they are changed elsewhere. `chrome.storage` answers too late for the first picture, so that what it
 * said last is kept beside it. The overlay's frame has no storage that outlives a page: the worker tells it.
 */
const key = "theme"

function readLast(): Theme {
  try {
    return readTheme(localStorage.getItem(key))
  } catch {
    // Where the browser keeps nothing for us.
    return "system"
  }
}

showTheme(readLast())
followStoredTheme((theme) => {
  showTheme(theme)
  try {
    localStorage.setItem(key, theme)
  } catch {
    // As above: there it is asked for each time.
  }
})
