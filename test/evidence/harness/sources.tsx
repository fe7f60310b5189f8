import "../../../extension/overlay/theme.css"
import "../../../extension/overlay/rows.css"
import "../../../extension/overlay/controls.css"
import "../../../extension/options/options.css"
import "../../../extension/evidence/sources.css"
import { createRoot } from "react-dom/client"
import { Sources } from "../../../extension/evidence/sources"
import type { EvidenceAction, SourceTest } from "../../../extension/evidence/state"
import { ReaderProvider } from "../../../extension/words/reader"
import { sample, someSources } from "./fixtures"

const asked = new URLSearchParams(location.search)
const language = asked.get("language") === "ru" ? "ru" : "en"
document.documentElement.lang = language

/** Answers as the worker would. */
async function act(action: EvidenceAction): Promise<unknown> {
  if (action.type === "test") {
    const isJson = action.form.connector === "json"
    const good: SourceTest = {
      problem: null,
      found: 3,
      unreadable: 0,
      skewMs: null,
      latest: Date.now(),
      sample: null,
    }
    return { ...good, sample: isJson ? sample : null, problem: isJson ? null : { code: "cors-blocked" } }
  }
  if (action.type === "file-begin") return { known: false }
  if (action.type === "file-part") return { found: action.drafts.length, strangers: 2, earlier: 1 }
  return {}
}

createRoot(document.getElementById("root")!).render(
  <ReaderProvider language={language}>
    <div className="cue-root cue-options">
      <header>
        <h1>Cuelight</h1>
      </header>
      <main>
        <section>
          <h2>Sources</h2>
          <Sources state={someSources(Date.now(), language)} act={act} allow={async () => true} />
        </section>
      </main>
    </div>
  </ReaderProvider>,
)
