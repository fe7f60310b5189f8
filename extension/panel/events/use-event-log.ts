import { useEffect, useRef, useState } from "react"
import type { EventRow, EventsQuestion, EventsState } from "../states/events"

/** The log as the view has it: portions that came one after another. */
export interface EventLog {
  epoch: string
  rows: readonly EventRow[]
}

const nothing: EventLog = { epoch: "", rows: [] }

/** What the log is after a portion; null where the portion does not follow, and the log must be asked for anew. */
export function addPortion(log: EventLog, { epoch, from, rows }: EventsState): EventLog | null {
  if (from === 0 && epoch !== log.epoch) return { epoch, rows }
  if (epoch !== log.epoch || from > log.rows.length) return null
  // An answer that came twice.
  if (from < log.rows.length || rows.length === 0) return log
  return { epoch, rows: [...log.rows, ...rows] }
}

/** Puts the portions together, and asks for the next one until all are here. */
export function useEventLog(
  state: EventsState,
  question: EventsQuestion,
  ask: (question: EventsQuestion) => void,
): EventLog {
  const [log, setLog] = useState<EventLog>(() => addPortion(nothing, state) ?? nothing)
  const latest = useRef(log)
  const asked = useRef(question)

  useEffect(() => {
    const next = addPortion(latest.current, state) ?? nothing
    latest.current = next
    setLog(next)
    const wanted = { epoch: next.epoch, from: next.rows.length }
    if (asked.current.epoch === wanted.epoch && asked.current.from === wanted.from) return
    asked.current = wanted
    ask(wanted)
  }, [state, ask])
  return log
}
