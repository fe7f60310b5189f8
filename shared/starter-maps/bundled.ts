import onlineShop from "./online-shop.yaml?raw"

/**
 * The starter maps as YAML text, by id, for the bundled domain.
 *
 * Only Vite understands `?raw`: whatever runs in Node without it (the commands) reads the files themselves.
 */
export const starterMaps = {
  "online-shop": onlineShop,
} as const

export type StarterMapId = keyof typeof starterMaps
