import type { BridgeMessage, BridgeOrders } from "../messages"
import { type Recording, startEmbedded } from "./embedded-recorder"
import { leave, leaving } from "./leave"
import { openOutbox } from "./outbox"
import { awaitHeir, isOrphaned, listOf, succeed } from "./succession"

/**
 * In a frame of an audited page: forms to sign up, to ask or to pay often live in one. Only what a person does in it is
 * recorded; the page around it tells what was viewed and bought, and shows the overlay.
 */
const frameDetectors = [
  "form",
  "form-error",
  "form-abandon",
  "cart",
  "cart-request",
  "sent-form",
  "link",
  "feedback",
]

/** Smaller ones are counting pixels and the like. */
const LEAST_WIDTH = 120
const LEAST_HEIGHT = 40

function startFrameBridge(): { greet(): void } {
  // Cut off, Chrome throws where it else would refuse.
  const send = async (message: BridgeMessage): Promise<unknown> => chrome.runtime.sendMessage(message)
  let orders: BridgeOrders | null = null
  const outbox = openOutbox(
    (message) =>
      send(message).catch((error) => {
        if (isOrphaned()) stop()
        throw error
      }),
    (message) => void leave(orders?.desk, message).catch(nobodyAnswers),
  )
  succeed(({ recorded }) => listOf(recorded).forEach(outbox.addRecorded))
  awaitHeir(() => ({ ...stop(), told: [] }))
  let recorder: Recording | null = null

  function greet(): void {
    if (innerWidth < LEAST_WIDTH || innerHeight < LEAST_HEIGHT) return
    removeEventListener("resize", greet)
    send({ type: "hello", fresh: false }).then((answer) => {
      if ((answer as BridgeOrders | null)?.type !== "orders") return
      orders = answer as BridgeOrders
      const report = outbox.addRecorded
      recorder ??= startEmbedded({ report, problem: () => {}, only: frameDetectors })
    }, nobodyAnswers)
  }

  // A frame in a closed dialog has no size yet.
  addEventListener("resize", greet)
  const onLeave = () => {
    recorder?.settle()
    outbox.flush()
  }
  for (const type of leaving) addEventListener(type, onLeave)
  greet()
  return { greet }

  /** After an update of the extension this copy lives on, cut off, and keeps what it could not hand over. */
  function stop() {
    recorder?.stop()
    removeEventListener("resize", greet)
    for (const type of leaving) removeEventListener(type, onLeave)
    return outbox.close()
  }
}

/** The worker is not to be reached: the page around the frame says so. */
function nobodyAnswers(): void {}

const world = globalThis as typeof globalThis & { cuelightBridge?: { greet(): void } }
if (world.cuelightBridge) world.cuelightBridge.greet()
else world.cuelightBridge = startFrameBridge()
