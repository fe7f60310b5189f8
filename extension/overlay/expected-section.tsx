import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { FollowUpRow } from "./follow-up-row"
import { Section } from "./section"
import type { FollowUpView } from "./state"

/** What will begin and fall due next if nothing else happens. */
export function ExpectedSection({ followUps }: { followUps: FollowUpView[] }) {
  const { words } = useReader()
  if (followUps.length === 0) return null
  const names = new Set(followUps.map(({ scenarioName }) => cutMiddle(scenarioName, 40)))
  return (
    <Section title={words.sections.expected}>
      <p className="cue-muted">{words.followUp.expectedNote([...names].join(", "))}</p>
      <ul className="cue-list">
        {followUps.map((followUp) => (
          <FollowUpRow key={followUp.key} followUp={followUp} />
        ))}
      </ul>
    </Section>
  )
}
