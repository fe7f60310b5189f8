import type { EvidenceDraft } from "../../../shared/evidence/draft"
import type { FileMapping } from "../../../shared/evidence/file/file-mapping"
import type { WatchedSpan } from "../../../shared/evidence/spans"

/** A file as its import begins. */
export interface ImportedFile {
  /** Out of its content and its site: the same file is the same source. */
  id: string
  site: string
  name: string
  /** The visitor's own address in it. */
  recipient: string
  /** By what its columns are known again, and how they were read. */
  signature: string
  mapping: FileMapping
}

/** What became of a part: evidence of people of this site, of others, and from before the site was recorded. */
export interface FilePart {
  found: number
  strangers: number
  earlier: number
}

export type FileAction =
  | { type: "file-columns"; signature: string } // answered with `{ mapping }`, null where none is known
  | { type: "file-begin"; file: ImportedFile }
  | { type: "file-part"; id: string; drafts: EvidenceDraft[] } // answered with a FilePart
  | { type: "file-end"; id: string; coverage: WatchedSpan[]; rejected: number }
