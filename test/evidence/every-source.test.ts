import { describe, expect, it } from "vitest"
import { connectors, findConnector } from "../../shared/evidence/registry"
import type { ServiceAnswer, ServiceRequest } from "./local-service"
import { NOW, pass } from "./service-pass"

describe("every source that asks a service", () => {
  const all = connectors.filter(({ fields }) => fields.some(({ kind }) => kind === "url"))
  const settingsOf = (id: string) =>
    Object.fromEntries(
      (findConnector(id)?.fields ?? [])
        .filter(
          ({ id: field, kind }) =>
            kind !== "url" && kind !== "choice" && !/^(path-|statuses|zone)/.test(field),
        )
        .map((field) => [
          field.id,
          field.kind === "secret" ? (field.id.startsWith("header") ? "X-Key: T0PSECRET" : "T0PSECRET") : "7",
        ]),
    )

  it.each(all.map(({ id }) => id))(
    "%s: says what is wrong, waits when asked to, and tells no token",
    async (id) => {
      const hostile: [ServiceAnswer, string][] = [
        [{ status: 401, text: "T0PSECRET is wrong" }, "unauthorised"],
        [{ status: 429, headers: { "Retry-After": "45" } }, "rate-limited"],
        [{ text: "<html>" }, "not-json"],
        [{ json: 7 }, "wrong-shape"],
        [
          { json: { items: 1, messages: 1, events: 1, data: 1, Messages: 1, notifications: 1 } },
          "wrong-shape",
        ],
      ]
      for (const [answer, code] of hostile) {
        const { problem, state, coverage, comeAgainAt } = await pass(id, settingsOf(id), () => answer)
        expect(problem?.code).toBe(code)
        expect(coverage).toEqual([])
        expect(JSON.stringify([problem, state])).not.toContain("T0PSECRET")
        if (code === "rate-limited") expect(comeAgainAt).toBe(NOW + 45_000)
      }
    },
  )

  it.each(all.map(({ id }) => id))(
    "%s: takes no harm from entries that are none, and does not turn in circles",
    async (id) => {
      const junk = [
        null,
        0,
        "x",
        [],
        {},
        { id: {}, ID: [], msg_id: 1, MessageID: {}, timestamp: "x", metrics: 4 },
      ]
      const lists = {
        7: junk,
        items: junk,
        messages: junk,
        events: junk,
        data: junk,
        Messages: junk,
        notifications: junk,
      }
      const answers = (request: ServiceRequest) =>
        request.path === "/email" || id === "cloudevents"
          ? { json: junk }
          : { json: { ...lists, total: 6, TotalCount: 6 } }
      const { problem, evidence, coverage } = await pass(id, settingsOf(id), answers)
      expect(problem).toBeNull()
      expect(evidence).toEqual([])
      expect(coverage.length).toBeGreaterThan(0)
    },
  )

  it("asks for nothing but its own address", () => {
    for (const { fields } of all) expect(fields.filter(({ kind }) => kind === "url")).toHaveLength(1)
    expect(new Set(connectors.map(({ id }) => id)).size).toBe(connectors.length)
  })
})
