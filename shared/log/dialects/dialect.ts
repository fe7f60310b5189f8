import type { TouchpointEvent } from "../../event"

/** An event as a dialect tells it: not checked yet, and without an id where the log gives none. */
export type ToldEvent = Omit<TouchpointEvent, "id"> & { id?: string }

/** Several events of one value come as a list; an empty list tells nothing that concerns a journey, and is no mistake. */
export type Reading = ToldEvent[] | { reason: string }

/** One way to write events down. */
export interface Dialect {
  /** As in `--format NAME`, and the name of the file. */
  name: string
  /** How sure it is that a value is of this dialect: 0 (is none) to 1 (cannot be of another). Looks at few fields. */
  recognise(value: unknown): number
  /** The events of a value that has passed `findHostile`. Never throws. */
  read(value: unknown): Reading
}
