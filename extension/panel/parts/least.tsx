/** The smallest change, set apart: what a person looks for first. */
export function Least({ title, changes }: { title: string; changes: readonly string[] }) {
  return (
    <div className="cue-least">
      <p className="cue-least-title">{title}</p>
      <ul>
        {[...new Set(changes)].slice(0, 12).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </div>
  )
}
