import type { Page } from "playwright"
import { describe, expect, test } from "vitest"
import { openSite, type Site, tag } from "./open-site"
import { listReplayMessages, readReplay } from "./read-replay"
import { startBrowser } from "./start-browser"

const { openTab } = startBrowser()

const shell = (body: string, attributes: string, head = "") =>
  `<!doctype html><html lang="en"><title>Shop</title>${head}${tag(`data-endpoint="/v1/batch" ${attributes}`)}<body>${body}`
const file = "/cuelight-replay.js"
const databaseName = "cuelight-replay"

async function visit(html: string, path = "/") {
  const site = await openSite({ "/": html, "/next": html })
  const tab = await openTab()
  await tab.page.goto(site.origin + path)
  await tab.page.waitForFunction("window.cuelight?.version")
  return { site, ...tab }
}

const stopped = (page: Page): Promise<string[]> =>
  page.evaluate(
    `cuelight.problems().filter(({ code }) => code === "replay-stopped").map(({ detail }) => detail)`,
  )
const agree = (page: Page) => page.evaluate("cuelight.consent({ replay: true })")

/** What the page's outbox holds; null where there is none. */
const readOutbox = (page: Page): Promise<string[] | null> =>
  page.evaluate(`(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "${databaseName}")) return null
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open("${databaseName}")
      request.onsuccess = () => resolve(request.result)
      // Erased since it was listed, it would be made anew by opening it.
      request.onupgradeneeded = () => request.transaction.abort()
      request.onerror = () => request.error.name === "AbortError" ? resolve(null) : reject(request.error)
    })
    if (!database) return null
    try {
      if (!database.objectStoreNames.contains("chunks")) return []
      const request = database.transaction("chunks").objectStore("chunks").getAll()
      await new Promise((resolve) => { request.onsuccess = resolve })
      return request.result.map((chunk) => JSON.stringify(chunk))
    } finally {
      database.close()
    }
  })()`)

/** Throws in the page as a script of the page would. */
const fail = (page: Page, message: string) =>
  page.evaluate(`setTimeout(() => { throw new Error(${JSON.stringify(message)}) })`)
/** Resolves when the replay file has run, the page was idle after it (then the first snapshot is taken), and its store is open. */
async function records(page: Page, site: Site): Promise<void> {
  await expect.poll(() => site.requests).toContain(file)
  await page.evaluate(
    `import("${file}").then(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))))`,
  )
  // Until its store is open nothing can be kept: that nothing is in it would show nothing.
  await expect.poll(() => readOutbox(page)).not.toBeNull()
}
const frames = (site: Site) => readReplay(site).flatMap((chunk) => chunk.frames)
const hide = (page: Page) => page.evaluate(`dispatchEvent(new PageTransitionEvent("pagehide"))`)

describe("replay is not even loaded", () => {
  test.each([
    ["where the site has not configured it", "", "cuelight.consent({ replay: true })"],
    ["before anybody agreed", "data-replay", "1"],
    [
      "for one who refused",
      "data-replay",
      "cuelight.consent({ replay: false, analytics: true, marketing: true })",
    ],
    ["while analytics waits", `data-replay data-consent="pending"`, "cuelight.consent({ replay: true })"],
    ["for other purposes", "data-replay", "cuelight.consent({ analytics: true, marketing: true })"],
  ])("%s", async (_where, attributes, said) => {
    const { page, site } = await visit(shell("", attributes))
    await page.evaluate(said)
    await page.reload()
    await page.waitForFunction(
      `performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.includes("cuelight-more") && responseEnd > 0)`,
    )
    // After the second file has run, a full turn of idle time.
    await page.evaluate("new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve)))")
    expect(site.requests).not.toContain(file)
    expect(await readOutbox(page)).toBeNull()
    if (attributes.includes("data-replay")) {
      await page.evaluate("cuelight.consent({ analytics: true, replay: true })")
      await expect.poll(() => site.requests).toContain(file)
    }
  })
})

describe("what is kept", () => {
  const planted = [
    "anna.secret@mail.example",
    "4111 1111 1111 1111",
    "4111111111111111",
    "hunter2-password",
    "my private diary",
    "Anna Petrova",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0b2tlbiJ9.c2lnbmF0dXJl",
    "f3a9c1d27b6e4f0895ab3d6c7e8f9012aa",
    "left the party early",
    "blocked balance 99",
    "prefilled street 5",
    "shadow confession",
    "late whisper",
    "R0lGODlhUPLOADED",
    "typed in a frame",
  ]
  const page = shell(
    `<h1>Blue vase</h1><p>A vase of glass</p>
     <p>Write to anna.secret@mail.example or pay with 4111 1111 1111 1111, 4111111111111111</p>
     <!-- my private diary -->
     <a id="link" href="/next?token=f3a9c1d27b6e4f0895ab3d6c7e8f9012aa&email=anna.secret@mail.example" title="anna.secret@mail.example">next</a>
     <p data-jwt="eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0b2tlbiJ9.c2lnbmF0dXJl">eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0b2tlbiJ9.c2lnbmF0dXJl</p>
     <p data-cue-mask title="Anna Petrova">Hello <b aria-label="Anna Petrova">Anna Petrova</b></p>
     <section data-cue-block><p>blocked balance 99</p><input id="blocked"></section>
     <form onsubmit="return false"><input id="text"><input id="password" type="password"><input type="hidden" name="csrf" value="f3a9c1d27b6e4f0895ab3d6c7e8f9012aa">
       <input id="prefilled" value="prefilled street 5"><input type="checkbox" id="box" value="on"><textarea id="area">prefilled street 5</textarea>
       <select id="choice"><option>none</option><option value="quiet option">chosen</option></select><button>Send it</button></form>
     <div id="editor" contenteditable="true">left the party early</div><p id="echo"></p><p id="late"></p><div id="host"></div>
     <img alt="" src="data:image/gif;base64,R0lGODlhUPLOADED${"A".repeat(600)}"><iframe srcdoc="<p>inner</p><input id='inner' value='typed in a frame'><script>let x = 'my private diary'</script>"></iframe>
     <script>
       const root = document.querySelector("#host").attachShadow({ mode: "open" })
       root.innerHTML = "<p>In the shade</p><input value='shadow confession'><div contenteditable>shadow confession</div>"
       document.querySelector("#text").addEventListener("input", ({ target }) => { document.querySelector("#echo").textContent = "You wrote " + target.value; document.title = target.value })
     </script>`,
    `data-replay="session"`,
  )

  test("is masked, wherever it is stored and sent, and still a replay", async () => {
    const { page: tab, site, errors } = await visit(page)
    site.answer = 503
    await agree(tab)
    await records(tab, site)
    await tab.fill("#text", "my private diary")
    await tab.fill("#password", "hunter2-password")
    await tab.fill("#area", "Anna Petrova")
    await tab.fill("#editor", "hunter2-password")
    await tab.fill("#prefilled", "")
    await tab.selectOption("#choice", "quiet option")
    await tab.check("#box")
    await tab.evaluate(`{
      const area = document.querySelector("#area")
      area.setAttribute("value", "Anna Petrova"); area.setAttribute("placeholder", "anna.secret@mail.example")
      document.querySelector("#late").append("late for 4111-1111-1111-1111 ", Object.assign(document.createElement("i"), { textContent: "fine by me" }))
      document.querySelector("#editor").insertAdjacentHTML("beforeend", "<b>late <i>whisper</i></b>late whisper")
      document.querySelector("#late").firstChild.data = "anna.secret@mail.example"
      document.querySelector("#host").shadowRoot.querySelector("div").append("late whisper")
      document.querySelector("#host").shadowRoot.append("anna.secret@mail.example")
      document.querySelector("[data-cue-mask]").insertAdjacentHTML("beforeend", "<u>Anna Petrova</u>")
      document.querySelector("[data-cue-block]").insertAdjacentHTML("beforeend", "<u>blocked balance 99</u>")
      document.querySelector("#password").type = "text"
      document.body.insertAdjacentHTML("beforeend", "<input value='late whisper'><textarea>late whisper</textarea><p onclick='say(&quot;late whisper&quot;)'>ordinary words</p>")
      new Promise(requestAnimationFrame)
    }`)
    await tab.evaluate("new Promise(requestAnimationFrame)")
    await hide(tab)
    await expect.poll(async () => (await readOutbox(tab))?.join("") ?? "").toContain("ordinary words")
    const stored = (await readOutbox(tab))!.join("\n")
    site.answer = 200
    await tab.reload()
    await expect.poll(() => JSON.stringify(frames(site))).toContain("ordinary words")
    const sent = JSON.stringify([readReplay(site), listReplayMessages(site)])
    for (const secret of planted)
      for (const [place, text] of [
        ["stored", stored],
        ["sent", sent],
      ] as const)
        expect(text.includes(secret), `${secret} is ${place}`).toBe(false)
    for (const word of ["Blue vase", "A vase of glass", "In the shade", "fine by me", "Send it", "inner"])
      expect(sent).toContain(word)
    expect(sent).not.toMatch(/private|hunter2|Petrova|whisper|confession/)
    expect(sent).not.toMatch(/"(selected|checked|isChecked)":true/)
    expect(errors).toEqual([])
    const kept = readReplay(site)
    expect(kept[0]?.frames.slice(0, 2).map(({ type }) => type)).toEqual([4, 2])
    expect(kept[0]).toMatchObject({ why: "session", chunk: 0 })
    // Who it was, as in the events.
    const events = site.batches.flatMap(({ batch }) => batch)
    expect(new Set(events.map(({ anonymousId }) => anonymousId)).size).toBe(1)
    for (const { batch } of site.batches)
      for (const message of batch) expect(JSON.stringify(message).length).toBeLessThan(32_000)
  })

  test("is only the minute before an error, and nothing leaves without one", async () => {
    const { page: tab, site } = await visit(shell(`<h1>Blue vase</h1><p id="p"></p>`, "data-replay"))
    await agree(tab)
    await records(tab, site)
    await tab.evaluate(`document.querySelector("#p").textContent = "before it broke"`)
    await hide(tab)
    expect(await readOutbox(tab)).toEqual([])
    expect(listReplayMessages(site)).toEqual([])
    await fail(tab, "the cart of anna.secret@mail.example broke")
    await expect.poll(() => readReplay(site).length).toBe(1)
    const [chunk] = readReplay(site)
    expect(chunk?.why).toMatch(/the cart of ••• broke/)
    expect(chunk?.frames.slice(0, 2).map(({ type }) => type)).toEqual([4, 2])
    expect(JSON.stringify(chunk?.frames)).toContain("before it broke")
    await expect.poll(() => readOutbox(tab)).toEqual([])
    await tab.evaluate(`document.querySelector("#p").textContent = "after it broke"`)
    await hide(tab)
    await expect.poll(() => JSON.stringify(frames(site))).toContain("after it broke")
    expect(new Set(listReplayMessages(site).map(({ properties }) => properties.replay)).size).toBe(1)
  })

  test("comes with the next page where the collector was down, once", async () => {
    const { page: tab, site } = await visit(shell(`<h1>Blue vase</h1>`, "data-replay"))
    await agree(tab)
    await records(tab, site)
    site.answer = 503
    await fail(tab, "broken")
    await expect
      .poll(() => tab.evaluate("JSON.stringify(cuelight.problems())"))
      .toContain("replay: Error: HTTP 503")
    expect((await readOutbox(tab))?.length).toBe(1)
    site.answer = 200
    await tab.reload()
    await expect.poll(() => readReplay(site).length).toBe(1)
    await expect.poll(() => readOutbox(tab)).toEqual([])
    expect(listReplayMessages(site).length).toBe(readReplay(site)[0]?.parts)
  })
})

describe("consent withdrawn", () => {
  test("ends replay and erases what is not delivered; given again, it begins anew", async () => {
    const { page: tab, site } = await visit(
      shell(`<h1>Blue vase</h1><p id="p"></p>`, `data-replay="session"`),
    )
    site.answer = 503
    await agree(tab)
    await records(tab, site)
    await hide(tab)
    await expect.poll(async () => (await readOutbox(tab))?.length).toBe(1)
    await tab.evaluate("cuelight.consent({ replay: false })")
    await expect.poll(() => readOutbox(tab)).toBeNull()
    await tab.evaluate(`document.querySelector("#p").textContent = "after the refusal"`)
    await hide(tab)
    site.answer = 200
    await agree(tab)
    await tab.evaluate("new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))")
    await tab.evaluate(`document.querySelector("#p").textContent = "after the new consent"`)
    await tab.evaluate("new Promise(requestAnimationFrame)")
    await hide(tab)
    await expect.poll(() => JSON.stringify(frames(site))).toContain("after the new consent")
    const kept = readReplay(site)
    expect(new Set(kept.map(({ replay }) => replay)).size).toBe(1)
    expect(kept[0]?.frames.slice(0, 2).map(({ type }) => type)).toEqual([4, 2])
  })
})

describe("a page that is too heavy", () => {
  test("ends replay before ten thousand nodes are serialised, and says so", async () => {
    const { page: tab, site, errors } = await visit(shell(`<h1>Blue vase</h1>`, `data-replay="session"`))
    await agree(tab)
    await records(tab, site)
    await tab.evaluate(`{
      const list = document.createElement("ul")
      for (let n = 0; n < 10_000; n++) list.append(Object.assign(document.createElement("li"), { textContent: "flooding" }))
      document.body.append(list)
    }`)
    await expect.poll(() => stopped(tab)).toEqual([expect.stringMatching(/^1000\d nodes were added at once/)])
    await expect.poll(() => JSON.stringify(frames(site))).toContain("cuelight-stopped")
    expect(JSON.stringify(frames(site))).not.toContain("flooding")
    // It has ended: nothing more is recorded.
    const before = readReplay(site).length
    await tab.evaluate(`document.body.append("after the end")`)
    await hide(tab)
    expect(await readOutbox(tab)).toEqual([])
    expect(readReplay(site).length).toBe(before)
    expect(errors).toEqual([])
  })

  test("is not begun with", async () => {
    const { page: tab, site } = await visit(shell("<i></i>".repeat(15_001), `data-replay="session"`))
    await agree(tab)
    await expect.poll(() => stopped(tab)).toEqual(["more than 15000 elements"])
    await hide(tab)
    expect(listReplayMessages(site)).toEqual([])
  })

  test("one that changes all the time ends it too", async () => {
    const { page: tab, site } = await visit(shell(`<h1 id="h">Blue vase</h1>`, `data-replay="session"`))
    await agree(tab)
    await records(tab, site)
    await tab.evaluate(
      `for (let n = 0; n < 20_001; n++) document.querySelector("#h").setAttribute("data-n", n)`,
    )
    await expect.poll(() => stopped(tab)).toEqual(["more than 20000 mutations in 10 s"])
  })
})

test("replay too patches no built-in, and leaves no global", async () => {
  const { page: tab, site } = await visit(shell(`<h1>Blue vase</h1>`, `data-replay="session"`))
  await tab.evaluate(`{
    // Every property of every built-in's own, by identity.
    window.look = () => {
      const seen = new Map()
      for (const name of Object.getOwnPropertyNames(window)) {
        const value = Object.getOwnPropertyDescriptor(window, name)?.value
        if (typeof value !== "function") continue
        for (const owner of [value, value.prototype]) {
          if (!owner) continue
          for (const key of Reflect.ownKeys(owner)) {
            const { value: own, get, set } = Object.getOwnPropertyDescriptor(owner, key)
            seen.set(name + (owner === value ? "." : "#") + String(key), [own, get, set])
          }
        }
      }
      seen.set("document", Reflect.ownKeys(document))
      return seen
    }
    window.before = look()
    window.names = Object.getOwnPropertyNames(window)
  }`)
  await agree(tab)
  await records(tab, site)
  await hide(tab)
  await expect.poll(() => frames(site).length).toBeGreaterThan(1)
  expect(
    await tab.evaluate(`[...look()].filter(([name, parts]) => {
      const old = before.get(name)
      return !old || parts.some((part, index) => !Object.is(part, old[index]))
    }).map(([name]) => name)`),
  ).toEqual([])
  expect(
    await tab.evaluate("Object.getOwnPropertyNames(window).filter((name) => !names.includes(name))"),
  ).toEqual(["names"])
})
