import type { TouchpointEvent } from "../shared/event"
import { createCombiner, finish } from "./combine"
import { completeEvent } from "./complete-event"
import type { RecordedEvent } from "./detector"
import type { Fields, Inside } from "./inside"
import type { Beginner, Telling } from "./recorder"
import { isToldAgain } from "./told-again"

/**
 * From now on what is told is joined, and becomes events; what was noted before comes first, in order. A detector, for it
 * hears what was before.
 */
export function joinTellings(inside: Inside): Beginner {
  const { host, memory, announce, recorder } = inside
  const held = new Set<string>()
  inside.held = held
  inside.written = (event, note) => {
    if (!note && !held.has(event.id)) inside.stored?.(event)
  }
  const { guard } = recorder
  /** What becomes of the identify that is told just now. */
  let hashing: Promise<Fields> | undefined
  const openedAt = Date.now()

  const keep = (event: RecordedEvent, isFinal: boolean) => {
    const { id, name, source, at, page } = event
    const { visitor } = inside
    if (inside.consents.analytics === "denied" || isToldAgain(event, openedAt, visitor.cartAt)) return
    if (name === "add_to_cart" && /form|button/.test(source)) visitor.cartAt = at
    if (isFinal) held.delete(id)
    else held.add(id)
    inside.save()
    // What was noted for it has become this.
    if (name === "view_item")
      for (const [noted, { event: one, note }] of memory)
        if (note && one.name === "markup" && !one.source && one.page?.url === page?.url) inside.drop(noted)
    inside.keep(event as TouchpointEvent)
    if (isFinal) announce("event", event)
  }
  const { add, settle } = createCombiner(
    guard((event) => {
      const props = hashing
      keep(event, !props)
      props?.then((all) => keep({ ...event, props: all }, true))
    }),
    guard((event) => keep(event, false)),
    guard((event, parts) => finish(event, parts, host)),
    (event) => document.readyState !== "loading" && host.isReady?.(event) !== false,
    guard,
  )
  inside.settle = settle
  inside.identifyHidden = async (id, ...rest) => {
    const hashes = await inside.hash!({ id })
    return inside.methods.identify!([hashes.id, rest[0]], rest[1])
  }
  inside.drop = (id) => {
    memory.delete(id)
    inside.journal?.drop(id)
    if ([...memory.values()].some(({ note }) => note)) return
    // A page with a lock cannot be kept for who comes back to it.
    inside.letRead?.()
    inside.letRead = undefined
  }
  inside.combine = (sighting, event, ...place) => {
    const { contacts, props } = sighting
    completeEvent(event, Number.parseInt(inside.load.slice(0, 8), 36), event.page?.url || location.href)
    // Where nothing can hash, "removed" is all that is ever told.
    hashing =
      contacts &&
      inside.hash?.(contacts).then(
        (hashes) => ({ ...props, ...hashes }),
        () => props ?? {},
      )
    add(sighting, event, ...place)
    hashing = undefined
  }

  return {
    start(_report, _signal, { pushes }) {
      pushes?.((...told) => {
        const [sighting, event] = told as unknown as Telling
        if (!sighting.source && !sighting.props?.push) return
        // Pushes are read by who hears them again.
        inside.drop(event.id)
        if (sighting.source) inside.combine!(...(told as unknown as Telling))
      }, "told")
    },
  }
}
