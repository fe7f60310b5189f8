import { useCallback, useEffect, useRef, useState } from "react"
import type { ActOnOptions } from "../section"

export type DraftStatus = "kept" | "keeping" | "not-kept"

/** Long enough that typing is not a message a letter, short enough that nobody loses a sentence. */
const PAUSE_MS = 300

/** Keeps what is typed as the map's draft: after a short pause, and at once when the page is left or hidden. */
export function useDraft(
  id: string,
  act: ActOnOptions,
): { status: DraftStatus; typed: (text: string) => void; settle: () => Promise<boolean> } {
  const [status, setStatus] = useState<DraftStatus>("kept")
  const waiting = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const settle = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const text = waiting.current
    if (text === null) return true
    const answer = await act({ type: "library-draft", id, text })
    const kept = answer !== null && "kept" in answer && answer.kept === true
    // Something may have been typed in the meantime: its own turn comes.
    if (kept && waiting.current === text) waiting.current = null
    setStatus(kept ? (waiting.current === null ? "kept" : "keeping") : "not-kept")
    return kept
  }, [id, act])

  const typed = useCallback(
    (text: string) => {
      waiting.current = text
      setStatus("keeping")
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void settle(), PAUSE_MS)
    },
    [settle],
  )

  useEffect(() => {
    const leave = () => void settle()
    const hide = () => document.visibilityState === "hidden" && leave()
    const ask = (event: BeforeUnloadEvent) => {
      if (waiting.current !== null) event.preventDefault()
    }
    addEventListener("pagehide", leave)
    addEventListener("beforeunload", ask)
    document.addEventListener("visibilitychange", hide)
    return () => {
      removeEventListener("pagehide", leave)
      removeEventListener("beforeunload", ask)
      document.removeEventListener("visibilitychange", hide)
      leave()
    }
  }, [settle])

  return { status, typed, settle }
}
