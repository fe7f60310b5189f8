import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

const names = ["firefox-esr", "firefox", "firefox.exe"]
const places = [
  "/Applications/Firefox.app/Contents/MacOS",
  "C:\\Program Files\\Mozilla Firefox",
  "/snap/bin",
  ...(process.env.PATH ?? "").split(delimiter),
]

/** The installed Firefox, or the one that `CUELIGHT_FIREFOX` names; null where there is none. It is not installed for tests. */
export function findFirefox(): string | null {
  const named = process.env.CUELIGHT_FIREFOX
  if (named) return named
  for (const place of places)
    for (const name of names) if (existsSync(join(place, name))) return join(place, name)
  return null
}
