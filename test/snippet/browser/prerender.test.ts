import { spawn } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { findChromium } from "../../browser/chromium"
import { removeProfile } from "../../browser/remove-profile"
import { openSite } from "./open-site"

/**
 * Opens an address in a Chromium of its own, which nobody drives: where a debugger is attached, Chromium does not prerender.
 */
async function openUndriven(address: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), "cuelight-prerender-"))
  const flags = ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-background-networking"]
  const browser = spawn(await findChromium(), [...flags, `--user-data-dir=${profile}`, address], {
    stdio: "ignore",
  })
  const gone = new Promise((exit) => browser.once("exit", exit))
  onTestFinished(async () => {
    browser.kill()
    await gone
    await removeProfile(profile)
  })
}

test("a page made ready in case it is asked for is no visit, with all that it tells, until somebody sees it", async () => {
  const rules = JSON.stringify({ prerender: [{ urls: ["/next", "/never"], eagerness: "immediate" }] })
  const shell = (body: string) =>
    `<!doctype html><html lang="en"><title>Shop</title><script src="/cuelight.js" data-endpoint="/v1/batch"></script><body>${body}`
  const telling = shell(`<script>
    dataLayer = [{ event: "purchase", ecommerce: { transaction_id: location.pathname } }]
    cuelight.track("told", { prerendering: document.prerendering })
    cuelight.flush().then(() => fetch("/told" + location.pathname))</script>`)
  const pages: Parameters<typeof openSite>[0] = {
    "/": shell(`<script type="speculationrules">${rules}</script><script>
      const look = () => fetch("/go").then(({ ok }) => ok ? location.assign("/next") : setTimeout(look, 100))
      look()</script>`),
    "/next": telling,
    "/never": telling,
  }
  const site = await openSite(pages)
  await openUndriven(site.origin)
  // Both have told what they had to.
  await expect
    .poll(() => ["/told/next", "/told/never"].every((path) => site.requests.includes(path)), {
      timeout: 15_000,
    })
    .toBe(true)
  pages["/go"] = "yes"
  // What was on its way when a page was left comes again, by the same id.
  const sent = () =>
    [...new Map(site.batches.flatMap(({ batch }) => batch.map((one) => [one.messageId, one]))).values()]
      .map(({ type, event, properties, context }) => [
        event ?? type,
        new URL((context as { page: { url: string } }).page.url).pathname,
        (properties as { prerendering?: boolean }).prerendering,
      ])
      .sort()
  await expect.poll(sent, { timeout: 15_000 }).toEqual([
    ["page", "/", undefined],
    ["page", "/next", undefined],
    ["purchase", "/next", undefined],
    ["told", "/next", true],
  ])
}, 60_000)
