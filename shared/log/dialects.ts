import { proposeNearest } from "../map/nearest"
import { cuelight } from "./dialects/cuelight"
import type { Dialect } from "./dialects/dialect"
import { ga4BigQuery } from "./dialects/ga4-bigquery"
import { ga4DataLayer } from "./dialects/ga4-data-layer"
import { segment } from "./dialects/segment"
import { yandex } from "./dialects/yandex"

/** All dialects. Of two that are equally sure of a value, the first reads it. */
export const dialects: readonly Dialect[] = [cuelight, segment, ga4BigQuery, ga4DataLayer, yandex]

/** The names that `--format` knows. */
export const dialectNames: readonly string[] = dialects.map(({ name }) => name)

/** The dialect of a name, or what to tell the person who wrote another one. */
export function findDialect(name: string): { dialect: Dialect } | { problem: string } {
  const dialect = dialects.find((known) => known.name === name)
  if (dialect) return { dialect }
  const written = JSON.stringify(name.slice(0, 60))
  return {
    problem: `unknown format ${written}${proposeNearest(name, dialectNames) || "."} Known are: ${dialectNames.join(", ")}`,
  }
}
