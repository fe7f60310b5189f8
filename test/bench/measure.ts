import { measureFold, measureQuietPerson, measureStream, readShopMap } from "./engine-bench"

// One measure in a process of its own, told as JSON: nothing that was measured before is in its way.

const [kind, events, people, density, surveyed] = process.argv.slice(2)
const map = readShopMap()
const options = { events: Number(events), people: Number(people), density: Number(density) }
const reading = { surveyed: surveyed === "surveyed" }

function measure(): unknown {
  if (kind === "quiet") return measureQuietPerson(map, options.people, reading)
  if (kind === "stream") return measureStream(map, options)
  // Compiled code is what is measured, not the compiling.
  measureFold(map, { events: 150_000, people: 7_500 }, reading)
  return measureFold(map, options, reading)
}

process.stdout.write(JSON.stringify(measure()))
