import type { EvidenceDraft } from "../../shared/evidence/draft"
import { filesWords } from "../words/evidence/files"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { useWords } from "../words/words"

const MOST = 5

/** The first pieces of evidence that a file or an answer gives, as they will be taken. */
export function EvidencePreview({ evidence }: { evidence: readonly EvidenceDraft[] }) {
  const words = useWords(filesWords)
  const { formats, channelName } = useReader()
  const now = Date.now()
  return (
    <div className="cue-file-preview">
      <table>
        <thead>
          <tr>
            {[words.when, words.what, words.whom, words.which].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.slice(0, MOST).map((draft) => (
            <tr key={draft.id} data-cue="evidence-preview">
              <td title={formats.exact(draft.at)}>{formats.moment(draft.at, now)}</td>
              <td>
                {channelName(draft.channel)}: {words.kinds[draft.kind]}
              </td>
              <td>
                <bdi>{cutMiddle(draft.to ?? draft.person ?? "", 32)}</bdi>
              </td>
              <td>
                <bdi>{cutMiddle(nameOf(draft), 40)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function nameOf({ message, subject, template, campaigns, step, scenario }: EvidenceDraft): string {
  return message ?? step ?? subject ?? template ?? campaigns?.[0] ?? scenario ?? ""
}
