import { readEnhancedPush } from "../data-layer"
import { asFields, type Fields, firstId, firstText, pickTexts } from "../fields"
import { readJsonColumn } from "../json-column"
import { unescapeCell } from "../split-table"
import { readCells } from "../table-cells"
import type { Dialect, Reading, ReadWall, Refusal, ToldEvent } from "./dialect"

/**
 * Rows of Yandex.Metrica's Logs API: hits (`ym:pv:…`) and visits (`ym:s:…`), as the table that it gives, or as JSON by the
 * same names. Times are the wall's in the zone of the counter, which no row names. Of hits: page views, e-commerce, goals of
 * the site's own scripts by their names (`goal://site/lead`), files and links to elsewhere; of visits: their beginning, and
 * what was bought. Goals that only have a number are `goal_reached` with `goal_id`.
 * Source: Yandex.Metrica's "Logs API", fields of hits and visits.
 */
export const yandexLogs: Dialect = {
  name: "yandex-logs",

  recognise(value) {
    const row = asFields(value)
    if (!row) return 0
    for (const name in row) if (/^ym:(s|pv):/.test(name)) return 1
    return 0
  },

  read(value, walls) {
    const row = asFields(value)
    if (!row) return [{ reason: "a row is an object" }]
    const isHit = Object.keys(row).some((name) => name.startsWith("ym:pv:"))
    const prefix = isHit ? "ym:pv:" : "ym:s:"
    const known: Fields = {}
    for (const [name, cell] of Object.entries(row))
      if (name.startsWith(prefix)) known[name.slice(prefix.length)] = cell
    return isHit ? readHit(known, walls) : readVisit(known, walls)
  },
}

const NO_ZONE = "its time names no zone: name that of the counter with --zone, as Europe/Moscow"

/** What all events of a row have. */
type Base = Omit<ToldEvent, "name" | "props">

function readBase(row: Fields, walls: ReadWall | undefined): Base | Refusal {
  const text = firstText(row.dateTime)
  if (text === undefined) return { reason: "a row has a time: ask for dateTime" }
  const at = walls?.(text)
  if (at === undefined) return { reason: walls ? `${text.slice(0, 40)} is no time` : NO_ZONE }
  const person = firstId(row.clientID, row.counterUserIDHash)
  if (person === undefined) return { reason: "a row names nobody: ask for clientID, as text" }
  const session = firstId(row.visitID)
  const campaign = readCampaign(row)
  const type = firstText(devices[String(row.deviceCategory)])
  const os = firstText(row.operatingSystemRoot, row.operatingSystem)
  const language = firstText(row.browserLanguage)
  const device = {
    ...(type !== undefined && { type }),
    ...(os !== undefined && { os }),
    ...(language !== undefined && { language }),
  }
  return {
    at,
    person,
    source: "yandex-logs",
    ...(session !== undefined && { session }),
    ...(campaign && { campaign }),
    ...(Object.keys(device).length > 0 && { device }),
  }
}

const devices: Readonly<Record<string, string>> = { "1": "desktop", "2": "mobile", "3": "tablet", "4": "tv" }

/** Of a visit it is told by several models of attribution: the visit's own, and the last that was of any weight. */
function readCampaign(row: Fields): ToldEvent["campaign"] {
  for (const model of ["", "lastsign", "last"]) {
    const campaign = pickTexts(row, {
      [`${model}UTMSource`]: "source",
      [`${model}UTMMedium`]: "medium",
      [`${model}UTMCampaign`]: "name",
      [`${model}UTMTerm`]: "term",
      [`${model}UTMContent`]: "content",
    })
    if (campaign) return campaign
  }
  return undefined
}

/** JSON in a cell, as it is or with its backslashes escaped once more. */
function readJson(cell: unknown): unknown {
  const read = readJsonColumn(cell)
  return typeof read === "string" ? readJsonColumn(unescapeCell(read)) : read
}

interface Happening {
  name: string
  props: Fields
}

function readHit(row: Fields, walls: ReadWall | undefined): Reading {
  const base = readBase(row, walls)
  if ("reason" in base) return [base]
  const happenings = [...readKind(row), ...readShopping(row.ecommerce), ...readGoals(row)]
  if (happenings.length === 0 && row.isPageView === undefined)
    return [{ reason: "whether this hit is a page view is not said: ask for isPageView" }]
  const isElsewhere = isSet(row.link) || isSet(row.download) || goalName(row) !== undefined
  const page = pickTexts(row, isElsewhere ? { referer: "url", title: "title" } : pageNames)
  const id = firstId(row.watchID)
  return happenings.map(({ name, props }) => ({
    ...base,
    name,
    props,
    ...(id !== undefined && { id }),
    ...(page && { page }),
  }))
}

const pageNames = { URL: "url", title: "title", referer: "referrer" } as const

const isSet = (cell: unknown) => cell === "1" || cell === 1 || cell === true

/** A hit is one of these at most; that somebody stayed, and parameters alone, are no steps of a journey. */
function readKind(row: Fields): Happening[] {
  if (isSet(row.isPageView)) return [{ name: "page_view", props: asFields(readJson(row.params)) ?? {} }]
  const goal = goalName(row)
  if (goal !== undefined) return [{ name: goal, props: asFields(readJson(row.params)) ?? {} }]
  const link = firstText(row.URL)
  const target = link === undefined ? {} : { link_url: link }
  if (isSet(row.download)) return [{ name: "file_download", props: target }]
  if (isSet(row.link)) return [{ name: "click", props: { ...target, outbound: true } }]
  return []
}

/** `goal://shop.example/lead`: a goal that the site told by its name. */
function goalName(row: Fields): string | undefined {
  const url = firstText(row.URL)
  return url === undefined ? undefined : /^goal:\/\/[^/]+\/([^/?#]+)/.exec(url)?.[1]
}

/** Raw, as the site pushed it: one push or a list, with or without `ecommerce` around it. */
function readShopping(cell: unknown): Happening[] {
  const given = readJson(cell)
  const pushes = Array.isArray(given) ? given : [given]
  return pushes.flatMap((push) => {
    const fields = asFields(push)
    return fields ? readEnhancedPush(fields.ecommerce === undefined ? { ecommerce: fields } : fields) : []
  })
}

function readGoals(row: Fields): Happening[] {
  if (goalName(row) !== undefined) return []
  return (readCells(row.goalsID) ?? []).map((goal) => ({
    name: "goal_reached",
    props: { goal_id: String(goal) },
  }))
}

type ReadColumn = (name: string) => readonly unknown[] | undefined

/** Lists stand beside one another, a column each: each is read once, however many orders ask for it. */
function startReadingColumns(row: Fields): ReadColumn {
  const known = new Map<string, readonly unknown[] | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, readCells(row[name]))
    return known.get(name)
  }
}

function readVisit(row: Fields, walls: ReadWall | undefined): Reading {
  const base = readBase(row, walls)
  if ("reason" in base) return [base]
  const id = firstId(row.visitID)
  const named = (what: string) => (id === undefined ? {} : { id: `${id}-${what}` })
  const page = pickTexts(row, { startURL: "url", referer: "referrer" })
  const begin: ToldEvent = {
    ...base,
    ...(id !== undefined && { id }),
    name: "session_start",
    props: {},
    ...(page && { page }),
  }
  const column = startReadingColumns(row)
  const reached = (column("goalsID") ?? []).map((goal, index) =>
    placeAt(base, walls, column("goalsDateTime")?.[index], "goalsDateTime", {
      ...named(`goal-${index + 1}`),
      name: "goal_reached",
      props: { goal_id: String(goal) },
    }),
  )
  const items = readItems(column)
  const takeItems = (order: string) => {
    const taken = items.get(order)
    // Orders of a visit are listed once: what a second one of the same id says has been told.
    items.delete(order)
    return taken
  }
  const bought = (column("purchaseID") ?? []).map((order, index) =>
    placeAt(base, walls, column("purchaseDateTime")?.[index], "purchaseDateTime", {
      ...named(`purchase-${index + 1}`),
      name: "purchase",
      props: readOrder(column, String(order), index, takeItems(String(order))),
    }),
  )
  return [begin, ...reached, ...bought]
}

/** What has a time of its own within the visit; without it nobody knows when it was. */
function placeAt(
  base: Base,
  walls: ReadWall | undefined,
  time: unknown,
  column: string,
  happening: Happening & { id?: string },
): ToldEvent | Refusal {
  const at = typeof time === "string" ? walls?.(time) : undefined
  return at === undefined
    ? { reason: `${happening.name} has no time: ask for ${column}` }
    : { ...base, ...happening, at }
}

function readOrder(
  column: ReadColumn,
  order: string,
  index: number,
  items: readonly Fields[] | undefined,
): Fields {
  const value = numberOf(column("purchaseRevenue")?.[index])
  const currency = firstText(column("purchaseCurrency")?.[index])
  const coupon = firstText(column("purchaseCoupon")?.[index])
  return {
    ...(order !== "" && { transaction_id: order }),
    ...(value !== undefined && { value }),
    ...(currency !== undefined && { currency }),
    ...(coupon !== undefined && { coupon }),
    ...(items && { items }),
  }
}

const itemColumns = {
  productsID: "item_id",
  productsName: "item_name",
  productsBrand: "item_brand",
  productsCategory: "item_category",
  productsVariant: "item_variant",
} as const

/** By the order that they were bought with. */
function readItems(column: ReadColumn): Map<string, Fields[]> {
  const items = new Map<string, Fields[]>()
  for (const [index, owner] of (column("productsPurchaseID") ?? []).entries()) {
    const item: Fields = {}
    for (const [name, own] of Object.entries(itemColumns)) {
      const text = firstText(column(name)?.[index])
      if (text !== undefined) item[own] = text
    }
    const price = numberOf(column("productsPrice")?.[index])
    const quantity = numberOf(column("productsQuantity")?.[index])
    if (price !== undefined) item.price = price
    if (quantity !== undefined) item.quantity = quantity
    const order = String(owner)
    const others = items.get(order)
    if (others) others.push(item)
    else items.set(order, [item])
  }
  return items
}

function numberOf(cell: unknown): number | undefined {
  const number = typeof cell === "string" && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell
  return typeof number === "number" && Number.isFinite(number) ? number : undefined
}
