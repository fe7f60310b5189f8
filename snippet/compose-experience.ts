import type { Extension } from "./inside"
import { experienceDetectors } from "./registry-experience"

/** What the recorder gets where the tag asks how a visit went. What has happened is kept on for the files that follow. */
export const experienceExtension: Extension = {
  detectors: experienceDetectors,
  join: () => Promise.race([]),
}
