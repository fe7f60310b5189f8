import type { Extension } from "./inside"
import { joinPageMap } from "./page-map"
import { rulesDetectors } from "./registry-rules"

/** What the recorder gets where the tag names a map: its site rules are read and followed. */
export const rulesExtension: Extension = { detectors: rulesDetectors, join: joinPageMap }
