import type { Touchpoint } from "../shared/map/touchpoint"
import type { Inside } from "./inside"

type Value = unknown
const LONGEST_MAP = 1024 * 1024
const MOST_RULES = 200
const visitsName = "cuelight.rules"

/**
 * Fetches the communication map that the tag names, and has its site rules followed. The map may be JSON, or YAML as
 * people write it; a `touchpoints` that uses more of YAML than lists, keys, texts and numbers is reported and left out.
 */
export function joinPageMap({ options, host, problem, consents }: Inside): Promise<void> | undefined {
  const address = options.map
  if (!address) return
  host.ruleVisits = {
    read() {
      try {
        return JSON.parse(localStorage.getItem(visitsName) ?? "{}") ?? {}
      } catch {
        return {}
      }
    },
    write(counts) {
      try {
        if (consents.analytics === "granted") localStorage.setItem(visitsName, JSON.stringify(counts))
      } catch {}
    },
  }
  const url = new URL(address, document.baseURI)
  const read = async (follow: (rules: Touchpoint[]) => void) => {
    const response = await fetch(url, { credentials: "same-origin" })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    follow(readTouchpoints((await response.text()).slice(0, LONGEST_MAP)))
  }
  return new Promise((done) => {
    host.onRules = (follow) =>
      void read(follow)
        .catch((error) => problem("rule-broken", `${url.pathname}: ${error.message}`))
        .then(done)
  })
}

/** The `touchpoints` of a map. Throws where it cannot be sure of what is meant. */
export function readTouchpoints(map: string): Touchpoint[] {
  let found: Value
  if (/^\s*\{/.test(map)) found = JSON.parse(map).touchpoints
  else {
    const [, inline = "", block = ""] =
      /^touchpoints:(.*)\n((?:(?:[ \t#-].*)?\r?\n)*)/m.exec(`${map}\n`) ?? []
    const lines = block.split(/\r?\n/).map(dropComment).filter(Boolean)
    found = dropComment(inline).trim() ? readFlow(`${inline}\n${block}`) : readBlock(lines)
  }
  const rules = Array.isArray(found) ? found.slice(0, MOST_RULES) : []
  return rules.filter(
    (rule) => typeof rule?.event === "string" && typeof rule.on === "string",
  ) as Touchpoint[]
}

/** Without what stands behind ` #`, outside of quotes. */
function dropComment(line: string): string {
  return line.replace(/^((?:"(?:\\.|[^"\\])*"|'[^']*'|(?!\s#)[^"'])*?)(^|\s)#.*$/, "$1").trimEnd()
}

const indentOf = (line: string) => /^ */.exec(line)![0].length

/** Lists and keys by their indentation. */
function readBlock(lines: string[]): Value {
  const [first] = lines
  if (first === undefined) return null
  const indent = indentOf(first)
  const isList = /^ *-( |$)/.test(first)
  const list: Value[] = []
  const fields: [string, Value][] = []
  while (lines.length > 0) {
    const line = lines.shift()!
    if (indentOf(line) !== indent || /^ *-( |$)/.test(line) !== isList)
      throw new Error(`"${line.trim()}" stands askew`)
    const inner: string[] = []
    while (lines[0] !== undefined && indentOf(lines[0]) > indent) inner.push(lines.shift()!)
    const [, key = "", rest = ""] = isList
      ? ["", "", line.slice(indent + 1)]
      : (/^ *([\w-]+|"[^"]*"|'[^']*'):(?: (.*)|)$/.exec(line) ?? [])
    if (isList) list.push(readNested(rest, inner, indent + 1))
    else if (key) fields.push([String(readFlow(key)), readNested(rest, inner, indent)])
    else throw new Error(`"${line.trim()}" is no key`)
  }
  return isList ? list : Object.fromEntries(fields)
}

function readNested(rest: string, inner: string[], indent: number): Value {
  const text = rest.trim()
  if (!text) return readBlock(inner)
  // The first key of a list's entry stands on the line of its dash.
  if (/^([\w-]+|"[^"]*"|'[^']*'):( |$)/.test(text)) return readBlock([" ".repeat(indent) + rest, ...inner])
  const whole = [text, ...inner.map((line) => line.trim())].join(" ")
  // Outside of braces a text may contain them: `a[href], .b`.
  return /^[[{"']/.test(whole) ? readFlow(whole) : readScalar(whole)
}

/** `{ a: 1, "b": [c, 'd'] }`, a text or a number. */
function readFlow(text: string): Value {
  const tokens =
    text.match(
      /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[{}[\],]|:(?=\s|$)|[^\s{}[\],:](?:[^\s{}[\],:]|:(?!\s|$)| (?=[^\s{}[\],:]))*/g,
    ) ?? []
  let place = 0
  const read = (): Value => {
    const token = tokens[place++]
    if (token === "[" || token === "{") {
      const close = token === "[" ? "]" : "}"
      const list: Value[] = []
      const fields: [string, Value][] = []
      while (tokens[place] !== close) {
        if (token === "[") list.push(read())
        else {
          const key = String(read())
          if (tokens[place++] !== ":") throw new Error(`"${key}" has no value`)
          fields.push([key, read()])
        }
        if (tokens[place] === ",") place++
        else if (tokens[place] !== close) throw new Error(`a ${close} is missing`)
      }
      place++
      return token === "[" ? list : Object.fromEntries(fields)
    }
    return readScalar(token)
  }
  const value = read()
  if (place < tokens.length) throw new Error(`"${tokens[place]}" is too much`)
  return value
}

function readScalar(token: string | undefined): Value {
  if (!token || /^[&*!|>%@`\]},:]|: /.test(token)) throw new Error(`"${token ?? ""}" is not understood here`)
  if (token.startsWith('"')) return JSON.parse(token)
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?)$/.test(token)) return JSON.parse(token)
  return token
}
