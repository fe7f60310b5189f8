import type { TouchpointEvent } from "../shared/event"

/** What the `data-` attributes of the script tag say, for those who bundle the recorder. All are optional. */
export interface RecorderOptions {
  /** A name for your site, sent with each event. */
  site?: string
  /** Address of the communication map, for the extension. */
  map?: string
  /** A Segment-compatible `/v1/batch`; without it events stay in the visitor's browser. */
  endpoint?: string
  /** `pending`: nothing is stored or sent until `consent({ analytics: true })`. */
  consent?: "pending" | "denied" | "granted"
  /** Also how visits go: presses that nothing answers, errors, slow pages, time and depth, answers to surveys, pop-ups. */
  experience?: "on"
  /** `off`: pages of shops are not read more closely where they show a need of it. */
  shop?: "off"
  /** `errors`: the minute before a script error is kept; `session`: everything. Only after `consent({ replay: true })`. */
  replay?: "errors" | "session"
  /** Any other attribute of the tag, by its name without `data-`, in camel case. */
  [attribute: string]: string | undefined
}

export type ConsentChoice = boolean | "granted" | "denied"

export interface Problem {
  code: string
  detail: string
}

/** The recorder, the same as `window.cuelight`. */
export interface Cuelight {
  track(name: string, props?: Record<string, unknown>): void
  page(props?: Record<string, unknown>): void
  identify(user: string | number, traits?: Record<string, unknown>): void
  consent(choices: {
    analytics?: ConsentChoice
    marketing?: ConsentChoice
    replay?: ConsentChoice
    [purpose: string]: ConsentChoice | undefined
  }): void
  /** Log-out: another visitor from now on. */
  reset(): void
  /** Erases all that is stored of the visitor, in other tabs too. */
  forget(): void
  /** Resolves when what was recorded is written, and sent as far as the collector takes it. */
  flush(): Promise<void>
  /** What is stored, and what this page has told, in order. */
  history(): Promise<TouchpointEvent[]>
  on(name: "event", listener: (event: TouchpointEvent) => void): () => void
  on(name: "problem", listener: (problem: Problem) => void): () => void
}

type Call = [method: string, values: unknown[], resolve: (value: unknown) => void, at: number]
type Stub = Record<string, unknown> & { q?: Call[]; version?: string; options?: RecorderOptions }

const methods = ["track", "page", "identify", "consent", "reset", "forget", "flush", "history", "on"]

/** The stub of the script tag: calls made before the recorder has come are kept, in order and with their time. */
function stand(stub: Stub, calls: Call[]): void {
  stub.q = calls
  for (const method of methods)
    stub[method] = (...values: unknown[]) => {
      const answer = new Promise((resolve) => calls.push([method, values, resolve, Date.now()]))
      return method === "on" ? () => void answer.then((off) => (off as () => void)()) : answer
    }
}

/**
 * Starts the recorder in the page, once however often it is called, and gives it at once: it comes as a chunk of its own,
 * and calls made before are kept. On a server it does nothing.
 */
export function load(options: RecorderOptions = {}): Cuelight {
  const page = globalThis as { cuelight?: Stub }
  if (typeof document === "undefined") {
    const nothing = async () => []
    const inert = Object.fromEntries(methods.map((name) => [name, name === "on" ? () => nothing : nothing]))
    return inert as unknown as Cuelight
  }
  page.cuelight ??= {}
  const stub = page.cuelight
  if (!stub.options && typeof stub.version !== "string") {
    stub.options = options
    if (!stub.q) stand(stub, [])
    import("./module-parts").catch((error) => console.warn("The recorder did not load:", error))
  }
  return stub as unknown as Cuelight
}
