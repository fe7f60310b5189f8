import { parseArgs } from "node:util"
import { startShop } from "./shop"

const usage = `npm run shop -- [options]
  --port N              port (default 8080)
  --spa                 render in the browser, with pushState
  --navigation          render in the browser, with the Navigation API
  --csp                 strict content security policy with Trusted Types
  --language en|ru      English in euro, or Russian in roubles
  --data-layer          GA4 pushes
  --no-snippet          without the recorder's script tag
  --markup NAME         json-ld (default), microdata or opengraph
  --no-popup            without the pop-up at the third product`

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      spa: { type: "boolean", default: false },
      navigation: { type: "boolean", default: false },
      csp: { type: "boolean", default: false },
      language: { type: "string", default: "en" },
      "data-layer": { type: "boolean", default: false },
      "no-snippet": { type: "boolean", default: false },
      markup: { type: "string", default: "json-ld" },
      "no-popup": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  const { language, markup } = values
  if (language !== "en" && language !== "ru") throw new Error(`--language is en or ru, not "${language}".`)
  if (markup !== "json-ld" && markup !== "microdata" && markup !== "opengraph")
    throw new Error(`--markup is json-ld, microdata or opengraph, not "${markup}".`)
  if (values.help) console.log(usage)
  else {
    const shop = await startShop({
      port: Number(values.port),
      spa: values.navigation ? "navigation" : values.spa,
      csp: values.csp,
      language,
      dataLayer: values["data-layer"],
      snippet: !values["no-snippet"],
      markup,
      popup: !values["no-popup"],
    })
    console.log(`The shop is open at ${shop.url} (Ctrl+C closes it).`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 2
}
