import type { Language } from "../../language"
import type { DocumentPath } from "../map-problem"
import { field, listOf } from "../references"
import { guideWords, type JsonSchema, writeJsonSchema } from "./json-schema"
import type { Reference } from "./key-words"
import { listEventNames, listFieldPaths, listTraitPaths, NOTHING_SEEN, type SeenNames } from "./known-names"

/** What a map editor can say of one place of a map. */
export interface MapPlace {
  /** What stands here means; null where the language knows of nothing. */
  description: string | null
  /** The keys that may stand in an object here and do not yet; those that must come first. */
  keys: { key: string; description: string; required: boolean }[]
  /** Values that may stand here: what the language has, and the ids and events that the map names. */
  values: { value: string; description: string }[]
}

/** What a filter of messages compares with parts of the map. */
const OF_FILTERS: Record<string, Reference> = {
  channel: "channels",
  message: "messages",
  scenario: "scenarios",
}

const schemas = new Map<Language, JsonSchema>()

/**
 * For completion and hovering in a map editor: what may stand at a path of a map.
 *
 * `root` is the document as far as it could be read (broken parts may be missing); it decides which form of a
 * condition or trigger is meant, and which ids there are. An empty path is the whole map. Never throws.
 */
export function describePlace(
  root: unknown,
  path: DocumentPath,
  language: Language = "en",
  seen: SeenNames = NOTHING_SEEN,
): MapPlace {
  let schema = schemas.get(language)
  if (!schema) {
    schema = writeJsonSchema(language)
    schemas.set(language, schema)
  }
  return new Guide(schema, root, seen).describe(path)
}

/** A schema, with the name of the object it belongs to and the key under which it stands there. */
interface Candidate {
  schema: JsonSchema
  /** Said of the key, before what is said of the kind of value. */
  description: string | null
  refersTo: Reference | null
}

class Guide {
  constructor(
    private readonly schema: JsonSchema,
    private readonly root: unknown,
    private readonly seen: SeenNames,
  ) {}

  describe(path: DocumentPath): MapPlace {
    let value = this.root
    let here: Candidate[] = [{ schema: this.schema, description: null, refersTo: null }]
    for (const part of path) {
      here = this.choose(here, value).flatMap((candidate) => this.enter(candidate, part))
      value = typeof part === "number" ? listOf(value)[part] : field(value, part)
    }
    const forms = this.choose(here, value)
    return {
      description: this.tell(here, forms),
      keys: [...this.listKeys(forms, value), ...this.listPaths(forms, path, value)],
      values: this.listValues(forms, path),
    }
  }

  private tell(here: readonly Candidate[], forms: readonly Candidate[]): string | null {
    const [first] = here
    const own = first?.description ?? null
    const kind =
      forms.length === 1 ? forms[0]?.schema.description : first && this.resolve(first.schema).description
    if (own === null || !kind || own === kind) return own ?? kind ?? null
    return `${own}\n\n${kind}`
  }

  /** The forms without `$ref`, `anyOf` and `allOf`: where the value has keys, only those that know the most of them. */
  private choose(candidates: readonly Candidate[], value: unknown): Candidate[] {
    const forms = candidates.flatMap((candidate) => this.spread(candidate))
    const keys =
      typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : []
    if (keys.length === 0) return forms
    const known = forms.map(({ schema }) => {
      if (!schema.properties) return typeof schema.additionalProperties === "object" ? 0.5 : -1
      const missing = (schema.required ?? []).filter((key) => !keys.includes(key)).length
      return keys.filter((key) => Object.hasOwn(schema.properties ?? {}, key)).length - missing / 100
    })
    const most = Math.max(...known)
    // A form that only lacks a key is still meant where it knows as many as any other.
    return forms.filter((_, index) => Math.ceil(known[index] ?? -1) === Math.ceil(most))
  }

  private spread(candidate: Candidate): Candidate[] {
    const schema = this.resolve(candidate.schema)
    const alternatives = schema.properties ? undefined : (schema.anyOf ?? schema.allOf)
    if (!alternatives) return [{ ...candidate, schema }]
    return alternatives.flatMap((inner) => this.spread({ ...candidate, schema: inner }))
  }

  private resolve(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.replace("#/definitions/", "")
    const target = name === undefined ? undefined : this.schema.definitions?.[name]
    return target ? this.resolve(target) : schema
  }

  private enter({ schema, refersTo, description }: Candidate, part: string | number): Candidate[] {
    if (typeof part === "number") return schema.items ? [{ schema: schema.items, description, refersTo }] : []
    const property = schema.properties && Object.hasOwn(schema.properties, part) && schema.properties[part]
    if (property) {
      return [
        {
          schema: property,
          description: property.description ?? null,
          refersTo: referenceOf(schema, part, this.schema),
        },
      ]
    }
    const { additionalProperties } = schema
    return typeof additionalProperties === "object"
      ? [{ schema: additionalProperties, description: null, refersTo: null }]
      : []
  }

  private listKeys(forms: readonly Candidate[], value: unknown): MapPlace["keys"] {
    const found = new Map<string, MapPlace["keys"][number]>()
    for (const { schema } of forms) {
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        if (found.has(key) || field(value, key) !== undefined) continue
        const required = forms.length === 1 && (schema.required ?? []).includes(key)
        found.set(key, { key, description: property.description ?? "", required })
      }
    }
    return [...found.values()].sort((one, other) => Number(other.required) - Number(one.required))
  }

  /** Keys that are the map's or the site's own: the paths of a filter. */
  private listPaths(forms: readonly Candidate[], path: DocumentPath, value: unknown): MapPlace["keys"] {
    const filter = this.schema.definitions?.Filter
    if (filter === undefined || !forms.some(({ schema }) => schema === filter)) return []
    return this.fieldsAt(path)
      .filter((key) => field(value, key) === undefined)
      .map((key) => ({ key, description: filter.description ?? "", required: false }))
  }

  /** Of the events that the object around this place means. */
  private fieldsAt(path: DocumentPath): string[] {
    const around = path
      .slice(0, -1)
      .reduce<unknown>(
        (value, part) => (typeof part === "number" ? listOf(value)[part] : field(value, part)),
        this.root,
      )
    return listFieldPaths(this.root, field(around, "event") ?? field(around, "of"), this.seen)
  }

  private listValues(forms: readonly Candidate[], path: DocumentPath): MapPlace["values"] {
    const found = new Map<string, string>()
    for (const { schema, description, refersTo } of forms) {
      const says = schema.description ?? description ?? ""
      const written = schema.const !== undefined ? [schema.const] : (schema.enum ?? schema.examples ?? [])
      for (const one of written) if (!found.has(String(one))) found.set(String(one), says)
      if (schema.type === "boolean") for (const one of ["true", "false"]) found.set(one, says)
      if (refersTo && schema.type === "string") {
        for (const [id, told] of this.listNames(refersTo, path))
          if (!found.has(id)) found.set(id, told || says)
      }
    }
    const named = path.at(-2) === "where" ? OF_FILTERS[String(path.at(-1))] : undefined
    if (named) for (const [id, told] of this.listNames(named, path)) if (!found.has(id)) found.set(id, told)
    return [...found].map(([value, description]) => ({ value, description }))
  }

  /** The ids of a kind of part, each with its name for people. */
  private listNames(kind: Reference, path: DocumentPath): [string, string][] {
    if (kind === "events") return listEventNames(this.root, this.seen).map((name) => [name, ""])
    if (kind === "fields") return this.fieldsAt(path).map((name) => [name, ""])
    if (kind === "traits") return listTraitPaths(this.root, this.seen).map((name) => [name, ""])
    if (kind === "channels" || kind === "messages") {
      const parts = field(this.root, kind)
      if (typeof parts !== "object" || parts === null) return []
      return Object.entries(parts).map(([id, part]) => [id, nameOf(part)])
    }
    const list = kind === "steps" ? this.earlierSteps(path) : listOf(field(this.root, kind))
    return list.flatMap((part): [string, string][] => {
      const id = field(part, "id")
      return typeof id === "string" ? [[id, nameOf(part)]] : []
    })
  }

  private earlierSteps(path: DocumentPath): unknown[] {
    const [, scenario, , step] = path
    const steps = listOf(field(listOf(field(this.root, "scenarios"))[Number(scenario)], "steps"))
    return steps.slice(0, Number(step))
  }
}

function nameOf(part: unknown): string {
  const name = field(part, "name")
  if (typeof name === "string") return name
  const words = typeof name === "object" && name !== null ? Object.values(name) : []
  return typeof words[0] === "string" ? words[0] : ""
}

/** Which names stand under a key: said with the words of its object. */
function referenceOf(schema: JsonSchema, key: string, root: JsonSchema): Reference | null {
  const name = Object.keys(guideWords).find(
    (one) => (one === "CommunicationMap" ? root : root.definitions?.[one]) === schema,
  )
  return (name && guideWords[name]?.keys[key]?.refersTo) || null
}
