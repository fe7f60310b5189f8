import type { TouchpointEvent } from "../event"

type Fields = Record<string, unknown>

/** A push with what places it in time and among persons, in the keys by which `unwrapPush` finds them. */
export interface WrittenPush {
  push: unknown
  timestamp: string
  event_id: string
  client_id?: string
  user_id?: string
  session_id?: string
  page?: TouchpointEvent["page"]
  /** What data layers have no words for. */
  cuelight: Pick<TouchpointEvent, "source" | "gesture" | "device" | "campaign">
}

/** Puts a push into a wrapper that a log keeps on one line. */
export function wrapPush(event: TouchpointEvent, push: unknown): WrittenPush {
  const { id, at, person, user, session, page, campaign, device, gesture, source } = event
  return {
    push,
    timestamp: new Date(at).toISOString(),
    event_id: id,
    ...(person !== user && { client_id: person }),
    ...(user !== undefined && { user_id: user }),
    ...(session !== undefined && { session_id: session }),
    ...(page && { page }),
    cuelight: {
      source,
      ...(campaign && { campaign }),
      ...(device && { device }),
      ...(gesture !== undefined && { gesture }),
    },
  }
}

/** The fields under their new names. Throws nothing away: what has no new name keeps its own. */
export function renameAll(fields: Fields, names: Readonly<Record<string, string>>): Fields {
  const renamed: Fields = {}
  for (const [key, value] of Object.entries(fields)) {
    const name = Object.hasOwn(names, key) ? names[key]! : key
    renamed[name !== key && Object.hasOwn(fields, name) ? key : name] = value
  }
  return renamed
}
