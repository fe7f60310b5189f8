import { useReader } from "../words/reader"
import { FollowUpRow } from "./follow-up-row"
import { Section } from "./section"
import type { FollowUpView } from "./state"

/** What will begin and fall due next if nothing else happens. */
export function ExpectedSection({ followUps }: { followUps: FollowUpView[] }) {
  const { words } = useReader()
  if (followUps.length === 0) return null
  return (
    <Section title={words.sections.expected}>
      <ul className="cue-list">
        {followUps.map((followUp) => (
          <FollowUpRow key={followUp.key} followUp={followUp} named="scenario" />
        ))}
      </ul>
    </Section>
  )
}
