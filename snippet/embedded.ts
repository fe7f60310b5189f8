import { settleProduct } from "./markup/settle-product"
import { embeddedDetectors } from "./registry"
import { type RecorderHost, startRecorder } from "./recorder"

/**
 * The recorder as the extension runs it, in its isolated world, on pages that carry no snippet. Stores nothing in the
 * page, adds nothing to the page's world, is inert after `stop()`.
 */
;(globalThis as { cuelightRecorder?: unknown }).cuelightRecorder = {
  start(host: RecorderHost): { stop(): void } {
    const { stop } = startRecorder(embeddedDetectors, { ...host, settleProduct })
    return { stop }
  },
}
