/**
 * `npm run bench`: what the parts cost, all in one run on this machine, so that the ratios can be compared anywhere.
 * `-- recorder` runs only the named parts, `-- --json` prints the measures as JSON; what else there is, each part says.
 * `-- engine-long` takes minutes and is run only where it is named.
 */
export interface BenchResult {
  /** For a person to read. */
  table: string
  measures: unknown
}

interface Part {
  run(given: ReadonlySet<string>): Promise<BenchResult>
}

const parts: Record<string, () => Promise<Part>> = {
  engine: () => import("./engine-part"),
  "engine-long": () => import("./engine-long-part"),
  panel: () => import("./panel/panel-part"),
  recorder: () => import("./recorder/recorder-part"),
}

const given = new Set(process.argv.slice(2))
const named = [...given].filter((one) => !one.startsWith("-"))
const unknown = named.filter((name) => !(name in parts))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part "${unknown.join('", "')}". There are: ${Object.keys(parts).join(", ")}.\n`,
  )
  process.exit(2)
}

/** What nobody waits for who has not asked for it. */
const onlyNamed = new Set(["engine-long"])

const measures: Record<string, unknown> = {}
for (const [name, load] of Object.entries(parts)) {
  if (named.length > 0 ? !named.includes(name) : onlyNamed.has(name)) continue
  const result = await (await load()).run(given)
  measures[name] = result.measures
  if (!given.has("--json")) process.stdout.write(`${result.table}\n`)
}
if (given.has("--json")) process.stdout.write(`${JSON.stringify(measures, null, 2)}\n`)
