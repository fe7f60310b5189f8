// @vitest-environment happy-dom
import { createElement } from "react"
import { afterEach, describe, expect, it } from "vitest"
import { Options } from "../../extension/options/options"
import type { OptionsAction, OptionsState } from "../../extension/options/state"
import { clear, click, draw } from "./draw"
import { hostileSites, noSites, someSites } from "./harness/options-fixtures"

const now = Date.UTC(2026, 10, 22, 14, 14, 10)

afterEach(clear)

function drawOptions(state: OptionsState) {
  const actions: OptionsAction[] = []
  const { host } = draw(
    createElement(Options, {
      state,
      act: async (action) => {
        actions.push(action)
        return {}
      },
    }),
  )
  const buttons = (name: string) =>
    [...host.querySelectorAll("button")].filter((each) => each.textContent === name)
  return {
    host,
    actions,
    press(name: string, index = 0) {
      const button = buttons(name)[index]
      if (!button) throw new Error(`No button ${name}`)
      click(button)
    },
    buttons,
  }
}

describe("the options", () => {
  it("show every site with its map, its events and what is wrong", () => {
    const { host } = drawOptions(someSites(now))
    const cards = [...host.querySelectorAll("article")].map((card) => card.textContent ?? "")
    expect(cards.pop()).toContain("audited without a click")
    expect(cards).toHaveLength(2)
    expect(cards[0]).toContain("shop.example21 events")
    expect(cards[0]).not.toContain("errors")
    expect(cards[1]).toContain("localhost:41731 event ·")
    expect(cards[1]).toContain("This map has 3 errors")
    expect(cards[1]).toContain("The overlay is hidden on this site.")
  })

  it("act on the site they stand by", () => {
    const options = drawOptions(someSites(now))
    options.press("Show it again")
    options.press("Use the page's map, or the starter map")
    options.press("Русский")
    expect(options.actions).toEqual([
      { type: "show", site: "localhost:4173" },
      { type: "map-default", site: "localhost:4173" },
      { type: "language", language: "ru" },
    ])
  })

  it("erase only after a second word", () => {
    const options = drawOptions(someSites(now))
    options.press("Erase this site")
    options.press("Keep")
    options.press("Erase everything")
    expect(options.host.textContent).toContain(
      "Erase all that is kept of 2 sites, all your maps, the sources of evidence and the settings?",
    )
    options.press("Keep")
    expect(options.actions).toEqual([])
    options.press("Erase this site", 1)
    options.press("Erase")
    options.press("Erase everything")
    options.press("Erase")
    expect(options.actions).toEqual([{ type: "forget", site: "localhost:4173" }, { type: "forget-all" }])
  })

  it("without sites say how to get one, and offer nothing to erase", () => {
    const options = drawOptions(noSites(now))
    expect(options.host.textContent).toContain("click the Cuelight icon in the toolbar")
    expect(options.buttons("Erase everything")).toEqual([])
    expect(options.host.textContent).toContain("Everything stays in this browser")
  })

  it("show hostile names as short text", () => {
    const { host } = drawOptions(hostileSites(now))
    expect(host.querySelectorAll("img, script, iframe, a:not([href^='#'], [href^='tabs/'])")).toHaveLength(0)
    for (const card of host.querySelectorAll("article")) expect(card.textContent?.length).toBeLessThan(3000)
    expect(host.textContent).not.toMatch(/NaN|Invalid/)
  })

  it("are Russian in Russian", () => {
    const state = someSites(now, "ru")
    const { host } = drawOptions({ ...state, sites: state.sites.slice(0, 1) })
    const said = host.textContent?.replace(/English|Cuelight|shop\.example|`sites`|VIP|push|SMS/g, "") ?? ""
    expect(said.match(/[A-Za-z]+/g)).toBeNull()
  })
})
