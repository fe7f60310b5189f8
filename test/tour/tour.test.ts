// @vitest-environment happy-dom
import { act, createElement } from "react"
import { afterEach, describe, expect, it } from "vitest"
import { openTourJourney, Tour } from "../../extension/tour/tour"
import { tellStory, tourSteps } from "../../extension/tour/tour-steps"
import { tourWords } from "../../extension/words/tour"
import { checkEvent } from "../../shared/check/check-event"
import { parseEvent } from "../../shared/event"
import { clear, click, draw } from "../overlay/draw"

afterEach(clear)

const begin = Date.UTC(2026, 10, 22, 12)

describe("the story of the tour", () => {
  it("goes as its words say, by the real engine", () => {
    const told = tourSteps.map((step) => {
      const now = begin + step.afterMs
      const { journey } = openTourJourney(step, begin, "en")
      journey.setCoverage([{ channel: "email", from: begin, to: now }])
      const [person] = journey.result(now).people
      const cart = person?.runs.find(({ scenario }) => scenario === "abandoned-cart")
      const reminder = cart?.status === "active" ? cart.steps[0]?.status : undefined
      return [step.id, person?.stage.id, cart?.status ?? "-", reminder ?? "-"].join(" ")
    })
    expect(told).toEqual([
      "arrives awareness - -",
      "looks consideration - -",
      "cart intent - -",
      "waits intent active due",
      "missed intent active missed",
      "buys purchase converted -",
    ])
  })

  it("is made of events without a fault", () => {
    for (const event of tellStory(begin, "Blue vase")) {
      expect(parseEvent(event)).toHaveProperty("event")
      expect(checkEvent(event, { numbers: new Map(), keys: new Map() })).toEqual([])
    }
  })
})

describe("the tour", () => {
  async function drawTour(language: "en" | "ru", first = 0) {
    const told: string[] = []
    const { host } = draw(
      createElement(Tour, {
        begin,
        language,
        first,
        choose: () => {},
        reach: (stop) => told.push(stop),
        leave: (isAtEnd) => told.push(isAtEnd ? "end" : "skipped"),
      }),
    )
    await act(async () => {})
    return {
      host,
      told,
      async type(key: string) {
        const heading = host.querySelector("h1")
        await act(async () => heading?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })))
      },
      async press(name: string) {
        const button = [...host.querySelectorAll("button")].find((each) => each.textContent === name)
        if (!button) throw new Error(`No button ${name}`)
        click(button)
        await act(async () => {})
      },
    }
  }

  it("leads through every stop, back and out", async () => {
    const tour = await drawTour("en")
    expect(tour.host.querySelector("h1")?.textContent).toBe("A visitor comes")
    await tour.press("Next")
    await tour.press("Back")
    for (const { id } of tourSteps.slice(1)) {
      await tour.press("Next")
      expect(tour.host.querySelector("h1")?.textContent).toBe(tourWords.en.steps[id].title)
    }
    expect(tour.told).toEqual(["looks", "arrives", "looks", "cart", "waits", "missed", "buys"])
    await tour.press("To the settings")
    expect(tour.told.at(-1)).toBe("end")
  })

  it("can be skipped at once, in Russian too", async () => {
    const tour = await drawTour("ru")
    await tour.press("Пропустить")
    expect(tour.told).toEqual(["skipped"])
  })

  it("goes on where it was left, by arrow keys, which end nothing", async () => {
    const tour = await drawTour("en", 4)
    expect(tour.host.querySelector("h1")).toBe(document.activeElement)
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "x"]) await tour.type(key)
    expect(tour.told).toEqual(["buys", "missed"])
    await tour.type("Escape")
    expect(tour.told.at(-1)).toBe("skipped")
  })

  it("at its first stop stays there when asked for the one before", async () => {
    const tour = await drawTour("en")
    await tour.type("ArrowLeft")
    expect(tour.told).toEqual([])
  })
})
