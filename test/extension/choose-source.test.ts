// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import type { BridgeMessage, RecordedEvent } from "../../extension/messages"
import { chooseSource } from "../../extension/page/choose-source"

const event = (name: string, at = 1_000): RecordedEvent => ({
  id: `own-${name}-${at}`,
  name,
  at,
  source: "page",
})

function setUp(readyState: DocumentReadyState) {
  vi.spyOn(document, "readyState", "get").mockReturnValue(readyState)
  const recorded: RecordedEvent[] = []
  const fromSnippet: unknown[] = []
  const sent: BridgeMessage[] = []
  const stopRecorder = vi.fn()
  const source = chooseSource(
    {
      addRecorded: (each) => void recorded.push(each as RecordedEvent),
      addFromSnippet: (events) => void fromSnippet.push(...events),
      flush() {},
      close: () => ({ recorded, fromSnippet }),
    },
    (message) => void sent.push(message),
    stopRecorder,
    new AbortController().signal,
  )
  return { source, recorded, fromSnippet, sent, stopRecorder }
}

const addTag = (attributes: Record<string, string>) => {
  const script = document.createElement("script")
  // The document of the test would try to load a script, and report that it may not.
  script.type = "text/plain"
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  document.head.append(script)
}

beforeEach(() => {
  document.head.innerHTML = ""
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe("the source of a page's events", () => {
  test("a page without a snippet is told by our recorder", () => {
    const { source, recorded, sent } = setUp("interactive")
    source.fromRecorder(event("page_view"))
    expect(recorded.map(({ name }) => name)).toEqual(["page_view"])
    expect(sent).toContainEqual({ type: "snippet", present: false })
  })

  test("until the page is read, events are held, and told when no snippet is in it", () => {
    const { source, recorded } = setUp("loading")
    source.fromRecorder(event("page_view"))
    expect(recorded).toEqual([])
    document.dispatchEvent(new Event("DOMContentLoaded"))
    expect(recorded).toHaveLength(1)
  })

  test("a snippet's events replace those that are held", () => {
    addTag({ src: "https://cdn.example/cuelight.js" })
    const { source, recorded, fromSnippet, stopRecorder } = setUp("loading")
    source.fromRecorder(event("page_view"))
    source.snippetFound(null, null)
    source.fromSnippet([{ id: "s1", name: "page_view", at: 1_000 }])
    source.fromRecorder(event("view_item"))
    expect(recorded).toEqual([])
    expect(fromSnippet).toHaveLength(1)
    expect(stopRecorder).toHaveBeenCalled()
  })

  test("a tag whose file never runs does not cost an event, and is told of", () => {
    addTag({ src: "/assets/t.js", "data-site": "shop", "data-map": "/map.yaml" })
    const { source, recorded, sent } = setUp("complete")
    source.fromRecorder(event("page_view"))
    expect(recorded).toEqual([])
    vi.runAllTimers()
    expect(recorded).toHaveLength(1)
    expect(sent).toContainEqual(
      expect.objectContaining({ type: "snippet-silent", blocked: false, refused: false }),
    )
  })

  test("a tag whose file cannot be loaded is not waited for, and the page's own policy is named", () => {
    const address = "https://cdn.example/cuelight.js"
    const fail = () => document.querySelector("script")?.dispatchEvent(new Event("error"))
    addTag({ src: address })
    const { source, recorded, sent } = setUp("loading")
    source.fromRecorder(event("page_view"))
    fail()
    document.dispatchEvent(Object.assign(new Event("securitypolicyviolation"), { blockedURI: address }))
    vi.advanceTimersByTime(200)
    expect(recorded).toHaveLength(1)
    expect(sent).toContainEqual(
      expect.objectContaining({ type: "snippet-silent", src: address, blocked: true }),
    )
    source.stop()
  })

  test("another script that fails says nothing of the snippet", () => {
    addTag({ src: "https://cdn.example/cuelight.js" })
    const { source, sent } = setUp("loading")
    const other = document.createElement("script")
    document.head.append(other)
    other.dispatchEvent(new Event("error"))
    vi.advanceTimersByTime(1_000)
    expect(sent).toEqual([])
    source.stop()
  })

  test("a snippet that comes late: what both told is taken back, the rest stays", () => {
    const { source, sent } = setUp("complete")
    source.fromRecorder(event("page_view", 1_000))
    source.fromRecorder(event("add_to_cart", 60_000))
    source.snippetFound(null, null)
    source.fromSnippet([
      { id: "s1", name: "page_view", at: 1_500 },
      { id: "s2", name: "add_to_cart", at: 1_500 },
      "not an event",
      null,
    ])
    expect(sent).toContainEqual({ type: "retract", ids: ["own-page_view-1000"] })
  })

  test("what a site rule and the snippet both tell counts once, whoever is first", () => {
    const { source, recorded, sent } = setUp("complete")
    source.snippetFound(null, null)
    source.fromSnippet([{ id: "s1", name: "purchase", at: 10_000 }])
    source.fromSiteRules(event("purchase", 10_200))
    expect(recorded).toEqual([])
    source.fromSiteRules(event("message_shown", 11_000))
    expect(recorded).toHaveLength(1)
    source.fromSnippet([{ id: "s2", name: "message_shown", at: 11_400 }])
    expect(sent).toContainEqual({ type: "retract", ids: ["own-message_shown-11000"] })
    source.fromSiteRules(event("purchase", 90_000))
    expect(recorded.map(({ name }) => name)).toEqual(["message_shown", "purchase"])
  })

  test("a page that goes before it could tell keeps what our recorder held", () => {
    const { source, recorded } = setUp("loading")
    source.fromRecorder(event("page_view"))
    source.stop()
    expect(recorded).toHaveLength(1)
  })

  test("events of a snippet that was never announced are not taken", () => {
    const { source, fromSnippet } = setUp("complete")
    source.fromSnippet([{ id: "s1", name: "page_view", at: 1 }])
    expect(fromSnippet).toEqual([])
  })
})
