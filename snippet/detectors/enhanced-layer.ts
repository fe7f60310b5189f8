import { readEnhancedPush } from "../../shared/log/data-layer"
import { defineDetector } from "../detector"

/** UA Enhanced Ecommerce and Yandex.Metrica events that the site pushes to its data layer. */
export const enhancedLayer = defineDetector({
  name: "enhanced-layer",
  start(report, _signal, { pushes }) {
    pushes?.((push, at) => {
      for (const told of readEnhancedPush(push)) report({ ...told, at, source: "data-layer" })
    })
  },
})
