import { createContext, type ReactNode, useContext } from "react"
import type { Act } from "./hooks"
import type { Because, ChannelView, FollowUpView, OverlayState } from "./state"

/** What a single row needs to know of the whole journey to say why. */
type Journey = Pick<OverlayState, "channels" | "running" | "clockOffsetMs"> & { act: Act }

const JourneyContext = createContext<Journey>({ channels: [], running: [], clockOffsetMs: 0, act: () => {} })

export function JourneyProvider({ journey, children }: { journey: Journey; children: ReactNode }) {
  return <JourneyContext value={journey}>{children}</JourneyContext>
}

export function useJourney(): Journey {
  return useContext(JourneyContext)
}

export function useChannel(id: string): ChannelView | undefined {
  return useContext(JourneyContext).channels.find((channel) => channel.id === id)
}

/** Why the scenario of this step began, where it is known. */
export function useBecauseOf({ because, key }: FollowUpView): Because | undefined {
  const { running } = useContext(JourneyContext)
  return because ?? running.find(({ steps }) => steps.some((step) => step.key === key))?.because
}
