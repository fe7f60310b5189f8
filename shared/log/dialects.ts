import type { TouchpointEvent } from "../event"
import { proposeNearest } from "../map/nearest"
import { amplitude } from "./dialects/amplitude"
import { cuelight } from "./dialects/cuelight"
import type { Dialect } from "./dialects/dialect"
import { ga4BigQuery } from "./dialects/ga4-bigquery"
import { ga4DataLayer } from "./dialects/ga4-data-layer"
import { jitsu } from "./dialects/jitsu"
import { matomo } from "./dialects/matomo"
import { mixpanel } from "./dialects/mixpanel"
import { posthog } from "./dialects/posthog"
import { segment } from "./dialects/segment"
import { segmentWarehouse } from "./dialects/segment-warehouse"
import { shopify } from "./dialects/shopify"
import { yandex } from "./dialects/yandex"
import { yandexLogs } from "./dialects/yandex-logs"

/** All dialects. Of two that are equally sure of a value, the first reads it. */
export const dialects: readonly Dialect[] = [
  cuelight,
  segment,
  ga4BigQuery,
  ga4DataLayer,
  yandex,
  shopify,
  segmentWarehouse,
  yandexLogs,
  jitsu,
  amplitude,
  mixpanel,
  posthog,
  matomo,
]

/** The names that `--format` knows. */
export const dialectNames: readonly string[] = dialects.map(({ name }) => name)

/** The names that `--to` knows. */
export const writtenDialectNames: readonly string[] = dialects
  .filter(({ write }) => write)
  .map(({ name }) => name)

/**
 * An event in another dialect: a Segment message, a push with its time and person around it, a row of BigQuery's export.
 * Throws a `RangeError` for a name that is not among `writtenDialectNames`.
 */
export function writeEvent(event: TouchpointEvent, name: string): unknown {
  const write = dialects.find((dialect) => dialect.name === name)?.write
  if (!write) throw new RangeError(`no dialect that can be written is called ${JSON.stringify(name)}`)
  return write(event)
}

/** The dialect of a name, or what to tell the person who wrote another one. */
export function findDialect(name: string): { dialect: Dialect } | { problem: string } {
  const dialect = dialects.find((known) => known.name === name)
  if (dialect) return { dialect }
  const written = JSON.stringify(name.slice(0, 60))
  return {
    problem: `unknown format ${written}${proposeNearest(name, dialectNames) || "."} Known are: ${dialectNames.join(", ")}`,
  }
}
