import { ConfirmedButton } from "../../overlay/confirmed-button"
import { englishOptions } from "../../words/english-options"
import { useReader } from "../../words/reader"
import { russianOptions } from "../../words/russian-options"
import { defineSection, type SectionProps } from "../section"
import { useOptionsWords } from "../words"

/** Everything at once: erased. */
export const data = defineSection({
  id: "data",
  title: { en: englishOptions.erasing.title, ru: russianOptions.erasing.title },
  Section: Data,
})

function Data({ state, act }: SectionProps) {
  const words = useOptionsWords().erasing
  const { formats } = useReader()
  const count = state.sites.length
  return (
    <div className="cue-field">
      <p className="cue-muted">{words.note}</p>
      {(count > 0 || state.maps.length > 0) && (
        <ConfirmedButton
          label={words.button}
          question={words.ask(count, formats.number(count))}
          yes={words.erase}
          no={words.keep}
          onConfirm={() => void act({ type: "forget-all" })}
        />
      )}
    </div>
  )
}
