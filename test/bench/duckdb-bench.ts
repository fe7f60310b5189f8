import { createReadStream, openSync, writeSync } from "node:fs"
import { DuckDBInstance } from "@duckdb/node-api"
import { startJourney } from "../../shared/engine/journey"
import { startLog } from "../../shared/log/read-log"
import { parseMap } from "../../shared/map/parse-map"
import { endOfShopLog, generateShopLog, type ShopLogOptions } from "./shop-log"

/**
 * The same questions about the same file, asked of the engine and of a database that is made for such questions: how many
 * people came how far (a product seen, then one put into the cart, then bought), and how many carts were left for an hour.
 */
export interface AnswerMeasure {
  seen: number
  inCart: number
  bought: number
  abandoned: number
  seconds: number
  /** The largest resident set of the process. */
  peakMiB: number
}

const QUESTIONS = JSON.stringify({
  cuelight: 1,
  id: "questions",
  name: "Questions",
  timeZone: "UTC",
  stages: [
    { id: "new" },
    { id: "seen", when: { event: "view_item" } },
    { id: "in-cart", when: { sequence: ["view_item", "add_to_cart"], within: "3650d" } },
    { id: "bought", when: { sequence: ["view_item", "add_to_cart", "purchase"], within: "3650d" } },
  ],
  channels: { note: {} },
  scenarios: [
    {
      id: "abandoned",
      trigger: { event: "add_to_cart", without: "purchase", for: "1h" },
      steps: [{ id: "note", channel: "note", grace: "0s" }],
    },
  ],
})

export function writeShopLog(path: string, options: ShopLogOptions): void {
  const file = openSync(path, "w")
  let text = ""
  for (const event of generateShopLog(options)) {
    text += `${JSON.stringify(event)}\n`
    if (text.length < 1 << 20) continue
    writeSync(file, text)
    text = ""
  }
  writeSync(file, text)
}

export async function askEngine(path: string, { events }: ShopLogOptions): Promise<AnswerMeasure> {
  const { map } = parseMap(QUESTIONS)
  if (!map) throw new Error("The map of the questions is broken.")
  return measure(async () => {
    const journey = startJourney(map, { coverage: "complete" })
    const log = startLog({ format: "cuelight" })
    const push = (entries: ReturnType<typeof log.push>) => {
      for (const entry of entries) if ("event" in entry) journey.push(entry.event)
    }
    for await (const portion of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 }))
      push(log.push(portion as string))
    push(log.end())
    const { stages, scenarios } = journey.result(endOfShopLog(events)).totals
    const reached = (id: string) => stages[id]?.reached ?? 0
    return [reached("seen"), reached("in-cart"), reached("bought"), scenarios.abandoned?.entered ?? 0]
  })
}

export async function askDuckDb(path: string, { events }: ShopLogOptions): Promise<AnswerMeasure> {
  return measure(async () => {
    const database = await DuckDBInstance.create(":memory:", { threads: "1" })
    const connection = await database.connect()
    await connection.run(
      `create table log as select name, person, "at" as moment from read_json('${path}', format = 'newline_delimited',
         columns = { name: 'VARCHAR', person: 'VARCHAR', "at": 'BIGINT' })
         where name in ('view_item', 'add_to_cart', 'purchase')`,
    )
    const read = await connection.runAndReadAll(`
      with seen as (select person, min(moment) moment from log where name = 'view_item' group by person),
      carts as (select log.person, min(log.moment) moment from log join seen on log.person = seen.person
        where name = 'add_to_cart' and log.moment > seen.moment group by log.person),
      bought as (select log.person from log join carts on log.person = carts.person
        where name = 'purchase' and log.moment > carts.moment group by log.person),
      turns as (select name, moment, lead(moment) over (partition by person order by moment) coming
        from log where name in ('add_to_cart', 'purchase'))
      select (select count(*) from seen), (select count(*) from carts), (select count(*) from bought),
        (select count(*) from turns where name = 'add_to_cart' and (coming is null or coming > moment + 3600000)
          and moment + 3600000 <= ${endOfShopLog(events)})`)
    return (read.getRows()[0] ?? []).map(Number)
  })
}

async function measure(ask: () => Promise<number[]>): Promise<AnswerMeasure> {
  const from = process.cpuUsage()
  const [seen = 0, inCart = 0, bought = 0, abandoned = 0] = await ask()
  const { user, system } = process.cpuUsage(from)
  return {
    seen,
    inCart,
    bought,
    abandoned,
    seconds: (user + system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }
}
