import { useEffect, useRef, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { nameFollowUp } from "./describe-follow-up"
import type { OverlayState } from "./state"

/**
 * Tells a screen reader, once and quietly, what was newly missed and which scenario started. What was so when the
 * overlay came up is no news.
 */
export function Announcer({ state }: { state: Pick<OverlayState, "missed" | "running"> }) {
  const reader = useReader()
  const told = useRef<Set<string> | null>(null)
  const [sentence, setSentence] = useState("")

  useEffect(() => {
    const { words, formats } = reader
    const first = told.current === null
    told.current ??= new Set()
    const known = told.current
    const isNew = (key: string) => !known.has(key) && known.add(key) !== null
    const missed = state.missed.filter(({ key }) => isNew(`missed ${key}`))
    const fired = state.running.filter(({ key }) => isNew(`fired ${key}`))
    if (first) return
    const [only] = missed
    const sentences = [
      ...(missed.length === 1 && only ? [words.announce.missed(nameFollowUp(only, reader))] : []),
      ...(missed.length > 1 ? [words.announce.missedMany(missed.length, formats.number(missed.length))] : []),
      ...fired.slice(0, 3).map(({ name }) => words.announce.fired(cutMiddle(name, 60))),
    ]
    if (sentences.length > 0) setSentence(`${sentences.join(". ")}.`)
  }, [state.missed, state.running, reader])

  return (
    <div className="cue-unseen" role="status" aria-live="polite">
      {sentence}
    </div>
  )
}
