import type { TouchpointEvent } from "../../../shared/event"
import type { Finding } from "../../domain"
import type { Proof } from "../../panel/states/findings"
import { viewItem } from "./evidence"
import type { PanelGiven } from "./view-answerer"

const MOST_SHOWN = 5
/** Findings about a message that went out: what was seen of it proves them. */
const OF_MESSAGES = new Set<Finding["kind"]>([
  "should-not-have",
  "in-quiet-hours",
  "over-cap",
  "wrong-channel",
  "duplicate",
  "failed",
  "late",
  "early",
  "unplanned",
])

/** What shows that a finding is so: what was seen, and what it goes against. */
export function proveFinding(given: PanelGiven, finding: Finding): Proof[] {
  if (!OF_MESSAGES.has(finding.kind)) return []
  const at = Date.parse(finding.at)
  const show = (role: Proof["role"]) => (event: TouchpointEvent) => ({ role, item: viewItem(given, event) })
  return [
    ...listAgainst(given, finding, at).map(show(finding.kind === "duplicate" ? "first" : "against")),
    ...finding.evidence
      .flatMap((id) => given.events.get(id) ?? [])
      .slice(0, MOST_SHOWN)
      .map(show("seen")),
  ]
}

function listAgainst(given: PanelGiven, { kind, reason, scenario, step, channel }: Finding, at: number) {
  const { person, events } = given
  const runs = (person?.runs ?? []).filter((run) => run.scenario === scenario)
  if (kind === "duplicate") {
    const first = runs
      .flatMap(({ steps }) => steps.find(({ id }) => id === step)?.evidence ?? [])
      .flatMap((id) => events.get(id) ?? [])
      .filter((event) => event.at <= at)
    return first.slice(-1)
  }
  if (kind !== "should-not-have") return []
  if (reason === "consent") return findDenial(given, channel, at)
  const instants = runs.flatMap(({ goalAt, endedAt }) => (reason === "goal" ? goalAt : endedAt) ?? [])
  if (reason !== "goal" && reason !== "exited") return []
  const ended = new Set(instants.map((instant) => Date.parse(instant)))
  return listOwn(given)
    .filter((event) => ended.has(event.at) && event.at <= at && !event.name.startsWith("message_"))
    .slice(0, 1)
}

/** The last that the visitor said of this channel before. */
function findDenial(given: PanelGiven, channel: string | null, at: number): TouchpointEvent[] {
  return listOwn(given)
    .filter(
      ({ name, props, at: said }) =>
        said <= at &&
        ((name === "message_unsubscribed" && props?.channel === channel) ||
          (name === "consent" &&
            channel !== null &&
            (Object.hasOwn(props ?? {}, channel) || Object.hasOwn(props ?? {}, "marketing")))),
    )
    .sort((one, other) => one.at - other.at)
    .slice(-1)
}

function listOwn({ events, person }: PanelGiven): TouchpointEvent[] {
  const own = new Set(person?.ids ?? [])
  return [...events.values()].filter((event) => own.has(event.person))
}
