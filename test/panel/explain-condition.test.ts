import { describe, expect, it } from "vitest"
import { explainCondition, explainStanding } from "../../extension/words/panel/explain-condition"
import { createReader } from "../../extension/words/reader"
import { starterMaps } from "../../shared/domain"
import { answerView, noon, tell } from "./journey"

const names = {
  stages: { intent: "Intent" },
  segments: { vip: "Best customers" },
  scenarios: { welcome: "Welcome" },
}
const readers = { en: createReader("en", "UTC"), ru: createReader("ru", "UTC") }
const say = (sentence: string, language: "en" | "ru" = "en") =>
  explainCondition(sentence, readers[language], names, noon)
const standing = (sentence: string, language: "en" | "ru" = "en") =>
  explainStanding(sentence, readers[language], names, noon)

describe("a condition of the map", () => {
  it("is said in plain words", () => {
    expect(say("purchase at least once within 14d")).toBe("Purchase at least once in the last 14 days")
    expect(say("not view_item at least 3 times within 1d")).toContain("product viewed at least 3 times")
    expect(say("enters segment vip")).toBe("Enters the segment “Best customers”")
    expect(say("not in stage intent")).toBe("Is not in the stage “Intent”")
    expect(say("add_to_cart, then no purchase for 1h")).toBe("Added to cart, then no purchase for 1 hr")
    expect(say("a run of welcome reaches its goal")).toBe("A run of “Welcome” reaches its goal")
    expect(say("no consent for sms")).toBe("Does not agree to SMS")
    expect(say('trait city eq "Oslo"')).toBe("The visitor's “city” is “Oslo”")
    expect(say("sum of value of purchase within 365d gte 300")).toBe(
      "The sum of “value” over purchase in the last 365 days is at least 300",
    )
    expect(say('add_to_cart where price gte 1000 and item_id is "a" once')).toBe(
      "Added to cart (“price” is at least 1,000 and “item_id” is “a”) at least once",
    )
  })

  it("says what the visitor has instead", () => {
    expect(standing("never within 7d")).toBe("never yet in the last 7 days")
    expect(standing("2 times within 7d")).toBe("2 times")
    expect(standing("waiting until 2026-11-22T15:00:00.000Z")).toBe("waiting until 15:00")
    expect(standing("purchase at 2026-11-22T12:00:00.000Z")).toBe("ended by purchase at 12:00")
    expect(standing("missing")).toBe("not known")
  })

  it("that is not known is shown as it is, in one line and not too long", () => {
    expect(say("quantum flux reversed")).toBe("quantum flux reversed")
    expect(say(`<img src=x onerror=alert(1)>\u202e${"x".repeat(5000)}`).length).toBeLessThan(320)
    expect(standing("constructor")).toBe("constructor")
  })

  it("of every starter map is Russian in Russian", async () => {
    for (const map of Object.values(starterMaps)) {
      const { state } = await answerView(
        "scenarios",
        { map, events: [tell("page_view", noon - 1000)] },
        { language: "ru" },
      )
      for (const { whyNot } of state.scenarios)
        for (const sentence of [
          ...(whyNot?.change ?? []),
          ...(whyNot?.unmet ?? []).map(({ condition }) => condition),
        ]) {
          const said = explainCondition(sentence, readers.ru, state.names, noon)
          const outside = said.replace(/«[^»]*»/g, "").replace(/push|SMS/gi, "")
          expect(outside, sentence).not.toMatch(/[A-Za-z]{3,}/)
        }
    }
  })
})
