import type { EvidenceDraft } from "../../../shared/evidence/draft"
import type { WatchedSpan } from "../../../shared/evidence/spans"
import type { SourcesWays } from "../sources"
import type { FilePart, ImportedFile } from "./state"

/** Evidence that travels to the worker at one go. */
const PART = 1_000

export interface Taken extends FilePart {
  /** It was here before. */
  again: boolean
}

/** Hands a file to the worker, part by part. Null where the worker fell silent: what it has taken, it has. */
export async function takeFile(
  act: SourcesWays["act"],
  file: ImportedFile,
  {
    evidence,
    coverage,
    rejected,
  }: { evidence: readonly EvidenceDraft[]; coverage: WatchedSpan[]; rejected: number },
): Promise<Taken | null> {
  const begun = (await act({ type: "file-begin", file })) as { known: boolean } | null
  if (!begun) return null
  const taken: Taken = { found: 0, strangers: 0, earlier: 0, again: begun.known }
  for (let from = 0; from < evidence.length; from += PART) {
    const drafts = evidence.slice(from, from + PART)
    const part = (await act({ type: "file-part", id: file.id, drafts })) as FilePart | null
    if (!part) return null
    taken.found += part.found
    taken.strangers += part.strangers
    taken.earlier += part.earlier
  }
  const ended = await act({ type: "file-end", id: file.id, coverage, rejected })
  return ended ? taken : null
}
