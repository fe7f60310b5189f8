import { joinForward } from "./forward"
import { hashContacts } from "./hash-contacts"
import type { Extension } from "./inside"
import { type LoadFile, loadFrom } from "./join-files"
import { joinReplay } from "./replay/join-replay"
import { joinTcf } from "./tcf"

/**
 * What the recorder gets where the site's set-up asks for it: the answers of a consent dialogue, events in a data layer,
 * hashes of contacts, replay. What has happened is kept on for the files that follow.
 */
export function composeSetup(loadFile?: LoadFile): Extension {
  return {
    detectors: [],
    join(inside) {
      inside.hash = hashContacts
      joinTcf(inside)
      joinForward(inside)
      joinReplay(inside, loadFile ?? loadFrom(inside))
      return Promise.race([])
    },
  }
}
