import { type RefObject, useEffect, useRef } from "react"

/**
 * What opens in the place of the button that opens it (`opened` names it, null: nothing is open) gets the focus at its
 * first field, `[data-opened]`; when it closes, the button of that name gets it back, `[data-opens]`, unless the person
 * is elsewhere by then.
 */
export function useReturningFocus(opened: string | null, root: RefObject<HTMLElement | null>): void {
  const last = useRef(opened)
  useEffect(() => {
    const before = last.current
    last.current = opened
    const element = root.current
    if (before === opened || !element) return
    if (opened !== null) element.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
    else if (isLost(element.ownerDocument.activeElement)) findOpener(element, before)?.focus()
  }, [opened, root])
}

const FIRST_FIELD = "[data-opened] :is(select, input, textarea)"

const isLost = (focused: Element | null): boolean =>
  focused === null || !focused.isConnected || focused === focused.ownerDocument.body

function findOpener(element: HTMLElement, name: string | null): HTMLElement | undefined {
  return [...element.querySelectorAll<HTMLElement>("[data-opens]")].find(
    ({ dataset }) => dataset.opens === name,
  )
}
