import { learnEverything } from "./learn"
import { settleProduct } from "./markup/settle-product"
import { type RecorderHost, startRecorder } from "./recorder"
import { coreDetectors } from "./registry"
import { embeddedDetectors } from "./registry-embedded"
import { moreDetectors } from "./registry-more"

learnEverything()

/**
 * The recorder as the extension runs it, in its isolated world, on pages that carry no snippet. Stores nothing in the
 * page, adds nothing to the page's world, is inert after `stop()`.
 */
Object.assign(globalThis, {
  cuelightRecorder: {
    /** `only`: names of the detectors to run; beside the page's own snippet those that it lacks. */
    start(host: RecorderHost & { only?: readonly string[] }): { stop(): void } {
      const { only } = host
      const detectors = [...coreDetectors, ...moreDetectors, ...embeddedDetectors].filter(
        ({ name }) => !only || only.includes(name),
      )
      const { stop } = startRecorder(detectors, { ...host, settleProduct })
      return { stop }
    },
  },
})
