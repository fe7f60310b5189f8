import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { CDPSession } from "playwright"

export interface RecordedEvent {
  name: string
  at: number
  source: string
  gesture?: { type: string; target: string } | null
  props?: {
    value?: number
    currency?: string
    items?: { item_id?: string; item_name?: string; price?: number; quantity?: number }[]
  }
}

const dist = resolve(import.meta.dirname, "../../snippet/dist")
const world = "cuelight"
const reportName = "cuelightTestReport"

/** What the extension's bridge does between tap and recorder, without the extension. */
const bridge = `(() => {
  let listener; const early = []
  document.addEventListener("cuelight:tap", (event) => {
    event.stopImmediatePropagation()
    event.ports[0].onmessage = ({ data }) => {
      if (data.type === "push") listener ? listener(data.value, data.at) : early.push(data)
      else ${reportName}(JSON.stringify({ tap: data }))
    }
  })
  document.dispatchEvent(new Event("cuelight:bridge"))
  cuelightRecorder.start({
    report: (event) => ${reportName}(JSON.stringify({ event })),
    problem: (code, detail) => ${reportName}(JSON.stringify({ problem: { code, detail } })),
    pushes: (next) => { listener = next; for (const { value, at } of early) next(value, at); return () => { listener = undefined } },
    rules: RULES,
  })
})()`

/**
 * Runs the recorder as the extension runs it: in an isolated world, with the tap in the page's own, both before the
 * first script of the page. What is recorded goes into the returned lists.
 */
export async function injectRecorder(
  session: CDPSession,
  rules: unknown[] = [],
): Promise<{ events: RecordedEvent[]; problems: { code: string; detail: string }[] }> {
  const events: RecordedEvent[] = []
  const problems: { code: string; detail: string }[] = []
  const read = (name: string) => readFileSync(resolve(dist, name), "utf8")
  await session.send("Runtime.enable")
  await session.send("Page.enable")
  await session.send("Runtime.addBinding", { name: reportName, executionContextName: world })
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name !== reportName) return
    const { event, problem, tap } = JSON.parse(payload)
    if (event) events.push(event)
    if (problem) problems.push(problem)
    if (tap?.type === "problem") problems.push(tap)
  })
  await session.send("Page.addScriptToEvaluateOnNewDocument", {
    worldName: world,
    source: `if (self === top) {${read("cuelight-embedded.js")};${bridge.replace("RULES", JSON.stringify(rules))}}`,
  })
  await session.send("Page.addScriptToEvaluateOnNewDocument", {
    source: `if (self === top) {${read("cuelight-tap.js")}}`,
  })
  return { events, problems }
}
