import type { TouchpointEvent } from "../shared/event"
import type { Detector } from "./detector"
import { cart } from "./detectors/cart"
import { begun, form } from "./detectors/form"
import { plainProduct } from "./detectors/plain-product"
import { findTarget } from "./gestures"
import type { Extension, Inside } from "./inside"
import { joinForms } from "./join-forms"
import { kitOfNotes } from "./kit-notes"
import { readEarlier } from "./read-earlier"
import { readNote } from "./read-notes"
import type { Beginner, Telling } from "./recorder"
import { LOOK_FOR_MS } from "./watch-products"

/** What was pressed and sent before is read from what was noted then: the page may have changed since. */
function startLive({ start }: Detector): Beginner {
  return {
    start(report, signal, around) {
      const { listen } = around
      start(report, signal, { ...around, listen: (types, listener) => listen(types, listener, globalThis) })
    },
  }
}

/** Reads what this page has noted, in order. */
function readOwn(inside: Inside): Beginner {
  return {
    start(_report, _signal, { pushes }) {
      inside.isRead = true
      pushes?.((...told) => {
        const [{ source, cause, isOver }, event, turn, visit] = told as unknown as Telling
        // What stands on the page still is told by who looks at it.
        if (source || event.props?.push || (event.name === "markup" && !isOver)) return
        inside.drop(event.id)
        // The form that was begun before is known when it is used again.
        const used = cause && findTarget(cause)?.closest("form")
        if (used) begun.forms.add(used)
        readNote(event, (sighting, read) => inside.combine?.(sighting, read as TouchpointEvent, turn, visit))
      }, "told")
      // By then it has been seen that there is no product.
      setTimeout(() => {
        for (const [id, { event, note }] of inside.memory)
          if (note && event.name === "markup") inside.drop(id)
      }, LOOK_FOR_MS)
    },
  }
}

/** What the recorder gets where something was noted, or may be pressed and sent. */
export const notesExtension: Extension = {
  detectors: [],
  join(inside) {
    inside.kit.push(...kitOfNotes)
    inside.readEarlier ??= () => readEarlier(inside)
    inside.readers = [
      readOwn(inside),
      plainProduct,
      startLive(cart),
      startLive(form),
      { start: () => joinForms(inside) },
    ]
    return Promise.race([])
  },
}
