import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright/test"
import { expect, test } from "./fixtures"
import { type Build, locateBuild } from "./fixtures-extension"

// A build that says DONE proves nothing: Plasmo has built empty pages and dead workers without a word.

/** Every page of the built extension, found in the folder, so that a new entry is tested without being listed. */
function listPages(build: Build): string[] {
  const folder = locateBuild(build)
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.split("\\").join("/"))
}

for (const build of ["chrome-mv3-prod", "chrome-mv3-qa"] as const) {
  test.describe(build, () => {
    test.use({ build })

    test("every page opens, shows something and has no error", async ({ context, extension }) => {
      // The tour opens by itself for a person who has installed it, and never where tests run.
      const isTour = (each: Page) => each.url().endsWith("/tabs/tour.html")
      if (build === "chrome-mv3-prod") await expect.poll(() => context.pages().some(isTour)).toBe(true)
      else expect(context.pages().some(isTour)).toBe(false)
      const pages = listPages(build)
      expect(pages).toEqual(expect.arrayContaining(["options.html", "tabs/overlay.html"]))
      for (const name of pages) {
        const page = await context.newPage()
        await page.goto(extension.address(name))
        await expect(page.locator("body")).toHaveText(/\p{L}/u)
        await expect.poll(() => page.evaluate(() => document.body.childElementCount)).toBeGreaterThan(0)
      }
    })

    test("the worker runs, and starts again after its end", async ({ context, extension }) => {
      expect(await extension.isWorkerRunning()).toBe(true)
      await extension.killServiceWorker()
      const page = await context.newPage()
      await page.goto(extension.address("options.html"))
      await expect.poll(() => extension.isWorkerRunning()).toBe(true)
    })

    test("every file and every text that the manifest names is there", () => {
      const folder = locateBuild(build)
      const text = readFileSync(join(folder, "manifest.json"), "utf8")
      const manifest = JSON.parse(text)
      const texts = [...text.matchAll(/__MSG_(\w+)__/g)].map(([, name = ""]) => name)
      expect(texts.length).toBeGreaterThan(0)
      for (const language of ["en", "ru"]) {
        const messages = JSON.parse(readFileSync(join(folder, "_locales", language, "messages.json"), "utf8"))
        expect(Object.keys(messages).sort()).toEqual(texts.sort())
        // Of the store: a longer one is refused.
        expect(messages.description.message.length).toBeLessThanOrEqual(132)
      }
      const named = [
        manifest.background.service_worker,
        manifest.options_ui.page,
        ...Object.values<string>(manifest.icons),
        ...Object.values<string>(manifest.action.default_icon),
        ...(manifest.content_scripts ?? []).flatMap((script: { js: string[] }) => script.js),
      ]
      for (const file of named) expect(readFileSync(join(folder, file)).length, file).toBeGreaterThan(0)
    })

    test("nothing in it comes from elsewhere, is made at run time, or is not needed", () => {
      const folder = locateBuild(build)
      for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        expect(file).not.toMatch(/\.(map|tsx?|ya?ml|md)$|test|node_modules/)
        if (!/\.(js|html)$/.test(file)) continue
        const text = readFileSync(join(folder, file), "utf8")
        expect(text, file).not.toMatch(/sourceMappingURL|\bnew Function\b|\beval\(|importScripts\(/)
        expect(text, file).not.toMatch(/<script[^>]*\bsrc=["']?(https?:)?\/\//)
        expect(text, file).not.toMatch(/import\(\s*["'`]https?:/)
      }
    })
  })
}
