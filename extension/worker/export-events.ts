import type { Worker } from "./worker"

/** A site's events as NDJSON, in the order they came: what the `audit` command reads. */
export function exportEvents(worker: Worker, site: string): Promise<string> {
  return worker.withSite(site, async ({ events }) =>
    [...events.values()].map((event) => `${JSON.stringify(event)}\n`).join(""),
  )
}
