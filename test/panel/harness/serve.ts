import { serveHarness } from "../../overlay/harness/serve"

/** The panel in a page of its own, served on the loopback address. */
export const servePanel = () =>
  serveHarness({
    source: import.meta.dirname,
    pages: ["panel.html"],
    built: "test/results/panel-harness",
  })
