import { readDataLayerPush } from "../../shared/log/data-layer"
import { defineDetector } from "../detector"

/** GA4, UA Enhanced Ecommerce and Yandex.Metrica events that the site pushes to its data layer. */
export const dataLayer = defineDetector({
  name: "data-layer",
  start(report, signal, { pushes }) {
    const stop = pushes?.((push, at) => {
      for (const { name, props } of readDataLayerPush(push)) report({ name, props, at, source: "data-layer" })
    })
    if (stop) signal.addEventListener("abort", stop)
  },
})
