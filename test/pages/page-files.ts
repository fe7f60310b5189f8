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

/** Whether the saved pages lie beside the project. Tests that need them are left out, and say so, where they do not. */
export const hasPages = existsSync(resolve(folder, "index.json"))
export const wherePages = hasPages ? "" : " (left out: ../shared/pages is not beside the project)"

/** The saved pages beside the project; none where they are not there. */
export function readSavedPages(): SavedPage[] {
  if (!hasPages) return []
  return JSON.parse(readFileSync(resolve(folder, "index.json"), "utf8"))
}

export function readHtml(page: Pick<SavedPage, "file">): Buffer {
  return gunzipSync(readFileSync(resolve(folder, page.file)))
}
