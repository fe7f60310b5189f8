import type { BrowserContext } from "playwright"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchChromium } from "../browser/chromium"
import { judgePage, subtractErrors } from "./judge-page"
import { type OpenedPage, openSavedPage } from "./open-saved-page"
import { hasPages, readSavedPages, type SavedPage, wherePages } from "./page-files"

/** Of pages whose index names a markup, and of those that only a person can read. */
const ENOUGH_WITH_MARKUP = 0.95
const ENOUGH_WITHOUT = 0.75
const AT_ONCE = 2
/** Pages that load themselves in pieces throw some of their errors only now and then. */
const MOST_LOOKS = 4

interface Judged {
  saved: SavedPage
  opened: OpenedPage
  wrong: string | undefined
  /** Errors that the page has only with the recorder, or only without it. */
  harm: string[]
}

let context: BrowserContext
const judged: Judged[] = []

async function judge(saved: SavedPage): Promise<Judged> {
  const opened = await openSavedPage(context, saved, "embedded")
  const errors = { with: [...opened.errors], without: [] as string[] }
  let harm: string[] = []
  for (let look = 0; look < MOST_LOOKS; look++) {
    errors.without.push(...(await openSavedPage(context, saved)).errors)
    harm = [...subtractErrors(errors.with, errors.without), ...subtractErrors(errors.without, errors.with)]
    if (harm.length === 0) break
    errors.with.push(...(await openSavedPage(context, saved, "embedded")).errors)
  }
  return { saved, opened, wrong: judgePage(saved, opened), harm }
}

beforeAll(async () => {
  // Whether a worker of the page can be registered without its network is a race that the page alone decides.
  context = await launchChromium({ locale: "en-US", serviceWorkers: "block" })
  const waiting = readSavedPages()
  const work = async () => {
    for (let saved = waiting.shift(); saved; saved = waiting.shift()) judged.push(await judge(saved))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}, 900_000)
afterAll(() => context?.close())

function report(title: string, pages: Judged[]): number {
  const right = pages.filter(({ wrong }) => !wrong)
  const misses = pages
    .filter(({ wrong }) => wrong)
    .map(({ saved, wrong }) => `  ${saved.file.slice(0, 12)} ${new URL(saved.url).hostname}: ${wrong}`)
  console.log([`${title}: ${right.length} / ${pages.length} recognised`, ...misses].join("\n"))
  return right.length / pages.length
}

describe.runIf(hasPages)(`saved product pages of real shops${wherePages}`, () => {
  test("with markup give one view_item with the shown price, its currency and name", () => {
    const share = report(
      "With markup",
      judged.filter(({ saved }) => saved.markup.length > 0),
    )
    expect(share).toBeGreaterThanOrEqual(ENOUGH_WITH_MARKUP)
  })

  test("without markup give what a person sees", () => {
    const share = report(
      "Without markup",
      judged.filter(({ saved }) => saved.markup.length === 0),
    )
    expect(share).toBeGreaterThanOrEqual(ENOUGH_WITHOUT)
  })

  test("are one page view each, and no cart that nobody filled", () => {
    for (const { saved, opened } of judged) {
      expect(
        opened.events.filter(({ name }) => name === "page_view"),
        saved.url,
      ).toHaveLength(1)
      expect(
        opened.events.filter(({ name }) => /cart|purchase/.test(name)),
        saved.url,
      ).toEqual([])
    }
  })

  test("have the same errors of their own with the recorder and without", () => {
    expect(judged.filter(({ harm }) => harm.length > 0).map(({ saved, harm }) => [saved.url, harm])).toEqual(
      [],
    )
  })
})
