import type { CommunicationMap } from "../../shared/map/communication-map"
import { parseMap } from "../../shared/map/parse-map"

/** A map that uses every form of condition, trigger and step, with short windows so that much happens in little time. */
export const RICH_MAP = `
cuelight: 1
id: rich
name: Everything at once
timeZone: Europe/Berlin
stages:
  - { id: start }
  - { id: looking, when: { event: view_item, count: 2, within: 30m } }
  - { id: intent, when: { event: add_to_cart, within: 2h } }
  - { id: buyer, when: { event: purchase } }
  - { id: rare, when: { inactive: 3h, of: purchase } }
segments:
  - { id: newcomer, when: { not: { event: purchase } } }
  - { id: spender, when: { sum: value, of: purchase, within: 4h, gte: 50 } }
  - { id: quiet, when: { inactive: 90m } }
  - { id: reader, when: { event: message_opened, where: { channel: email }, within: 3h } }
  - { id: path, when: { sequence: [view_item, add_to_cart, [purchase, checkout]], within: 2h } }
  - { id: gold, when: { trait: tier, eq: gold, for: 40m } }
  - { id: nameless, when: { trait: tier, exists: false, for: 20m } }
  - { id: calm, when: { event: view_item, count: 0, within: 25m } }
  - { id: mailable, when: { all: [{ consent: email }, { reachable: email }] } }
  - { id: either, when: { any: [{ segment: spender }, { stage: intent }] } }
channels:
  email: { cost: 0.1, address: email, consent: opt-in, grace: 10m, caps: [{ max: 2, per: 1h, on: defer }] }
  push: { cost: 0.05, consent: opt-out, caps: [{ max: 3, per: calendar-day, types: [promotional] }] }
  sms: { cost: 3, address: phone, quiet: { from: "12:00", to: "13:30" } }
  popup: { quiet: { from: "10:00", to: "10:20", on: skip } }
  call: { status: missing }
messages:
  reminder: { type: triggered, match: { campaign: cart-*, subject: "*cart*" } }
  promo: { type: promotional, match: { template: promo } }
  service: { type: service }
scenarios:
  - id: cart
    trigger: { event: add_to_cart, without: purchase, for: 20m }
    audience: { not: { segment: quiet } }
    exit: complaint
    goal: { event: purchase, within: 4h }
    reentry: { after: 1h }
    priority: 5
    steps:
      - { id: email, channel: email, message: reminder }
      - { id: push, after: 30m, ifNot: opened, channel: push, message: promo }
      - { id: sms, after: 30m, ifNot: { step: email, outcome: clicked }, only: { segment: newcomer }, channel: sms, message: promo }
  - id: each-item
    trigger: { event: view_item, per: item_id }
    continueIf: { not: { event: complaint, within: 1h } }
    steps:
      - { id: popup, channel: popup, message: service }
      - { id: call, after: 10m, channel: call }
      - { id: push, after: 1h, ifNot: { step: call, outcome: sent }, channel: push }
  - id: keyed-absence
    trigger: { event: add_to_cart, without: [purchase, checkout], for: 15m, per: item_id, restart: false }
    reentry: once
    steps: [{ id: push, channel: push, message: promo, from: trigger, after: 5m }]
  - id: hello
    trigger: { any: [{ enters: { segment: reader } }, { leaves: { stage: intent } }, { enters: { stage: buyer } }] }
    holdout: 30%
    goal: { event: view_item }
    continueAfterGoal: true
    steps: [{ id: email, channel: email }, { id: sms, after: 10m, ifNot: goal, channel: sms }]
  - id: wake
    trigger: { inactive: 50m }
    steps: [{ id: push, channel: push, at: "11:15", days: [mon, tue, wed] }]
  - id: thanks
    trigger: { goal: cart }
    steps: [{ id: email, channel: email, message: service }]
  - id: birthday
    trigger: { date: birthday, every: year, at: "11:30", onPast: send }
    steps: [{ id: email, channel: email }]
  - id: hourly
    trigger: { schedule: "*/30 9-14 * * *", zone: person }
    audience: { segment: either }
    steps: [{ id: push, channel: push, message: promo }]
caps: [{ max: 6, per: calendar-week }]
mix: { per: 2h, targets: { promotional: 50%, triggered: 50% }, tolerance: 10%, volume: [{ segment: spender, max: 3 }, { max: 2 }] }
`

export function readRichMap(): CommunicationMap {
  return readMap(RICH_MAP)
}

/** A map that must be right. */
export function readMap(text: string): CommunicationMap {
  const { map, problems } = parseMap(text)
  if (!map) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join("\n"))
  return map
}
