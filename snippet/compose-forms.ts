import { carrier, carryInTab } from "./carried"
import { combineClosely } from "./combine-closely"
import type { Extension } from "./inside"
import { readCarried } from "./read-carried"
import { formsDetectors } from "./registry-forms"

/** What the recorder gets on pages with forms. What has happened is kept on for the files that follow. */
export const formsExtension: Extension = {
  detectors: formsDetectors,
  join(inside) {
    combineClosely()
    carrier.carried = readCarried(carryInTab(inside))
    return Promise.race([])
  },
}
