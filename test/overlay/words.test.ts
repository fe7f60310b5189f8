import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { english } from "../../extension/words/english"
import { englishJourney } from "../../extension/words/english-journey"
import { englishMaps } from "../../extension/words/english-maps"
import { englishOptions } from "../../extension/words/english-options"
import { explainProblem } from "../../extension/words/explain-problem"
import { iconWords } from "../../extension/words/icon"
import { chooseLanguage } from "../../extension/words/language"
import { createReader } from "../../extension/words/reader"
import { russian } from "../../extension/words/russian"
import { russianJourney } from "../../extension/words/russian-journey"
import { russianMaps } from "../../extension/words/russian-maps"
import { russianOptions } from "../../extension/words/russian-options"

const pairs = [
  ["overlay", english, russian],
  ["journey", englishJourney, russianJourney],
  ["options", englishOptions, russianOptions],
  ["maps", englishMaps, russianMaps],
  ["icon", iconWords.en, iconWords.ru],
] as const

type Said = [path: string, sentences: string[]]

/** Everything a table of words can say, with every function called for the counts whose forms differ. */
function sayAll(value: unknown, path: string): Said[] {
  if (typeof value === "string") return [[path, [value]]]
  if (typeof value === "function") {
    const say = value as (...given: unknown[]) => string
    const counts = [0, 1, 2, 5, 11, 21, 22, 25]
    // Numbers where they are wanted, else a text in neither alphabet, so that only our own words are judged.
    return [[path, counts.flatMap((count) => [say(count, String(count), "·"), say("·", "·", "·")])]]
  }
  return Object.entries(value as object).flatMap(([key, each]) => sayAll(each, `${path}.${key}`))
}

/** Names, formats and units that Russian writes in Latin letters too. */
const latinNames =
  /cuelight(?:-more|-rules)?\.js|text\/javascript|integrity|https|data-map|Access-Control-Allow-Origin|touchpoints|Shift|Cuelight|Chrome|CSP|script-src|script|JSON-LD|JSON|YAML|Open Graph|SMS|push|cuelight: 1|Tab|Escape|Esc|Ctrl|`sites`|https?:\/\/|«Raw»/g

describe.each(pairs)("words of the %s", (_name, first, second) => {
  const inEnglish = sayAll(first, "")
  const inRussian = sayAll(second, "")

  it("exist in both languages under the same keys", () => {
    expect(inRussian.map(([path]) => path)).toEqual(inEnglish.map(([path]) => path))
  })

  it("are never empty, and have no doubled spaces or unfilled places", () => {
    for (const [path, sentences] of [...inEnglish, ...inRussian])
      for (const sentence of sentences) {
        expect(sentence.trim(), path).not.toBe("")
        expect(sentence, path).not.toMatch(/ {2}|\$\{|undefined|null|NaN|\[object/)
      }
  })

  it("are Russian in Russian and English in English", () => {
    for (const [path, sentences] of inRussian)
      for (const sentence of sentences) expect(sentence.replace(latinNames, ""), path).not.toMatch(/[a-z]/i)
    for (const [path, sentences] of inEnglish)
      for (const sentence of sentences) expect(sentence, path).not.toMatch(/[а-яё]/i)
  })

  it("hold none of our own jargon", () => {
    const jargon =
      /\b(run|step id|touchpoint|fold|coverage|grace|anchor|isolated world|worker|payload|null)\b/i
    for (const [path, sentences] of inEnglish)
      for (const sentence of sentences)
        if (!path.includes("unreachable")) expect(sentence, path).not.toMatch(jargon)
  })
})

/** The keys by which words are asked for; what stands in a table by ids is asked for by them. */
function listKeys(words: object): string[] {
  return Object.entries(words).flatMap(([key, inner]) =>
    typeof inner === "object" &&
    !Array.isArray(inner) &&
    !["starters", "severity", "themes", "notFetched"].includes(key)
      ? listKeys(inner)
      : [`.${key}`],
  )
}

describe("every word", () => {
  const folder = new URL("../../extension/", import.meta.url)
  const source = ["overlay/", "options/"]
    .flatMap((part) =>
      readdirSync(new URL(part, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${part}${name}`,
      ),
    )
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n")

  it("is said somewhere", () => {
    const unsaid = Object.entries(english)
      .filter(([group]) => group !== "fault")
      .flatMap(([group, table]) => Object.keys(table).map((key) => `${group}.${key}`))
      .concat([englishOptions, englishMaps].flatMap(listKeys))
      .filter((name) => !source.includes(name))
    expect(unsaid).toEqual([])
  })

  it("of the overlay stands in the words, not in the components", () => {
    // Text between tags that is neither an expression nor a sign.
    expect(source.match(/>\s*[A-Za-zА-я][^<>{}=;()]*<\//g) ?? []).toEqual([])
  })
})

describe("Russian plurals", () => {
  const events = (count: number) => russianOptions.sites.events(count, String(count))

  it.each([
    [0, "0 событий"],
    [1, "1 событие"],
    [2, "2 события"],
    [4, "4 события"],
    [5, "5 событий"],
    [11, "11 событий"],
    [14, "14 событий"],
    [21, "21 событие"],
    [22, "22 события"],
    [25, "25 событий"],
    [111, "111 событий"],
    [121, "121 событие"],
  ])("fit %d", (count, expected) => expect(events(count)).toBe(expected))

  it("decline whole sentences", () => {
    expect(russian.health.unsaved(1, "1")).toContain("Ещё не сохранено 1 событие")
    expect(russian.health.unsaved(3, "3")).toContain("Ещё не сохранены 3 события")
    expect(russian.overlay.missed(1, "1")).toBe("1 пропуск")
    expect(russian.overlay.missed(2, "2")).toBe("2 пропуска")
    expect(russian.overlay.missed(7, "7")).toBe("7 пропусков")
    expect(russian.overlay.running(1, "1")).toBe("1 идёт")
    expect(russian.overlay.running(2, "2")).toBe("2 идут")
  })
})

describe("the reader", () => {
  const inEnglish = createReader("en")
  const inRussian = createReader("ru")

  it("says events as people do", () => {
    expect(inEnglish.describeEvent("add_to_cart", "Blue vase")).toBe("added “Blue vase” to cart")
    expect(inEnglish.describeEvent("purchase", null)).toBe("purchase")
    expect(inRussian.describeEvent("add_to_cart", "Синяя ваза")).toBe("добавление в корзину — «Синяя ваза»")
    expect(inRussian.eventLabel("view_item")).toBe("Просмотр товара")
  })

  it("quotes names it does not know, and finds nothing in what every object has", () => {
    for (const name of ["quiz_done", "constructor", "__proto__", "toString", "hasOwnProperty"]) {
      expect(inEnglish.eventLabel(name)).toBe(`“${name}”`)
      expect(inEnglish.channelName(name)).toBe(name)
      expect(inEnglish.channelKind(name)).toBe(name)
      expect(inEnglish.reason(name)).toBeNull()
      expect(inEnglish.describeEvent(name, "x")).toContain("“x”")
    }
  })

  it("has words for every reason of the engine", () => {
    const reasons =
      "exited goal condition outcome integration-missing unreachable consent capped quiet unschedulable merged"
    for (const reason of reasons.split(" ")) {
      expect(inEnglish.reason(reason)).toMatch(/[a-z]/)
      expect(inRussian.reason(reason)).toMatch(/[а-я]/)
    }
    expect(inEnglish.reason(null)).toBeNull()
  })

  it("names at most six sources", () => {
    expect(inEnglish.sourceNames("json-ld+data-layer")).toBe(
      "the page's product data (JSON-LD) and the page's data layer",
    )
    expect(
      inEnglish.sourceNames(Array.from({ length: 500 }, (_, index) => `s${index}`).join("+")),
    ).not.toContain("s6")
  })
})

describe("errors of a map", () => {
  // Every code that the parser uses, read from its source: a new one needs its sentence.
  const folder = new URL("../../shared/map/", import.meta.url)
  const source = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n")
  const codes = [
    ...source.matchAll(/(?:code: (?:[^,\n]*\? )?|refuse\((?:path, |\[[^\]]*\], )?)"([a-z-]+)"/g),
  ].map(([, code]) => code ?? "")

  it("have their sentence in Russian", () => {
    expect(new Set(codes).size).toBeGreaterThan(10)
    for (const code of new Set(codes)) {
      if (code === "custom" || code === "invalid_union") continue
      const said = explainProblem({ code, message: "x" }, "ru")
      expect(said, code).toMatch(/^[а-я]/)
      expect(said, code).not.toBe("ошибка")
    }
  })

  it("keep the names and the proposal", () => {
    const problem = { code: "unknown-key", message: "unknown key `triger`: did you mean `trigger`?" }
    expect(explainProblem(problem, "ru")).toBe("неизвестный ключ: `triger`; может быть, `trigger`?")
    expect(explainProblem(problem, "en")).toBe(problem.message)
    expect(explainProblem({ code: "constructor", message: "x" }, "ru")).toBe("ошибка")
    expect(explainProblem({ message: "x" }, "ru")).toBe("ошибка")
  })
})

describe("the language", () => {
  it("is the first that is spoken, else English", () => {
    expect(chooseLanguage(["de-DE", "ru-RU", "en"])).toBe("ru")
    expect(chooseLanguage(["EN-us", "ru"])).toBe("en")
    expect(chooseLanguage(["fr"])).toBe("en")
    expect(chooseLanguage([])).toBe("en")
    expect(chooseLanguage(["russian"])).toBe("en")
  })
})
