import { type KeyboardEvent, useEffect, useRef } from "react"
import { shellWords } from "../words/panel/shell"
import { useReader } from "../words/reader"
import { useWords } from "../words/words"
import type { PanelHead, ViewId } from "./state"
import { viewIds, views } from "./views"

interface ViewTabsProps {
  shown: ViewId
  counts: PanelHead["counts"]
  show(view: ViewId): void
}

/**
 * The views as tabs, by the WAI-ARIA pattern: one stop for the Tab key, arrow keys between them (both pairs, because the
 * list stands upright beside a view and lies above it where there is little room), Home and End.
 */
export function ViewTabs({ shown, counts, show }: ViewTabsProps) {
  const words = useWords(shellWords)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector(`#tab-${shown}`)?.scrollIntoView?.({ block: "nearest", inline: "nearest" })
  }, [shown])

  function go(event: KeyboardEvent, from: number): void {
    const to = targetOf(event.key, from)
    const id = to === null ? undefined : viewIds[to]
    if (id === undefined) return
    event.preventDefault()
    show(id)
    list.current?.querySelector<HTMLElement>(`#tab-${id}`)?.focus()
  }

  return (
    <div ref={list} className="cue-tabs" role="tablist" aria-label={words.views} aria-orientation="vertical">
      {viewIds.map((id, index) => (
        <ViewTab
          key={id}
          id={id}
          selected={id === shown}
          count={counts[id]}
          show={show}
          onKeyDown={(event) => go(event, index)}
        />
      ))}
    </div>
  )
}

interface ViewTabProps {
  id: ViewId
  selected: boolean
  count: PanelHead["counts"][ViewId]
  show(view: ViewId): void
  onKeyDown(event: KeyboardEvent): void
}

function ViewTab({ id, selected, count, show, onKeyDown }: ViewTabProps) {
  const { formats } = useReader()
  const words = useWords(shellWords)
  const { icon: ViewIcon, words: viewWords } = views[id]
  const { title } = useWords(viewWords)
  const shownCount = count && count.count > 0 ? formats.number(Math.min(count.count, 999)) : null
  return (
    <button
      id={`tab-${id}`}
      type="button"
      role="tab"
      className="cue-tab"
      aria-selected={selected}
      aria-controls="view"
      tabIndex={selected ? 0 : -1}
      onClick={() => show(id)}
      onKeyDown={onKeyDown}
    >
      <ViewIcon size={18} aria-hidden />
      <span className="cue-tab-title">{title}</span>
      {shownCount !== null && (
        <b className={`cue-tab-count cue-tab-count-${count?.tone}`}>
          <span aria-hidden="true">{shownCount}</span>
          <span className="cue-unseen">
            {count?.tone === "bad" ? words.bad(shownCount) : words.count(shownCount)}
          </span>
        </b>
      )}
    </button>
  )
}

function targetOf(key: string, from: number): number | null {
  const last = viewIds.length - 1
  if (key === "Home") return 0
  if (key === "End") return last
  if (key === "ArrowDown" || key === "ArrowRight") return from === last ? 0 : from + 1
  if (key === "ArrowUp" || key === "ArrowLeft") return from === 0 ? last : from - 1
  return null
}
