// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest"
import { clear } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, hourMs, minuteMs, noon, tell } from "./journey"

afterEach(clear)

const map = JSON.stringify({
  cuelight: 1,
  id: "m",
  name: "M",
  timeZone: "UTC",
  stages: [{ id: "all" }],
  channels: { email: { consent: "opt-out" }, sms: {} },
  messages: { m: { name: "Reminder", match: { subject: "*shelf*" } } },
  scenarios: [
    {
      id: "cart",
      trigger: { event: "add_to_cart" },
      goal: { event: "purchase" },
      exit: ["complaint"],
      steps: [{ id: "mail", after: "1h", channel: "email", message: "m" }],
    },
  ],
})
const CART = noon - 5 * hourMs
const cart = tell("add_to_cart", CART)
const mail = (minutes: number, id: string, props: object = {}) =>
  tell("message_sent", CART + minutes * minuteMs, {
    channel: "email",
    subject: "Still on the shelf",
    provider_id: id,
    ...props,
  })

async function proofs(...events: ReturnType<typeof tell>[]) {
  const panel = await answerView("findings", { map, events: [cart, ...events] })
  return panel.state.groups.map(({ kind, findings }) => [
    kind,
    ...findings.flatMap(({ proof }) => proof.map(({ role, item }) => `${role} ${item.name} ${item.id}`)),
  ])
}

describe("what shows that a finding is so", () => {
  it("a duplicate: the first, and the second", async () => {
    const [first, second] = [mail(61, "a"), mail(63, "b")]
    expect(await proofs(first, second)).toEqual([
      ["duplicate", `first message_sent ${first.id}`, `seen message_sent ${second.id}`],
    ])
  })

  it("after the goal, or the exit: what ended the run", async () => {
    for (const name of ["purchase", "complaint"]) {
      const [end, sent] = [tell(name, CART + 10 * minuteMs), mail(61, "a")]
      expect(await proofs(end, sent)).toEqual([
        ["should-not-have", `against ${name} ${end.id}`, `seen message_sent ${sent.id}`],
      ])
    }
  })

  it("without consent: what the visitor said last of it, and not what was said of another channel", async () => {
    const denied = tell("consent", CART + 10 * minuteMs, { email: "denied" })
    const sent = mail(61, "a")
    expect(await proofs(denied, tell("consent", CART + 20 * minuteMs, { sms: "granted" }), sent)).toEqual([
      ["should-not-have", `against consent ${denied.id}`, `seen message_sent ${sent.id}`],
    ])
  })

  it("unplanned and late: what was seen; missed: nothing was", async () => {
    const loose = mail(61, "x", { subject: "Spring sale" })
    expect(await proofs(loose)).toEqual([["unplanned", `seen message_sent ${loose.id}`]])
    const late = mail(200, "a")
    expect(await proofs(late)).toEqual([["late", `seen message_sent ${late.id}`]])
  })

  it("is to be read, and stands beside the evidence too", async () => {
    const events = [cart, mail(61, "a"), mail(63, "b")]
    const { text, cues } = drawPanel(await answerView("findings", { map, events }))
    expect(cues("evidence").map((cue) => cue.split(" ")[1])).toEqual(["first", "seen"])
    expect(text()).toContain("First: sent")
    clear()
    const evidence = drawPanel(await answerView("evidence", { map, events }))
    expect(evidence.text()).toContain("sent twice")
    clear()
    const fine = drawPanel(await answerView("evidence", { map, events: events.slice(0, 2) }))
    expect(fine.text()).not.toMatch(/sent twice|should not|not on the map/)
  })
})
