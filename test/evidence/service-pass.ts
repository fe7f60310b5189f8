import { afterEach } from "vitest"
import type { EvidenceDraft } from "../../shared/evidence/draft"
import { findConnector } from "../../shared/evidence/registry"
import {
  type LocalService,
  type PassOptions,
  readPass,
  type ServiceAnswer,
  type ServiceRequest,
  startService,
} from "./local-service"

// What the tests of all services share: a morning on which something was sent, and a pass of a connector over a local
// service that answers what the test says.

export const NOW = Date.UTC(2026, 10, 22, 12)
export const SENT = Date.UTC(2026, 10, 22, 9)
export const iso = (ms: number) => new Date(ms).toISOString()
export const seconds = (ms: number) => ms / 1000
export const basic = (user: string, password: string) => `Basic ${btoa(`${user}:${password}`)}`
export const kindsOf = (evidence: readonly EvidenceDraft[]) => evidence.map(({ kind }) => kind)

let service: LocalService | null = null
afterEach(() => service?.close())

/** Where the service of the present test listens. */
export const serviceUrl = () => service?.url ?? ""

export async function pass(
  id: string,
  settings: object,
  answer: (request: ServiceRequest) => ServiceAnswer | undefined,
  options: PassOptions = {},
) {
  const connector = findConnector(id)
  if (!connector) throw new Error(`No connector ${id}`)
  await service?.close()
  service = await startService(answer)
  const read = await readPass(connector, { url: service.url, ...settings }, { now: NOW, ...options })
  return { ...read, requests: service.requests }
}
