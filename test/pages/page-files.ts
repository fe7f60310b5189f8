import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { gunzipSync } from "node:zlib"

/** An entry of the saved pages' index: what people saw on the rendered page. */
export interface SavedPage {
  file: string
  url: string
  lang: string | null
  /** `json-ld`, `microdata`, `opengraph`, `data-layer`; empty: only what a person sees. */
  markup: string[]
  expected: { price: string[] | number; currencySymbol: string | null; sku: string[] | null }
  title: string
  headings: string[]
  cartButtons: { text: string; tag: string; id: string }[]
}

const folder = resolve(import.meta.dirname, "../../../shared/pages")

/** The saved pages beside the project; says clearly when they are not there. */
export function readSavedPages(): SavedPage[] {
  if (!existsSync(resolve(folder, "index.json")))
    throw new Error(`No saved pages at ${folder}: the folder "shared" belongs beside the project.`)
  return JSON.parse(readFileSync(resolve(folder, "index.json"), "utf8"))
}

export function readHtml(page: SavedPage): Buffer {
  return gunzipSync(readFileSync(resolve(folder, page.file)))
}
