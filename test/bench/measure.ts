import { askDuckDb, askEngine, writeShopLog } from "./duckdb-bench"
import { measureFold, measureQuietPerson, measureStream, readShopMap } from "./engine-bench"

// One measure in a process of its own, told as JSON: nothing that was measured before is in its way.

const [kind, events, people, density, surveyed, path = ""] = process.argv.slice(2)
const options = { events: Number(events), people: Number(people), density: Number(density) }
const reading = { surveyed: surveyed === "surveyed" }

async function measure(): Promise<unknown> {
  switch (kind) {
    case "quiet":
      return measureQuietPerson(readShopMap(), options.people, reading)
    case "stream":
      return measureStream(readShopMap(), options)
    case "write":
      return writeShopLog(path, options) ?? null
    case "engine":
      return askEngine(path, options)
    case "duckdb":
      return askDuckDb(path, options)
    default:
      // Compiled code is what is measured, not the compiling.
      measureFold(readShopMap(), { events: 150_000, people: 7_500 }, reading)
      return measureFold(readShopMap(), options, reading)
  }
}

process.stdout.write(JSON.stringify(await measure()))
