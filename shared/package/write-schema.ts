import { writeFileSync } from "node:fs"
import { writeJsonSchema } from "../map/guide/json-schema"

/** The JSON Schema of the map language as a file of the package: `cuelight/map.schema.json`. */
writeFileSync("shared/dist/package/map.schema.json", `${JSON.stringify(writeJsonSchema(), null, 2)}\n`)
