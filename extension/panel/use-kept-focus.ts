import { type RefObject, useEffect } from "react"

const FOCUSABLE =
  "button:not(:disabled), a[href], select:not(:disabled), input:not(:disabled), textarea, summary, [tabindex='0']"

/**
 * Who presses a button that then goes or rests (a finding that is muted, an event that is taken back, "back to now") would stand
 * at the beginning of the page: the focus goes on with the nearest thing that is still there.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    let around: Element[] = []
    const note = (event: FocusEvent) => {
      around = []
      for (let each = event.target as Element | null; each && each !== element; each = each.parentElement)
        around.push(each)
    }
    const follow = () => {
      const [focused] = around
      if (!focused || (focused.isConnected && !focused.matches(":disabled"))) return
      const { activeElement, body } = element.ownerDocument
      const left = [...around.filter((each) => each.isConnected), element]
      around = []
      // Something else has taken it already, as a form does that opens.
      if (activeElement !== null && activeElement !== body && activeElement !== focused) return
      const next = left.flatMap((each) =>
        each.matches(FOCUSABLE) ? each : (each.querySelector(FOCUSABLE) ?? []),
      )[0]
      ;(next as HTMLElement | undefined)?.focus()
    }
    const observer = new MutationObserver(follow)
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ["disabled"] })
    element.addEventListener("focusin", note)
    return () => {
      observer.disconnect()
      element.removeEventListener("focusin", note)
    }
  }, [root])
}
