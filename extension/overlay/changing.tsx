import { createContext, type ReactNode, useContext } from "react"

const StillContext = createContext(false)

/** `still`: the journey below is only looked at, as one of a saved file is. */
export function StillProvider({ still, children }: { still: boolean; children: ReactNode }) {
  return <StillContext value={still}>{children}</StillContext>
}

/** What changes a journey or asks for one: not there where a press would do nothing. */
export function Changing({ children }: { children: ReactNode }) {
  return useContext(StillContext) ? null : children
}
