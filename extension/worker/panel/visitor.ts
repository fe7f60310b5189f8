import type { TouchpointEvent } from "../../../shared/event"
import type { TraitView, VisitorState, VisitorView } from "../../panel/states/visitor"
import { inLanguage } from "../compose-state"
import { latestPerson } from "../site-journey"
import { readTab } from "../tab-state"
import { beginVisitor, forgetVisitor, saveVisitor, switchVisitor } from "../visitors"
import type { Worker } from "../worker"
import { PRETENDED } from "./pretend"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

const MOST_TRAITS = 100
const MOST_VALUE = 200

/** The visitor: ids, traits, segments; others to switch to. */
export const visitor: ViewAnswerer<VisitorView> = {
  read: () => null,
  compose: (given) => {
    const { person, loaded, events, at } = given
    const current = latestPerson(loaded) ?? loaded.record.visitor.person
    const own = [...events.values()].filter((event) => event.at <= at && person?.ids.includes(event.person))
    const first = own.reduce((earliest, event) => Math.min(earliest, event.at), Number.POSITIVE_INFINITY)
    return {
      known: person && own.length > 0 ? { ids: person.ids, firstAt: first, events: own.length } : null,
      namedBy: loaded.record.source,
      current,
      saved: (loaded.record.savedVisitors ?? []).map((saved) => ({
        ...saved,
        current: saved.person === current || (person?.ids.includes(saved.person) ?? false),
      })),
      traits: listTraits(own),
      segments: listSegments(given),
    }
  },
  act: async (worker, site, action) => {
    const at = Date.now()
    const changed = await worker.withSite(site, async (loaded, journal) => {
      const { record } = loaded
      const shown = latestPerson(loaded)
      if (action.type === "new") beginVisitor(record, `a-${crypto.randomUUID()}`, shown, at)
      else if (action.type === "save") {
        const name = String(action.name).trim()
        if (name === "" || shown === null) return false
        saveVisitor(record, shown, name, at)
      } else if (action.type === "switch") {
        if (!switchVisitor(record, String(action.person), shown, at)) return false
      } else forgetVisitor(record, String(action.person))
      await journal.writeSite(record)
      return true
    })
    if (changed && action.type === "new") await resetSnippets(worker, site)
    return { changed }
  },
}

/** Where the page's own snippet names the visitor, it is asked to name another one. */
async function resetSnippets(worker: Worker, site: string): Promise<void> {
  const bySnippet = await worker.withSite(site, async ({ record }) => record.source === "snippet")
  if (!bySnippet) return
  for (const { id } of await chrome.tabs.query({})) {
    if (id === undefined || (await readTab(id)).site !== site) continue
    await chrome.scripting
      .executeScript({ target: { tabId: id }, world: "MAIN", func: resetSnippet })
      .catch(() => {})
  }
}

/** Runs in the page: its own public call, as the site itself would make it. */
function resetSnippet(): void {
  const { cuelight } = window as unknown as { cuelight?: { reset?: () => void } }
  cuelight?.reset?.()
}

function listTraits(events: readonly TouchpointEvent[]): TraitView[] {
  const traits = new Map<string, TraitView>()
  for (const { name, props, source } of [...events].sort((one, other) => one.at - other.at)) {
    if (name !== "identify") continue
    for (const [key, value] of Object.entries(props ?? {})) {
      if (value === undefined || value === null) traits.delete(key)
      else {
        const text = typeof value === "string" ? value : JSON.stringify(value)
        traits.set(key, { key, value: text.slice(0, MOST_VALUE), pretended: source === PRETENDED })
      }
    }
  }
  return [...traits.values()].slice(0, MOST_TRAITS)
}

function listSegments({ loaded, language, person, lens }: PanelGiven): VisitorState["segments"] {
  return (loaded.map.segments ?? []).map(({ id, name }) => ({
    id,
    name: inLanguage(name, language) ?? id,
    holds: person?.segments.some((segment) => segment.id === id) ?? false,
    pretended: Object.hasOwn(lens.segments ?? {}, id),
  }))
}
