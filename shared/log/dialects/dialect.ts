import type { TouchpointEvent } from "../../event"

/** An event as a dialect tells it: not checked yet, and without an id where the log gives none. */
export type ToldEvent = Omit<TouchpointEvent, "id"> & { id?: string }

/** Why a value cannot be used. */
export interface Refusal {
  reason: string
}

/** What a value tells. Nothing at all is no mistake: most of a data layer concerns no journey. */
export type Reading = readonly (ToldEvent | Refusal)[]

/** The instant (ms UTC) of a wall time that names no zone (`2026-03-02 10:00:00`); undefined where nobody knows the zone. */
export type ReadWall = (text: string) => number | undefined

/** One way to write events down. */
export interface Dialect {
  /** As in `--format NAME`, and the name of the file. */
  name: string
  /** How sure it is that a value is of this dialect: 0 (is none) to 1 (cannot be of another). Looks at few fields. */
  recognise(value: unknown): number
  /** Reads a value that has passed `findHostile`; wall times of no zone by `walls`. Never throws. */
  read(value: unknown, walls?: ReadWall): Reading
  /** An event in this dialect, from which `read` tells it again; left out where nobody takes logs of it. */
  write?(event: TouchpointEvent): unknown
}
