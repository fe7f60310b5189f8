import { createRing } from "./ring"

/** A script error keeps at least so much of what was before it, and so much of what comes after. */
const BEFORE_MS = 60_000
const AFTER_MS = 5_000
const MOST_IN_RING = 3 * 1024 * 1024
/** A chunk of a whole session is cut at whichever comes first. */
const CHUNK_MS = 10_000
const CHUNK_CHARACTERS = 150_000
/** Of one page: after these, replay ends by itself. */
const MOST_MINUTES = 30
const MOST_CHARACTERS = 12 * 1024 * 1024
const MOST_HAND_OVERS = 3

export type ReplayMode = "errors" | "session"

export interface CutChunk {
  frames: string[]
  from: number
  to: number
  why: string
}

export interface Chunks {
  add(frame: string, at: number, isBeginning: boolean): void
  /** Something went wrong: what the ring holds is kept, and what comes next. */
  goneWrong(why: string, at: number): void
  /** Cuts what has waited long enough, on a page where nothing more happens. */
  tick(now: number): void
  /** The page may be going: whatever is to be kept is cut now. */
  settle(): void
}

/**
 * Decides what of a recording is kept, and in which pieces. `session`: everything, up to half an hour and 12 MiB.
 * `errors`: nothing but the last minute, in memory, until something goes wrong. Bounded in both; `end` says why it ended.
 */
export function cutChunks(
  mode: ReplayMode,
  keep: (chunk: CutChunk) => void,
  /** Asks for a full snapshot: what follows can be played by itself. */
  beginAnew: () => void,
  end: (why: string) => void,
): Chunks {
  const ring = createRing(BEFORE_MS, MOST_IN_RING)
  const isSession = mode === "session"
  let begunAt: number | undefined
  let ringFrom: number | undefined
  let open: CutChunk | undefined
  let characters = 0
  let kept = 0
  let handOvers = 0
  let followUntil = 0

  const cut = () => {
    const chunk = open
    open = undefined
    characters = 0
    if (chunk && chunk.frames.length > 0) keep(chunk)
  }
  const append = (frame: string, at: number, why: string) => {
    open ??= { frames: [], from: at, to: at, why }
    open.frames.push(frame)
    open.to = at
    characters += frame.length
    kept += frame.length
    if (characters >= CHUNK_CHARACTERS || at - open.from >= CHUNK_MS) cut()
  }
  const stopFollowing = () => {
    cut()
    followUntil = 0
    if (handOvers >= MOST_HAND_OVERS) end(`${MOST_HAND_OVERS} errors were kept`)
    else beginAnew()
  }

  return {
    add(frame, at, isBeginning) {
      begunAt ??= at
      if (isSession) {
        append(frame, at, "session")
        if (at - begunAt > MOST_MINUTES * 60_000) end(`${MOST_MINUTES} minutes`)
        else if (kept > MOST_CHARACTERS) end(`${MOST_CHARACTERS} bytes`)
      } else if (followUntil > 0) {
        append(frame, at, open?.why ?? "after")
        if (at > followUntil) stopFollowing()
      } else {
        ringFrom ??= at
        ring.add(frame, at, isBeginning)
      }
    },
    goneWrong(why, at) {
      if (isSession || followUntil > 0) return
      handOvers++
      const frames = ring.take()
      followUntil = at + AFTER_MS
      // Written now: after an error the page may well go.
      if (frames.length > 0) keep({ frames, from: ringFrom ?? at, to: at, why })
      ringFrom = undefined
    },
    tick(now) {
      if (followUntil > 0 && now > followUntil) stopFollowing()
      else if (open && now - open.from >= CHUNK_MS) cut()
    },
    settle: cut,
  }
}
