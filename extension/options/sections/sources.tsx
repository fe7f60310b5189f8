import { SourcesSection } from "../../evidence/sources-section"
import { sourcesWords } from "../../words/evidence/sources"
import { defineSection } from "../section"

/** Where Cuelight looks for what was really sent. It asks the worker by itself: the page's state holds no sources. */
export const sources = defineSection({
  id: "sources",
  title: { en: sourcesWords.en.title, ru: sourcesWords.ru.title },
  Section: () => <SourcesSection />,
})
