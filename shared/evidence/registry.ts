import type { Connector } from "./connector"
import { maildev } from "./connectors/maildev"
import { mailhog } from "./connectors/mailhog"
import { mailpit } from "./connectors/mailpit"

/** All sources of evidence, in the order in which they are offered. */
export const connectors: readonly Connector[] = [maildev, mailpit, mailhog]

export function findConnector(id: string): Connector | null {
  return connectors.find((connector) => connector.id === id) ?? null
}
