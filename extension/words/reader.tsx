import { createContext, type ReactNode, useContext, useMemo } from "react"
import { english, type OverlayWords } from "./english"
import { describeEventEnglish, englishJourney, type JourneyWords } from "./english-journey"
import { createFormats, type Formats } from "./formats"
import type { Language } from "./language"
import { russian } from "./russian"
import { describeEventRussian, russianJourney } from "./russian-journey"
import { cutMiddle } from "./shown-text"

/** Everything needed to say something to the reader. */
export interface Reader {
  language: Language
  words: OverlayWords
  journey: JourneyWords
  formats: Formats
  /** What people call an event; a name that only this site knows is quoted. */
  eventLabel(name: string): string
  /** An event in the middle of a sentence, with its quoted title. */
  describeEvent(name: string, title: string | null): string
  /** What people call a channel; one that only this map knows keeps its id. */
  channelName(id: string): string
  /** The channel as a whole: e-mail, phone calls. */
  channelKind(id: string): string
  reason(code: string | null): string | null
  /** Names of who told an event: `json-ld+data-layer` in words. */
  sourceNames(source: string): string
  /** What the person did: "a click on “Add to cart”", or on what kind of thing where it says nothing. */
  describeGesture(gesture: DescribedGesture): string
  /** The same text as the beginning of a sentence. */
  startSentence(text: string): string
}

/** A gesture as the recorder tells it: `target` is css-like, `label` what the pressed element says. */
export interface DescribedGesture {
  type: string
  target?: string | undefined
  label?: string | undefined
}

/** Names come from pages: `constructor` must not find what every object has. */
function lookUp(table: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** The reader of a language; `timeZone` (IANA) only where it is not the browser's own. */
export function createReader(language: Language, timeZone?: string): Reader {
  const words = language === "ru" ? russian : english
  const journey = language === "ru" ? russianJourney : englishJourney
  const describe = language === "ru" ? describeEventRussian : describeEventEnglish
  const formats = createFormats(language, timeZone)
  const eventLabel = (name: string) => lookUp(journey.events, name) ?? formats.quote(cutMiddle(name, 28))
  return {
    language,
    words,
    journey,
    formats,
    eventLabel,
    describeEvent: (name, title) => {
      const shown = title === null ? "" : cutMiddle(title, 44)
      return describe(name, eventLabel(name), shown === "" ? null : formats.quote(shown))
    },
    channelName: (id) => lookUp(journey.channels, id) ?? cutMiddle(id, 20),
    channelKind: (id) => lookUp(journey.channelKinds, id) ?? cutMiddle(id, 24),
    reason: (code) => (code === null ? null : (lookUp(journey.reasons, code) ?? null)),
    sourceNames: (source) =>
      formats.list(
        source
          .split("+")
          .slice(0, 6)
          .map((part) => lookUp(journey.sources, part) ?? cutMiddle(part, 24)),
      ),
    describeGesture: ({ type, target = "", label }) => {
      const did = lookUp(journey.gestures, type) ?? cutMiddle(type, 24)
      const said = label === undefined ? "" : cutMiddle(label, 40)
      const kind = lookUp(journey.pressed, /^[a-z]*/.exec(target)?.[0] ?? "")
      const what = said === "" ? kind : formats.quote(said)
      return what === undefined ? did : journey.gestureOn(did, what)
    },
    startSentence: (text) => {
      const [first = ""] = text
      return first.toLocaleUpperCase(language) + text.slice(first.length)
    },
  }
}

const ReaderContext = createContext<Reader | null>(null)

/** Everything below speaks this language. */
export function ReaderProvider({ language, children }: { language: Language; children: ReactNode }) {
  const reader = useMemo(() => createReader(language), [language])
  return <ReaderContext value={reader}>{children}</ReaderContext>
}

/** The words and formats of the reader; throws outside a ReaderProvider, which is a mistake of ours. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error("useReader needs a ReaderProvider above it")
  return reader
}
