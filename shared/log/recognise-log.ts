import { dialects } from "./dialects"
import { cuelight } from "./dialects/cuelight"
import type { Dialect } from "./dialects/dialect"

/** So many recognised values decide; enough that a few strange ones at the beginning do not. */
const ENOUGH_VOTES = 20
/** So many values are held at most before that. */
const MOST_HELD = 100
/** Nothing else can be meant. */
const SURE = 0.9

export interface LogRecogniser {
  /** Takes a value of the log. It is read at once, or as soon as the dialect is known. */
  take(line: number, value: unknown): void
  /** Does something else in its turn among the values. */
  pass(turn: () => void): void
  end(): void
  /** Whether the dialect is known, so that no further value says anything about it. */
  isDecided(): boolean
}

/**
 * Finds the dialect of a log from its first values, and reads each value with it. A value that is surely of another
 * dialect is read with that one: logs of a site and of its mail service are often put into one file. When a dialect is
 * insisted on, it reads all.
 */
export function recogniseLog(
  insisted: Dialect | undefined,
  read: (line: number, value: unknown, dialect: Dialect) => void,
): LogRecogniser {
  let main = insisted
  const votes = new Map<Dialect, number>()
  let voters = 0
  let turns: (() => void)[] = []

  const readWith = (line: number, value: unknown) => {
    const usual = main ?? cuelight
    if (insisted || usual.recognise(value) >= SURE) return read(line, value, usual)
    const [best, score] = recogniseValue(value)
    read(line, value, best && (score >= SURE || usual.recognise(value) === 0) ? best : usual)
  }

  const decide = () => {
    let most = 0
    for (const [dialect, count] of votes) {
      if (count <= most) continue
      most = count
      main = dialect
    }
    for (const turn of turns) turn()
    turns = []
  }

  const wait = (turn: () => void) => {
    if (main) return turn()
    turns.push(turn)
    if (voters >= ENOUGH_VOTES || turns.length >= MOST_HELD) decide()
  }

  return {
    take(line, value) {
      if (main) return readWith(line, value)
      const [best, score] = recogniseValue(value)
      if (best) {
        votes.set(best, (votes.get(best) ?? 0) + score)
        voters++
      }
      wait(() => readWith(line, value))
    },
    pass: wait,
    end: decide,
    isDecided: () => main !== undefined,
  }
}

function recogniseValue(value: unknown): [Dialect | undefined, number] {
  let best: Dialect | undefined
  let most = 0
  for (const dialect of dialects) {
    const score = dialect.recognise(value)
    if (score <= most) continue
    most = score
    best = dialect
  }
  return [best, most]
}
