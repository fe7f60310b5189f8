import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { build, type Rollup } from "vite"

export interface Recorder {
  name: string
  version: string
  /** How it is set up, in words; all else is its default. */
  set: string
  /** Files that a page loads, the first at once. */
  files: { name: string; text: string }[]
  /** Files that come only where there is need of them: the page has a form, or an earlier one has left something. */
  byNeed?: { name: string; text: string }[]
}

const root = resolve(import.meta.dirname, "../../..")

const peers: { name: string; npm: string; set: string }[] = [
  { name: "plausible", npm: "@plausible-analytics/tracker", set: "no page views" },
  {
    name: "snowplow",
    npm: "@snowplow/browser-tracker",
    set: "defaults: POST, one event a request, queue in localStorage",
  },
  {
    name: "segment",
    npm: "@segment/analytics-next",
    set: "defaults: one event a request, retries, queue stored at unload",
  },
  {
    name: "rudder",
    npm: "@rudderstack/analytics-js",
    set: "bundled plugins; defaults: XHR queue in localStorage",
  },
  {
    name: "posthog",
    npm: "posthog-js",
    set: "no autocapture, page views, recording; defaults: batches of 3 s, gzip",
  },
]

const versionOf = (npm: string): string =>
  JSON.parse(readFileSync(resolve(root, "node_modules", npm, "package.json"), "utf8")).version

async function bundle(options: Parameters<typeof build>[0]): Promise<string> {
  const result = await build({
    root,
    logLevel: "silent",
    ...options,
    build: { ...options?.build, write: false },
  })
  const [output] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[]
  return output!.output[0].code
}

/** Ours as it is shipped, and each peer as its users bundle it: one minified file for the same browsers. */
export async function buildRecorders(): Promise<Recorder[]> {
  const recorders: Recorder[] = [
    {
      name: "cuelight",
      version: versionOf("../package.json".replace("/package.json", "")),
      set: "the script tag with data-endpoint, all detectors on",
      files: [
        { name: "cuelight.js", text: await bundle({ mode: "snippet" }) },
        { name: "cuelight-more.js", text: await bundle({ mode: "more" }) },
      ],
      byNeed: [{ name: "cuelight-notes.js", text: await bundle({ mode: "notes" }) }],
    },
  ]
  for (const { name, npm, set } of peers) {
    const text = await bundle({
      configFile: false,
      publicDir: false,
      define: { "process.env.NODE_ENV": JSON.stringify("production") },
      build: {
        target: "es2022",
        minify: true,
        lib: {
          entry: resolve(import.meta.dirname, "peers", `${name}.ts`),
          formats: ["iife"],
          name: "peerBundle",
          fileName: () => `${name}.js`,
        },
      },
    })
    recorders.push({ name, version: versionOf(npm), set, files: [{ name: `${name}.js`, text }] })
  }
  return recorders
}
