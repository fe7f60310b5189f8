import type { Lens, PanelAnswer, PanelHead, PanelState, ViewId } from "../../panel/state"
import type { Language } from "../../words/language"
import { inLanguage, nameJourney } from "../compose-state"
import { coverageOf } from "../coverage"
import { readSettings } from "../settings"
import { latestPerson, type SiteJourney } from "../site-journey"
import { earliest, judgeTabHealth } from "../tab-health"
import { readClock, readTab, type TabState } from "../tab-state"
import type { Worker } from "../worker"
import { pretend } from "./pretend"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"
import { answerers } from "./views"

/** The state of one view for a site, through the panel's lens. */
export async function composePanel(
  worker: Worker,
  { site, tabId }: { site: string; tabId: number },
  asked: { view: ViewId; question: unknown; lens: Lens },
): Promise<PanelAnswer> {
  const { language } = await readSettings()
  const clockOffsetMs = await readClock(site)
  const tab = await readTab(tabId)
  return worker.withSite(site, async (loaded) => ({
    panel: await composeView(
      giveJourney(loaded, { language, clockOffsetMs, tab, lens: asked.lens, now: Date.now() }),
      asked.view,
      asked.question,
    ),
  }))
}

/** The journey of a site as a panel looks at it; `tab` is null where no page is recorded, as of a saved file. */
export function giveJourney(
  loaded: SiteJourney,
  through: { language: Language; clockOffsetMs: number; tab: TabState | null; lens: Lens; now: number },
): PanelGiven {
  const { record, map } = loaded
  const { language, clockOffsetMs, tab, lens, now } = through
  const at = lens.at ?? now + clockOffsetMs
  const id = latestPerson(loaded)
  const { journey, events } = pretend(loaded, lens.pretended, id, lens.segments)
  const { health, changesAt } = tab ? judgeTabHealth(loaded, tab, now) : nothingRecorded
  journey.setCoverage(coverageOf(record, Object.keys(map.channels ?? {}), at, loaded.sources, at - now))
  const result = journey.result(at)
  return {
    site: record.site,
    loaded,
    language,
    lens,
    at,
    now: now + clockOffsetMs,
    clockOffsetMs,
    journey,
    events,
    result,
    person: id === null ? null : (result.people.find(({ ids }) => ids.includes(id)) ?? null),
    show: nameJourney({ map, language, events }),
    health,
    healthChangesAt: changesAt,
  }
}

const nothingRecorded: ReturnType<typeof judgeTabHealth> = {
  health: [{ code: "only-shown", severity: "ok" }],
  changesAt: null,
}

/** What the panel shows of it in one view. */
export async function composeView(given: PanelGiven, view: ViewId, question: unknown): Promise<PanelState> {
  const answerer = answerers[view] as ViewAnswerer<{ question: unknown; state: unknown; action: never }>
  const read = answerer.read(question)
  // Which view it is decides about the types of the others; TypeScript does not follow that through a look-up.
  return {
    head: composeHead(given),
    view,
    question: read,
    state: await answerer.compose(given, read),
  } as PanelState
}

function composeHead(given: PanelGiven): PanelHead {
  const { language, loaded, person, journey, at, lens } = given
  const { map } = loaded
  const counts: PanelHead["counts"] = {}
  for (const [id, answerer] of Object.entries(answerers)) {
    const count = answerer.count?.(given)
    if (count) counts[id as ViewId] = count
  }
  return {
    language,
    site: given.site,
    map: { id: map.id, name: inLanguage(map.name, language) ?? map.id },
    at,
    now: given.now,
    clockOffsetMs: given.clockOffsetMs,
    nextChangeAt:
      lens.at === null
        ? earliest(
            journey.nextChangeAt(at),
            given.healthChangesAt === null ? null : given.healthChangesAt + given.clockOffsetMs,
          )
        : null,
    lens,
    stage: person ? given.show.stage(person) : null,
    stages: map.stages.map((stage) => ({ id: stage.id, name: inLanguage(stage.name, language) ?? stage.id })),
    health: given.health,
    counts,
  }
}
