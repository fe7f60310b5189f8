import { findChat } from "../chat-marks"
import { defineDetector } from "../detector"
import { watchPage } from "../page-changes"

/** What opens so soon after a press was asked for: a chat may load its conversation first. */
const ASKED_MS = 3_000
/** Of the window. A launcher takes half a hundredth, a greeting in a bubble some hundredths. */
const LEAST_SHARE = 0.025
const MOST_CANDIDATES = 40
const candidates =
  'jdiv,body > div > iframe,body > iframe,[id*="chat" i],[class*="chat" i],[id*="messenger" i],[class*="messenger" i],[class*="crisp-"],[class*="intercom-"],[class*="b24-"],[id*="jivo" i],[id*="tawk" i],[id*="hubspot-m"]'

const isOpen = (element: Element) => {
  if (element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return false
  const { width, height } = element.getBoundingClientRect()
  return width * height >= LEAST_SHARE * innerWidth * innerHeight
}

/**
 * `message_shown` by a chat that speaks first: it opens, or sends a bubble, and nobody has pressed it. One that a page
 * begins with was opened on the page before, and one that a press has opened is `contact`: neither is a message.
 */
export const chatGreeting = defineDetector({
  name: "chat-greeting",
  start(report, signal, around) {
    let isKnownOpen: boolean | null = null
    let askedAt = Number.NEGATIVE_INFINITY
    const ask = ({ timeStamp }: Event) => {
      askedAt = timeStamp
    }
    around.listen("click", ask)
    // A press inside the frame of a chat is seen by the focus that it takes along.
    around.listen("blur", ask)
    around.onVisit(() => {
      isKnownOpen = null
    })
    watchPage(
      () => {
        const chats = [...document.querySelectorAll(candidates)]
          .slice(0, MOST_CANDIDATES)
          .flatMap((element) => {
            const provider = findChat(element)
            return provider === null ? [] : [{ element, provider }]
          })
        if (chats.length === 0) return
        const open = chats.find(({ element }) => isOpen(element))
        const isFresh = isKnownOpen === false && open !== undefined
        isKnownOpen = open !== undefined
        if (isFresh && performance.now() - askedAt >= ASKED_MS)
          report({
            name: "message_shown",
            source: "page",
            props: { channel: "chatbot", provider: open.provider },
          })
      },
      around,
      signal,
    )
  },
})
