// @vitest-environment happy-dom
import { act, createElement } from "react"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { everySite } from "../../extension/host-pattern"
import { SiteAccessCard } from "../../extension/options/site-access-card"
import type { OptionsAction, SiteAccess } from "../../extension/options/state"
import type { Language } from "../../extension/words/language"
import { ReaderProvider } from "../../extension/words/reader"
import { clear, draw } from "../overlay/draw"

let agrees: boolean
let asked: string[]

beforeEach(() => {
  agrees = true
  asked = []
  vi.stubGlobal("chrome", {
    permissions: {
      request: async ({ origins }: { origins: string[] }) => {
        asked.push(`request ${origins.join(" ")}`)
        return agrees
      },
      remove: async ({ origins }: { origins: string[] }) => {
        asked.push(`remove ${origins.join(" ")}`)
        return true
      },
    },
    runtime: { sendMessage: async (message: object) => void asked.push(JSON.stringify(message)) },
  })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

/** The card in a page whose worker does as it is told. */
function show(given: Partial<SiteAccess> = {}, language: Language = "en") {
  let access: SiteAccess = { everywhere: false, takenBack: false, single: [], ...given }
  const node = () =>
    createElement(ReaderProvider, {
      language,
      children: createElement(SiteAccessCard, {
        access,
        act: async (action: OptionsAction) => {
          asked.push(JSON.stringify(action))
          if (action.type === "everywhere") access = { ...access, everywhere: action.on, takenBack: false }
          again(node())
          return {}
        },
      }),
    })
  const { host, again } = draw(node())
  const press = async (name: string | RegExp) => {
    const button = [...host.querySelectorAll("button")].find((each) =>
      (each.getAttribute("aria-label") ?? each.textContent ?? "").trim().match(name),
    )
    if (!button) throw new Error(`No button ${name}`)
    await act(async () => button.click())
  }
  return {
    host,
    press,
    status: () => host.querySelector("[role=status]")?.textContent?.trim(),
    isOn: () => host.querySelector("[role=switch]")?.getAttribute("aria-checked"),
  }
}

const request = `request ${everySite.join(" ")}`
const remove = `remove ${everySite.join(" ")}`

it("asks the browser first, says what was done, and takes it back with the permission", async () => {
  const { press, status, isOn } = show()
  expect(isOn()).toBe("false")
  await press(/^Audit all sites/)
  expect(asked).toEqual([request, '{"type":"everywhere","on":true}'])
  expect(isOn()).toBe("true")
  await vi.waitFor(() => expect(status()).toMatch(/^All sites are audited now.*Undo$/))
  await press("Undo")
  await vi.waitFor(() => expect(status()).toMatch(/the browser has the permission back/))
  expect(asked.slice(2)).toEqual(['{"type":"everywhere","on":false}', remove])
  expect(isOn()).toBe("false")
})

it("changes nothing when the person says no to the browser", async () => {
  agrees = false
  const { press, status, isOn } = show()
  await press(/^Audit all sites/)
  expect(asked).toEqual([request])
  expect(isOn()).toBe("false")
  await vi.waitFor(() =>
    expect(status()).toBe("The browser was not given the permission. Nothing has changed."),
  )
})

it("says what it means before, and that the browser took it back", () => {
  const { host } = show({ takenBack: true }, "ru")
  const button = host.querySelector("[role=switch]")
  const meaning = host.querySelector(`[id="${button?.getAttribute("aria-describedby")}"]`)
  expect(meaning?.textContent).toContain("каждую страницу")
  expect(host.textContent).toContain("доступ отозван в его настройках")
  expect(host.textContent).not.toMatch(/(?!Cuelight)\b[A-Za-z]{4,}/)
})

it("lists single sites and ends one with its permission", async () => {
  const { host, press } = show({ single: ["https://shop.example/*"] })
  expect(host.textContent).toContain("https://shop.example")
  await press(/^Stop auditing https:\/\/shop\.example/)
  expect(asked).toEqual([
    '{"type":"always-on","pattern":"https://shop.example/*","on":false}',
    "remove https://shop.example/*",
  ])
})
