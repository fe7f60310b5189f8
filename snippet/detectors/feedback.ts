import { controls } from "../cart-fields"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"

const asking =
  /\bnps\b|csat|promoter|recommend|empfehl|recommand|recomend|порекоменд|посовет|satisf|experience|how (was|did|easy|would you rate)|rate (us|our|your|the (service|delivery))|zufrieden|удовлетвор|доволь|оцените|понравил/i
/** Stars that a review of a product is made of are no survey of the customer. */
const reviewing = /review|отзыв|bewertung|avis|reseña/i
const MOST_STEPS = 6
/** Eleven answers, each a field with its label. */
const MOST_ANSWERS = 22
const scaled = `${controls},input[type="radio"],label,[data-score],[data-rating],[data-value],[role="radio"]`

/** The number that an answer stands for, as the page has written it. */
function scoreOf(answer: Element): number | undefined {
  const radio =
    answer instanceof HTMLLabelElement && answer.control
      ? answer.control
      : answer.matches("input")
        ? answer
        : null
  const texts = [
    radio?.getAttribute("value"),
    ...["data-score", "data-rating", "data-value"].map((name) => answer.getAttribute(name)),
    answer.textContent,
    answer.getAttribute("aria-label"),
  ]
  for (const text of texts) {
    const found = /^\D{0,20}?(10|\d)(?!\d)(\s?(\/|of|из|von|sur|stars?)\D*\d*)?\D{0,20}$/.exec(
      text?.trim() ?? "",
    )
    if (found) return Number(found[1])
  }
}

/**
 * `nps` (0 to 10) and `csat` (usually 1 to 5): an answer on a scale of a survey in the page. Inside a form it counts when
 * the form is sent, otherwise when it is pressed.
 */
export const feedback = defineDetector({
  name: "feedback",
  start(report, _signal, { listen, onVisit }) {
    let waiting: { scale: Element; name: string; score: number }[] = []
    let told = new WeakSet<Element>()
    onVisit(() => {
      waiting = []
      told = new WeakSet()
    })
    listen("click", (event) => {
      const answer = findTarget(event)?.closest(scaled)
      const score = answer ? scoreOf(answer) : undefined
      if (!answer || score === undefined) return
      let scale: Element | null = answer.parentElement
      for (let step = 0; scale && scale !== document.body && step < MOST_STEPS; step++) {
        const answers = [...scale.querySelectorAll(scaled)].filter(
          (one) => scoreOf(one) !== undefined || /\d/.test(one.textContent ?? ""),
        )
        const scores = new Set(answers.map(scoreOf))
        const text = `${scale.id} ${scale.getAttribute("class")} ${scale.textContent?.slice(0, 500)}`
        if (
          answers.length <= MOST_ANSWERS &&
          scores.size >= 3 &&
          scores.size <= 11 &&
          !scores.has(undefined) &&
          asking.test(text)
        ) {
          if (reviewing.test(text)) return
          const name = scores.has(10) && scores.size >= 10 ? "nps" : "csat"
          if (name === "csat" && scores.size > 7) return
          // One who changes one's mind has answered once.
          const last: Element = scale
          if (scale.closest("form"))
            waiting = [...waiting.filter((one) => one.scale !== last), { scale, name, score }]
          else if (!told.has(scale)) {
            told.add(scale)
            report({ name, source: "button", props: { score }, cause: event })
          }
          return
        }
        scale = scale.parentElement
      }
    })
    listen("submit", (cause) => {
      const sent = findTarget(cause)
      for (const { scale, name, score } of waiting)
        if (sent?.contains(scale)) report({ name, source: "form", props: { score }, cause })
      waiting = waiting.filter(({ scale }) => !sent?.contains(scale))
    })
  },
})
