import { type DataWords, englishData } from "../words/english-data"
import { englishMaps, type MapsWords } from "../words/english-maps"
import { englishOptions, type OptionsWords } from "../words/english-options"
import type { Language } from "../words/language"
import { useReader } from "../words/reader"
import { russianData } from "../words/russian-data"
import { russianMaps } from "../words/russian-maps"
import { russianOptions } from "../words/russian-options"

export const optionsWords: Record<Language, OptionsWords> = { en: englishOptions, ru: russianOptions }
const dataWords: Record<Language, DataWords> = { en: englishData, ru: russianData }
const mapsWords: Record<Language, MapsWords> = { en: englishMaps, ru: russianMaps }

export function useOptionsWords(): OptionsWords {
  return optionsWords[useReader().language]
}

export function useMapsWords(): MapsWords {
  return mapsWords[useReader().language]
}

export function useDataWords(): DataWords {
  return dataWords[useReader().language]
}
