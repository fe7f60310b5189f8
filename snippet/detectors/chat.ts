import { findChat } from "../chat-marks"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { countOnce } from "../once-a-visit"

/**
 * `contact` by chat, once a visit. Chats live in frames of other sites: a press inside one is seen by the focus that it
 * takes along.
 */
export const chat = defineDetector({
  name: "chat",
  start(report, _signal, around) {
    const isFirst = countOnce(around)
    const look = (element: Element | null | undefined, cause?: Event) => {
      const provider = findChat(element)
      if (provider && isFirst(0))
        report({
          name: "contact",
          source: "page",
          props: { method: "chat", provider },
          ...(cause && { cause }),
        })
    }
    around.listen("click", (event) => look(findTarget(event), event))
    around.listen("blur", ({ target }) => {
      // The new focus is known after the old one is lost.
      if (!(target instanceof Node))
        setTimeout(
          around.guard(() => document.activeElement?.localName === "iframe" && look(document.activeElement)),
        )
    })
  },
})
