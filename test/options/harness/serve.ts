import { serveHarness } from "../../overlay/harness/serve"

/** The tour and the opened audit as pages of their own, served on the loopback address. */
export const servePages = () =>
  serveHarness({
    source: import.meta.dirname,
    pages: ["pages.html"],
    built: "test/results/pages-harness",
  })
