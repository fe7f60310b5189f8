// @vitest-environment happy-dom
import { createElement, act as reactAct } from "react"
import { afterEach, describe, expect, it } from "vitest"
import { Sources } from "../../extension/evidence/sources"
import type { EvidenceAction, SourceForm, SourceTest } from "../../extension/evidence/state"
import type { Language } from "../../extension/words/language"
import { ReaderProvider } from "../../extension/words/reader"
import { clear, click, draw, press } from "../overlay/draw"
import { hostileText, sample, someSources } from "./harness/fixtures"

afterEach(clear)

const NOW = Date.now()
const good: SourceTest = { problem: null, found: 2, unreadable: 0, skewMs: null, latest: NOW, sample: null }
type Answers = Partial<Record<EvidenceAction["type"], unknown>>

function drawSources({
  language = "en",
  answers = {},
  allows = true,
}: {
  language?: Language
  answers?: Answers
  allows?: boolean
} = {}) {
  const actions: EvidenceAction[] = []
  const asked: string[] = []
  const act = async (action: EvidenceAction) => {
    actions.push(action)
    return action.type in answers ? answers[action.type] : {}
  }
  const allow = async (address: string) => {
    asked.push(address)
    return allows
  }
  const state = { ...someSources(NOW, language), language }
  const { host } = draw(
    createElement(ReaderProvider, { language, children: createElement(Sources, { state, act, allow }) }),
  )
  const settle = () => reactAct(async () => undefined)
  const labelled = (name: string) => {
    const label = [...host.querySelectorAll("label")].find((each) => each.textContent === name)
    const field = host.querySelector<HTMLInputElement>(`#${CSS.escape(label?.htmlFor ?? "")}`)
    if (!field) throw new Error(`No field ${name}`)
    return field
  }
  return {
    host,
    actions,
    asked,
    labelled,
    text: () => host.textContent ?? "",
    async press(name: string) {
      const button = [...host.querySelectorAll("button")].find(({ textContent }) => textContent === name)
      if (!button) throw new Error(`No button ${name}`)
      click(button)
      await settle()
    },
    async fill(field: HTMLInputElement | HTMLSelectElement, value: string) {
      const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement
      reactAct(() => {
        Object.getOwnPropertyDescriptor(prototype.prototype, "value")?.set?.call(field, value)
        field.dispatchEvent(
          new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
        )
      })
      await settle()
    },
    async chooseFile(text: string, name = "sent.csv") {
      const field = labelled(language === "ru" ? "Файл" : "File")
      Object.defineProperty(field, "files", { value: [new File([text], name)], configurable: true })
      reactAct(() => void field.dispatchEvent(new Event("change", { bubbles: true })))
      const seen = '[data-cue^="file-"]:not([data-cue="file-import"])'
      const look = async () => {
        await settle()
        return host.querySelector(seen)
      }
      await expect.poll(look).not.toBeNull()
    },
    column: (header: string) => {
      const row = [...host.querySelectorAll("li")].find(
        (each) => each.querySelector("bdi")?.textContent === header,
      )
      const select = row?.querySelector("select")
      if (!select) throw new Error(`No column ${header}`)
      return select
    },
    summary: (cue: string) => host.querySelector(`[data-cue="${cue}"]`)?.textContent ?? "",
  }
}

const CSV =
  "Sent,Email,Subject,Result\n02.03.2026 10:00,anna@x.test,Cart,DELIVRD\n02.03.2026 10:05,b@x.test,Cart,delivered\nsoon,c@x.test,Cart,delivered\n"

describe("the form of a source", () => {
  it("saves nothing and tries nothing where the person does not allow the address, and says so", async () => {
    const form = drawSources({ allows: false })
    await form.press("Connect a source")
    await form.fill(form.labelled("Address"), "http://localhost:1080")
    await form.press("Try it")
    expect(form.text()).toContain("Chrome was not allowed to ask this address")
    await form.press("Allow and save")
    expect(form.text()).toContain("Chrome was not allowed to ask this address")
    expect([form.actions, form.asked]).toEqual([[], ["http://localhost:1080", "http://localhost:1080"]])
  })

  it.each([
    ["unauthorised", "is not accepted (401)"],
    ["forbidden", "may not read this (403)"],
    ["cors-blocked", "--api-cors=*"],
    ["not-json", "a web page or something else"],
    ["not-found", "(404)"],
    ["unreachable", "no server has this name, nothing runs there, or its certificate"],
    ["no-permission", "Allow and save"],
  ] as const)("says %s in plain words", async (code, words) => {
    const form = drawSources({ answers: { test: { ...good, problem: { code } } } })
    await form.press("Connect a source")
    await form.press("Try it")
    expect(form.summary("source-test")).toContain(words)
  })

  it("leads to the field that a problem is about, and to none where it is about none", async () => {
    const describedBy = (field: HTMLElement) =>
      (field.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .map((id) => document.getElementById(id)?.textContent ?? "")
        .join(" ")
    const lacking = { ...good, problem: { code: "setting-missing", detail: "url" } } as const
    const form = drawSources({ answers: { test: lacking } })
    await form.press("Connect a source")
    expect(describedBy(form.labelled("Password"))).toMatch(/never shown again/)
    await form.press("Try it")
    const address = form.labelled("Address")
    expect(document.activeElement).toBe(address)
    expect(address.getAttribute("aria-invalid")).toBe("true")
    expect(describedBy(address)).toBe("Please fill in: Address.")
    expect(form.host.querySelectorAll("[aria-invalid]")).toHaveLength(1)

    const other = drawSources({ answers: { test: { ...good, problem: { code: "unreachable" } } } })
    await other.press("Connect a source")
    await other.press("Try it")
    expect(other.host.querySelectorAll("[aria-invalid]")).toHaveLength(0)
  })

  it("says that an inbox is empty, and that a clock is wrong", async () => {
    const form = drawSources({ answers: { test: { ...good, found: 0, latest: null, skewMs: -300_000 } } })
    await form.press("Connect a source")
    await form.press("Try it")
    expect(form.text()).toContain("It answers. There is nothing in it yet.")
    expect(form.text()).toContain("Its clock is 5 min behind this computer's")
  })

  it("shows what any JSON answers beside what it is taken for, and a choice changes both", async () => {
    const form = drawSources({ answers: { test: { ...good, sample } } })
    await form.press("Connect a source")
    await form.fill(form.labelled("Service"), "json")
    await form.fill(form.labelled("Address"), "https://api.shop.example/sent")
    await form.fill(form.labelled("Channel"), "email")
    await form.press("Try it")
    expect(form.text()).toContain("anna@shop.example · boris@shop.example")
    // By the names of its keys; one status and one time are not understood.
    expect(form.summary("answer-summary")).toBe("1 piece of evidence out of 3 rows.")
    expect(form.host.querySelectorAll("img, script")).toHaveLength(0)
    const status = [...form.host.querySelectorAll("select")].find(
      (each) => each.getAttribute("aria-label") === "DELIVRD",
    )
    await form.fill(status as HTMLSelectElement, "delivered")
    expect(form.summary("answer-summary")).toBe("2 pieces of evidence out of 3 rows.")
    await form.fill(form.column("when"), "")
    expect(form.summary("answer-summary")).toContain("Nothing yet")
    expect(form.text()).toContain("Which column holds the time?")
    await form.fill(form.column("when"), "at")
    await form.press("Allow and save")
    const saved = form.actions.find(({ type }) => type === "save") as { form: SourceForm }
    expect(saved.form.settings).toMatchObject({
      list: "data.messages",
      "path-at": "when",
      "path-to": "recipient.email",
      statuses: '{"DELIVRD":"delivered"}',
    })
  })
})

describe("the import of a file", () => {
  it("shows what the columns seem to hold, what that gives and what not, and hands it over as the person says", async () => {
    const answers = { "file-begin": { known: true }, "file-part": { found: 2, strangers: 1, earlier: 1 } }
    const form = drawSources({ answers })
    await form.press("Import a file")
    await form.chooseFile(CSV)
    expect(form.column("Sent").value).toBe("sent-at")
    expect(form.column("Result").value).toBe("status")
    expect(form.summary("file-summary")).toBe("2 pieces of evidence out of 3 rows.")
    expect(form.summary("file-rejected")).toContain("line 2: unknown status (DELIVRD)")
    expect(form.summary("file-rejected")).toContain("line 4: this is no time (soon)")
    await form.fill(form.labelled("Time zone of its times"), "Europe/Moscow")
    const status = [...form.host.querySelectorAll("select")].find(
      (each) => each.getAttribute("aria-label") === "DELIVRD",
    )
    await form.fill(status as HTMLSelectElement, "delivered")
    expect(form.summary("file-summary")).toBe("4 pieces of evidence out of 3 rows.")
    await form.press("Import")
    const begun = form.actions.find(({ type }) => type === "file-begin")
    expect(begun).toMatchObject({
      file: {
        site: "shop.example",
        name: "sent.csv",
        mapping: { zone: "Europe/Moscow", statuses: { DELIVRD: "delivered" } },
      },
    })
    const [part] = form.actions.flatMap((action) => (action.type === "file-part" ? [action.drafts] : []))
    expect(part?.[0]?.at).toBe(Date.UTC(2026, 2, 2, 7))
    const span = { channel: "email", from: Date.UTC(2026, 2, 2, 7), to: Date.UTC(2026, 2, 2, 7, 5) }
    expect(form.actions.at(-1)).toMatchObject({ type: "file-end", coverage: [span], rejected: 1 })
    const said = form.summary("file-taken")
    for (const words of [
      "2 pieces of evidence taken",
      "nothing is counted twice",
      "1 is of people whom this site",
      "1 is from before",
    ])
      expect(said).toContain(words)
  })

  it("covers nothing where the file is only a part, and is read as the last one was", async () => {
    const mapping = { columns: { at: "Sent", to: "Email" }, channel: "sms", zone: "UTC" }
    const form = drawSources({ answers: { "file-columns": { mapping } } })
    await form.press("Import a file")
    await form.chooseFile(CSV)
    expect(form.text()).toContain("Read as the last file with these columns was.")
    expect([form.column("Sent").value, form.column("Subject").value]).toEqual(["at", ""])
    const [, , part] = form.host.querySelectorAll<HTMLInputElement>('input[type="radio"]')
    click(part as HTMLInputElement)
    await form.press("Import")
    expect(form.actions.at(-1)).toMatchObject({ type: "file-end", coverage: [] })
  })

  it("says what is wrong with a file, and that the worker fell silent", async () => {
    const form = drawSources({ answers: { "file-begin": null } })
    await form.press("Import a file")
    await form.chooseFile("%PDF-1.4", "plan.pdf")
    expect(form.text()).toContain("This is no table. Save it as CSV, XLSX or JSON lines.")
    await form.chooseFile("a,b\n1,2\n")
    await expect.poll(() => form.summary("file-summary")).toContain("Nothing yet")
    await form.chooseFile(CSV)
    await expect.poll(() => form.summary("file-summary")).toContain("2 pieces")
    await form.press("Import")
    expect(form.summary("file-taken")).toContain("did not answer")
  })

  it("shows hostile names and values as short text", async () => {
    const form = drawSources()
    await form.press("Import a file")
    await form.chooseFile(
      `time,"${hostileText.replaceAll('"', '""')}",__proto__\n2026-03-02 10:00,${hostileText.replaceAll('"', "'")},constructor\n`,
    )
    expect(form.host.querySelectorAll("img, script, iframe")).toHaveLength(0)
    for (const row of form.host.querySelectorAll("li"))
      expect(row.querySelector(".cue-file-column")?.textContent?.length ?? 0).toBeLessThan(200)
  })

  it("is Russian in Russian", async () => {
    const form = drawSources({
      language: "ru",
      answers: { "file-begin": { known: false }, "file-part": { found: 2, strangers: 5, earlier: 2 } },
    })
    await form.press("Загрузить файл")
    await form.chooseFile("Дата,Почта,Статус\n03/04/2026 10:00,анна@почта.рф,Доставлено\n")
    const said = () =>
      [
        ...form.host.querySelectorAll(
          '[data-cue="file-import"] :is(p, label, h3, legend, summary, button, th)',
        ),
      ]
        .map((each) => each.textContent)
        .join(" ")
        .replace(/CSV|XLSX|JSON|GMT[+\d:-]*|UTC|email, sms, push/g, "")
    expect(said().match(/[A-Za-z]+/g)).toBeNull()
    expect(said()).toContain("Сначала день или месяц?")
    await form.press("Загрузить")
    expect(form.summary("file-taken")).toContain("Принято: 2 подтверждения.")
  })
})

describe("by the keys alone", () => {
  it("a form has the focus when it opens, and its button has it again when Escape closes it", async () => {
    const form = drawSources()
    for (const [name, first] of [
      ["Connect a source", "SELECT"],
      ["Import a file", "SELECT, INPUT"],
      ["Change", "INPUT, SELECT"],
    ] as const) {
      await form.press(name)
      expect(first).toContain(document.activeElement?.tagName)
      press(document.activeElement as HTMLElement, "Escape")
      expect(form.host.querySelector(".cue-source-form"), name).toBeNull()
      expect(document.activeElement?.textContent).toBe(name)
    }
  })

  it("what was filled in is not lost by Escape", async () => {
    const form = drawSources()
    await form.press("Connect a source")
    await form.fill(
      form.host.querySelector(".cue-source-form input") as HTMLInputElement,
      "https://mail.example",
    )
    press(document.activeElement as HTMLElement, "Escape")
    expect(form.host.querySelector(".cue-source-form")).not.toBeNull()
  })
})
