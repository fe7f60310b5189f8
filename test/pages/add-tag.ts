import type { Page } from "playwright"
import { buildBundle } from "../snippet/build-bundle"
import type { InjectedRecorder } from "./inject-recorder"

const tag = `<script async src="/cuelight.js"></script>`
/** What the tag tells is kept in the page: whoever asks it later waits for a time that the test has stopped. */
const listener = `if (self === top) {
  window.toldByTag = { events: [], problems: [] }
  window.cuelight = { q: [["on", ["event", (event) => toldByTag.events.push(event)]], ["on", ["problem", (problem) => toldByTag.problems.push(problem)]]] }
}`

/** The page as its owner would serve it who puts the script tag into it. */
export function addTag(html: string | Buffer): string {
  const text = html.toString()
  const end = /<head[^>]*>/i.exec(text)
  const place = end ? end.index + end[0].length : 0
  return text.slice(0, place) + tag + text.slice(place)
}

/** Serves the recorder's files from the page's own origin, and listens to it. */
export async function serveTag(page: Page): Promise<void> {
  await page.addInitScript(listener)
  await page.route(/\/cuelight(-more|-notes|-shop|-forms)?\.js$/, async (route) => {
    const [, name = "-snippet"] = /cuelight(-\w+)?\.js$/.exec(route.request().url()) ?? []
    const body = await buildBundle(name.slice(1) as "snippet" | "more" | "notes" | "shop" | "forms")
    await route.fulfill({ contentType: "text/javascript; charset=utf-8", body })
  })
}

/** All that the tag has told. */
export async function readTag(page: Page): Promise<InjectedRecorder> {
  return (await page.evaluate("toldByTag")) as InjectedRecorder
}
