import type { InboxMessage, InboxOrder, InboxOrders } from "../inbox/messages"
import { type MountedOverlay, mountOverlay } from "./mount-overlay"
import { watchInbox } from "./webmail/watch-inbox"

/**
 * The script of an open inbox that the person has switched on. It reads the list of mails (sender, subject, time), hands
 * over the lines that the map expects, and gives the overlay its place. Injected twice, the first copy stays.
 */
const world = globalThis as typeof globalThis & { cuelightInbox?: { greet(): void } }

if (world.cuelightInbox) world.cuelightInbox.greet()
else world.cuelightInbox = startInbox()

function send(message: InboxMessage): Promise<unknown> {
  return chrome.runtime.sendMessage(message)
}

function startInbox(): { greet(): void } {
  let overlay: MountedOverlay | null = null
  const watch = watchInbox(document, (sighting) => {
    send({ type: "inbox-seen", ...sighting }).catch(stopIfOrphaned)
  })

  function follow(orders: InboxOrders): void {
    watch.look(orders)
    overlay ??= mountOverlay(`${chrome.runtime.getURL("tabs/overlay.html")}#inbox`, orders.layout)
  }

  function receive(order: InboxOrder, _sender: unknown, respond: (answer: unknown) => void): void {
    if (order.type === "inbox-orders") follow(order)
    else if (order.type === "inbox-layout") overlay?.setLayout(order.layout)
    else if (order.type === "move") respond(overlay?.move(order))
    else if (order.type === "inbox-stop") rest()
  }

  function greet(): void {
    send({ type: "inbox-hello" }).then((answer) => {
      if ((answer as InboxOrders | null)?.type === "inbox-orders") follow(answer as InboxOrders)
      else rest()
    }, stopIfOrphaned)
  }

  function rest(): void {
    watch.rest()
    overlay?.remove()
    overlay = null
  }

  /** After an update of the extension the old copy of this script lives on, cut off: it must leave no trace. */
  function stopIfOrphaned(): void {
    if (chrome.runtime?.id) return
    rest()
    delete world.cuelightInbox
  }

  chrome.runtime.onMessage.addListener(receive)
  greet()
  return { greet }
}
