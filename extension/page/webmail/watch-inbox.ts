import type { InboxOrders, InboxSighting, SeenLine } from "../../inbox/messages"
import { fitsPattern } from "./fits-pattern"
import { findWebmail } from "./registry"
import type { InboxLine } from "./webmail"

type Wanted = Pick<InboxOrders, "since" | "subject" | "sender">

/** A busy page is looked at this often at most. */
const LOOK_AGAIN_MS = 500
/** While nothing changes, being looked at is told this often. */
const TELL_MS = 30_000
const TICK_MS = 5_000
/** A list may show a mail so long after it came: of the last minute nothing is said. */
const SETTLE_MS = 60_000
/** Between two ticks the computer slept: what lies between nobody saw. */
const ASLEEP_MS = 4 * TICK_MS

export interface InboxWatch {
  /** Begins, or goes on with other orders. */
  look(wanted: Wanted): void
  rest(): void
}

/**
 * Looks at the list whenever it changes while the page can be seen, and tells what of it is expected. All else is
 * forgotten at once: it is never stored, and never leaves this script.
 */
export function watchInbox(page: Document, tell: (sighting: InboxSighting) => void): InboxWatch {
  let wanted: Wanted | null = null
  let soon: ReturnType<typeof setTimeout> | undefined
  let ticking: ReturnType<typeof setInterval> | undefined
  let lookedFrom: number | null = null
  let lastTickAt = 0
  let toldAt = 0
  let told = ""

  function look(): void {
    clearTimeout(soon)
    soon = undefined
    if (!wanted) return
    const now = Date.now()
    const webmail = findWebmail(page)
    const list = page.visibilityState === "visible" ? (webmail?.read(page, now) ?? null) : null
    if (page.visibilityState === "visible") {
      const isCovered = list?.isWhole === true && navigator.onLine
      if (!isCovered || now - lastTickAt > ASLEEP_MS) lookedFrom = isCovered ? now : null
      lookedFrom ??= isCovered ? now : null
      lastTickAt = now
    } else lookedFrom = null
    const sighting = {
      lines: choose(list?.lines ?? [], wanted),
      webmail: list ? (webmail?.id ?? null) : null,
      isWhole: list?.isWhole ?? false,
    }
    const key = JSON.stringify(sighting)
    if (page.visibilityState !== "visible" || (key === told && now - toldAt < TELL_MS)) return
    told = key
    toldAt = now
    tell({ ...sighting, looked: lookedSpan() })
  }

  function lookedSpan(): InboxSighting["looked"] {
    const to = lastTickAt - SETTLE_MS
    return lookedFrom !== null && to > lookedFrom ? { from: lookedFrom, to } : null
  }

  /** Before the page is left: until when it was looked at. */
  function leave(): void {
    const looked = lookedSpan()
    if (wanted && looked) tell({ lines: [], looked, webmail: null, isWhole: false })
    lookedFrom = null
    told = ""
  }

  const growth = new MutationObserver(() => {
    soon ??= setTimeout(look, LOOK_AGAIN_MS)
  })
  const onVisibility = () => (page.visibilityState === "visible" ? look() : leave())

  return {
    look(next) {
      const isFirst = wanted === null
      wanted = next
      told = ""
      if (isFirst) {
        growth.observe(page, { childList: true, subtree: true, characterData: true })
        page.addEventListener("visibilitychange", onVisibility)
        addEventListener("pagehide", leave)
        ticking = setInterval(look, TICK_MS)
      }
      look()
    },
    rest() {
      wanted = null
      clearTimeout(soon)
      soon = undefined
      clearInterval(ticking)
      growth.disconnect()
      page.removeEventListener("visibilitychange", onVisibility)
      removeEventListener("pagehide", leave)
    },
  }
}

/** The lines that the map expects, with a time, from when the site was audited on. */
function choose(lines: readonly InboxLine[], { since, subject, sender }: Wanted): SeenLine[] {
  return lines.flatMap(({ time, ...line }) => {
    const isOurs =
      subject.some((pattern) => fitsPattern(pattern, line.subject)) ||
      (line.sender !== null && sender.some((pattern) => fitsPattern(pattern, line.sender ?? "")))
    return isOurs && time !== null && time.to >= since ? [{ ...line, ...time }] : []
  })
}
