/** The last minute of a page, in memory: whole segments, each of which begins with a full snapshot. */
export interface Ring {
  add(frame: string, at: number, isBeginning: boolean): void
  /** Everything kept, oldest first; the ring is empty after it. */
  take(): string[]
  /** Characters held. */
  size(): number
}

interface Segment {
  from: number
  frames: string[]
  characters: number
}

/**
 * A segment is dropped when the one after it reaches back far enough, so that what is kept can always be played and
 * covers at least `spanMs`, as far as `mostCharacters` allows.
 */
export function createRing(spanMs: number, mostCharacters: number): Ring {
  let segments: Segment[] = []
  const size = () => segments.reduce((sum, { characters }) => sum + characters, 0)
  return {
    add(frame, at, isBeginning) {
      if (isBeginning || segments.length === 0) segments.push({ from: at, frames: [], characters: 0 })
      const last = segments.at(-1)!
      last.frames.push(frame)
      last.characters += frame.length
      while (segments.length > 1 && (segments[1]!.from <= at - spanMs || size() > mostCharacters))
        segments.shift()
    },
    take() {
      const frames = segments.flatMap((segment) => segment.frames)
      segments = []
      return frames
    },
    size,
  }
}
