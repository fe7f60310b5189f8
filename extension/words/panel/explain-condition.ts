import { useMemo } from "react"
import type { Asked, Change, Standing } from "../../domain"
import { useNow } from "../../overlay/ticking"
import { type Reader, useReader } from "../reader"
import { cutMiddle } from "../shown-text"
import { explainEnglish } from "./explain-english"
import { explainRussian } from "./explain-russian"
import { createSpeaker, type ExplanationVoice, type PartNames } from "./explanation-speaker"

export type { PartNames }

type Sayings<Coded extends { code: string }> = {
  [Code in Coded["code"]]: (told: Extract<Coded, { code: Code }>, voice: ExplanationVoice) => string
}

/** A language's words for everything that the engine explains. */
export interface ExplanationWords {
  asked: Sayings<Asked>
  standings: Sayings<Standing>
  changes: Sayings<Change>
}

export const explanationWords = { en: explainEnglish, ru: explainRussian }

/** What the engine explains, said to the reader; `asked` and `change` begin as sentences do. */
export interface Explainer {
  asked(told: Asked): string
  standing(told: Standing): string
  change(told: Change): string
  /** The same within a sentence. */
  changeWithin(told: Change): string
}

export function createExplainer(reader: Reader, names: PartNames, now: number): Explainer {
  const words = explanationWords[reader.language]
  const say = (table: object, told: { code: string }): string => {
    const sayings = table as Record<string, (told: object, voice: ExplanationVoice) => string>
    // A worker that is newer than this page may say more than it knows.
    const saying = Object.hasOwn(sayings, told.code) ? sayings[told.code] : undefined
    return saying ? saying(told, voice) : told.code
  }
  const voice: ExplanationVoice = {
    ...createSpeaker(reader, names, now),
    asked: (told) => say(words.asked, told),
    standing: (told) => say(words.standings, told),
    change: (told) => say(words.changes, told),
  }
  const changeWithin = (told: Change) => cutMiddle(voice.change(told), 300)
  const sentence = (text: string) => reader.startSentence(cutMiddle(text, 300))
  return {
    asked: (told) => sentence(voice.asked(told)),
    standing: (told) => cutMiddle(voice.standing(told), 240),
    change: (told) => sentence(voice.change(told)),
    changeWithin,
  }
}

/** For the reader, at the instant that is looked at. */
export function useExplainer(names: PartNames): Explainer {
  const reader = useReader()
  const now = useNow()
  return useMemo(() => createExplainer(reader, names, now), [reader, names, now])
}
