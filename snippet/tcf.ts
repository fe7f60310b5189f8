import type { Inside } from "./inside"

interface TcData {
  eventStatus?: string
  gdprApplies?: boolean
  purpose?: { consents?: Record<string, boolean> }
}
type TcfApi = (command: string, version: 2, callback: (data: TcData | null, ok: boolean) => void) => void

/** Storing on the device (1), and measuring (7, 8): what IAB TCF v2 calls what a recorder does. */
const PURPOSES = ["1", "7", "8"]

/** Takes the visitor's answer from the consent dialogue of the page, where it speaks IAB TCF v2, now and whenever it changes. */
export function joinTcf({ decide }: Inside): void {
  const api = (globalThis as { __tcfapi?: TcfApi }).__tcfapi
  if (typeof api !== "function") return
  api("addEventListener", 2, (data, ok) => {
    if (
      !ok ||
      !data ||
      (data.gdprApplies !== false && !/^(tcloaded|useractioncomplete)$/.test(data.eventStatus ?? ""))
    )
      return
    const agrees = PURPOSES.every((purpose) => data.purpose?.consents?.[purpose])
    decide({ analytics: data.gdprApplies === false || agrees ? "granted" : "denied" })
  })
}
