import type { Inside } from "../inside"
import type { LoadFile } from "../join-files"
import type { Replay, StartReplay } from "./start-replay"

/**
 * Loads replay only when the site has configured it (`data-replay`, `data-endpoint`) and the visitor has agreed to it:
 * to `replay` by a word of its own, and to `analytics`, whose ids it carries. Where one of these is withdrawn it ends,
 * and what is not delivered is erased, also what an earlier page stored.
 */
export function joinReplay(inside: Inside, load: LoadFile | undefined): void {
  const { options, methods, consents } = inside
  const { replay: mode, endpoint, site } = options
  let replay: Replay | undefined
  let start: StartReplay | undefined
  let isAsked = false
  const isAllowed = () => consents.replay === "granted" && consents.analytics === "granted"
  const stopped = (why: string) => void methods.problem?.(["replay-stopped", why])

  const forget = () => {
    const running = replay
    replay = undefined
    isAsked = false
    if (running) void running.drop()
    else
      try {
        indexedDB.deleteDatabase("cuelight-replay")
      } catch {
        // Storage is refused: so nothing is there.
      }
  }
  const begin = () => {
    // Consent may have gone while the file was coming.
    if (!isAllowed() || replay || !endpoint || !start) return
    replay = start({
      isAllowed,
      withdrawn: forget,
      mode: mode === "session" ? "session" : "errors",
      endpoint,
      site,
      who: () => inside.visitor,
      stopped,
      problem: (detail) => void methods.problem?.(["endpoint-refused", detail]),
    })
  }
  const decide = () => {
    if (consents.replay === "denied" || consents.analytics === "denied") forget()
    if (!isAllowed() || isAsked || !load || mode === undefined) return
    isAsked = true
    if (!endpoint) stopped("data-endpoint is missing")
    else if (start) begin()
    else load("replay").catch((error) => stopped(`it did not load: ${error.message ?? error.type}`))
  }

  methods.replay = ([given]) => {
    start = given as StartReplay
    begin()
  }
  for (const [name, then] of [
    ["consent", decide],
    ["forget", forget],
  ] as const) {
    const own = methods[name]
    if (own)
      methods[name] = (values, at) => {
        const result = own(values, at)
        then()
        return result
      }
  }
  decide()
}
