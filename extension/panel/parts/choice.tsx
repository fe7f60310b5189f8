import { useId } from "react"

interface ChoiceProps<Value extends string> {
  label: string
  /** What stands for no choice; left out where one must be chosen. */
  all?: string
  chosen: string
  choose(value: Value | ""): void
  options: [Value, string][]
}

/** One of a list, by the browser's own list: it works by keyboard, touch and voice everywhere. */
export function Choice<Value extends string>({ label, all, chosen, choose, options }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <span className="cue-choice-of">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="cue-field"
        value={chosen}
        onChange={(event) => choose(event.target.value as Value | "")}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
