import { useEffect, useState } from "react"

/** Where on the options page one is: a section, or a map in the editor. Stands in the address, so that "back" works. */
export type Route = { at: "sections"; section: string | null } | { at: "map"; id: string }

function readRoute(hash: string): Route {
  const [first = "", second = ""] = hash.replace(/^#/, "").split("=")
  if (first === "map" && second !== "") return { at: "map", id: decodeText(second) }
  return { at: "sections", section: first === "" ? null : decodeText(first) }
}

export function openMap(id: string): void {
  location.hash = `map=${encodeURIComponent(id)}`
}

/** The place that the address names, now and whenever it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(() => location.hash)
  useEffect(() => {
    const hear = () => setHash(location.hash)
    addEventListener("hashchange", hear)
    return () => removeEventListener("hashchange", hear)
  }, [])
  return readRoute(hash)
}

/** Anybody can write an address. */
function decodeText(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ""
  }
}
