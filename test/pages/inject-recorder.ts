import type { CDPSession } from "playwright"
import { buildBundle } from "../snippet/build-bundle"

export interface PageEvent {
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

export interface InjectedRecorder {
  events: PageEvent[]
  problems: { code: string; detail: string }[]
}

const world = "cuelight"
const reportName = "cuelightTestReport"

/** What the extension's bridge does between tap and recorder, without the extension. */
const bridge = `(() => {
  const listeners = new Set()
  const early = []
  document.addEventListener("cuelight:tap", (event) => {
    event.stopImmediatePropagation()
    event.preventDefault()
    event.ports[0].onmessage = ({ data }) => {
      if (data.type === "problem") ${reportName}(JSON.stringify({ problem: data }))
      if (data.type !== "push") return
      for (const listener of listeners) listener(data.value, data.at)
      early.push(data)
    }
  })
  document.dispatchEvent(new Event("cuelight:bridge"))
  cuelightRecorder.start({
    report: (event) => ${reportName}(JSON.stringify({ event })),
    problem: (code, detail) => ${reportName}(JSON.stringify({ problem: { code, detail } })),
    pushes: (next) => {
      listeners.add(next)
      for (const { value, at } of early) next(value, at)
      return () => listeners.delete(next)
    },
    carry: (text) => sessionStorage.setItem("cuelight-test", text),
    async carried() {
      const text = sessionStorage.getItem("cuelight-test")
      sessionStorage.removeItem("cuelight-test")
      return text
    },
  })
})()`

/**
 * Runs the recorder as the extension runs it: in an isolated world, with the tap in the page's own, both before the
 * page's first script. What is recorded goes into the returned lists.
 */
export async function injectRecorder(session: CDPSession): Promise<InjectedRecorder> {
  const recorded: InjectedRecorder = { events: [], problems: [] }
  const [recorder, tap] = await Promise.all([buildBundle("embedded"), buildBundle("tap")])
  const inTopFrame = (source: string) => `if (self === top) {${source}}`
  await session.send("Runtime.enable")
  await session.send("Page.enable")
  await session.send("Runtime.addBinding", { name: reportName, executionContextName: world })
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name !== reportName) return
    const { event, problem } = JSON.parse(payload)
    if (event) recorded.events.push(event)
    if (problem) recorded.problems.push(problem)
  })
  await session.send("Page.addScriptToEvaluateOnNewDocument", {
    worldName: world,
    source: inTopFrame(`${recorder};${bridge}`),
  })
  await session.send("Page.addScriptToEvaluateOnNewDocument", { source: inTopFrame(tap) })
  return recorded
}
