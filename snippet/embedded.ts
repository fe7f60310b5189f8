import { learnEverything } from "./learn"
import { settleProduct } from "./markup/settle-product"
import { type RecorderHost, startRecorder } from "./recorder"
import { coreDetectors } from "./registry"
import { embeddedDetectors } from "./registry-embedded"
import { experienceDetectors } from "./registry-experience"
import { moreDetectors } from "./registry-more"
import { rulesDetectors } from "./registry-rules"
import { createToldFilter } from "./told-before"

learnEverything()

/**
 * The recorder as the extension runs it, in its isolated world, on pages that carry no snippet. Stores nothing in the
 * page, adds nothing to the page's world, is inert after `stop()`.
 */
Object.assign(globalThis, {
  cuelightRecorder: {
    /**
     * `only`: names of the detectors to run; beside the page's own snippet those that it lacks. `toldBefore`: what a
     * recorder before this one has told of the same document.
     */
    start(host: RecorderHost & { only?: readonly string[]; toldBefore?: unknown[] }): { stop(): void } {
      const { only } = host
      const isNew = createToldFilter(host.toldBefore ?? [], Date.now())
      const detectors = [
        ...coreDetectors,
        ...moreDetectors,
        ...rulesDetectors,
        ...experienceDetectors,
        ...embeddedDetectors,
      ].filter(({ name }) => !only || only.includes(name))
      const { stop } = startRecorder(detectors, {
        ...host,
        settleProduct,
        report: (event) => isNew(event, Date.now()) && host.report(event),
      })
      return { stop }
    },
  },
})
