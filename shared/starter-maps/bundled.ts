import loyalty from "./loyalty.yaml?raw"
import onlineShop from "./online-shop.yaml?raw"
import pickupAndDelivery from "./pickup-and-delivery.yaml?raw"
import saasTrial from "./saas-trial.yaml?raw"
import webinar from "./webinar.yaml?raw"

/**
 * The starter maps as YAML text, by id, for the bundled domain.
 *
 * Only Vite understands `?raw`: whatever runs in Node without it (the commands) reads the files themselves.
 */
export const starterMaps = {
  "online-shop": onlineShop,
  "saas-trial": saasTrial,
  webinar,
  "pickup-and-delivery": pickupAndDelivery,
  loyalty,
} as const

export type StarterMapId = keyof typeof starterMaps
