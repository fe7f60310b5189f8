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
  if (!options.map) return
  const url = new URL(options.map, document.baseURI)
  host.ruleVisits = {
    read() {
      try {
        return JSON.parse(localStorage.getItem(visitsName)!) ?? {}
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
  return new Promise((done) => {
    host.onRules = async (follow) => {
      try {
        const response = await fetch(url, { credentials: "same-origin" })
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        follow(readTouchpoints((await response.text()).slice(0, LONGEST_MAP)))
      } catch (error) {
        problem("rule-broken", `${url.pathname}: ${(error as Error).message}`)
      }
      done()
    }
  })
}

/** The `touchpoints` of a map. Throws where it cannot be sure of what is meant. */
export function readTouchpoints(map: string): Touchpoint[] {
  const [, inline = "", block = ""] = /^touchpoints:(.*)\n((?:(?:[ \t#-].*)?\r?\n)*)/m.exec(`${map}\n`) ?? []
  const lines = `${inline}\n${block}`.split(/\r?\n/).map(dropComment).filter(Boolean)
  const found: Value = /^\s*\{/.test(map)
    ? JSON.parse(map).touchpoints
    : dropComment(inline)
      ? readScalar(lines.join(" ").trim())
      : readBlock(lines)
  const rules = Array.isArray(found) ? found.slice(0, MOST_RULES) : []
  return rules.filter((rule) => typeof rule?.event === "string" && typeof rule.on === "string")
}

/** Without what stands behind ` #`, outside of quotes. */
function dropComment(line: string): string {
  return line.replace(/^((?:"(?:\\.|[^"\\])*"|'[^']*'|(?!\s#)[^"'])*?)(^|\s)#.*$/, "$1").trimEnd()
}

const indentOf = (line: string) => line.search(/\S/)
const keyed = /^ *([\w-]+|"[^"]*"|'[^']*'):(?= |$)(.*)/

/** Lists and keys by their indentation. */
function readBlock(lines: string[]): Value {
  const [first] = lines
  if (!first) return null
  const indent = indentOf(first)
  const isList = /^ *-( |$)/.test(first)
  const entries: [string, Value][] = []
  for (let line = lines.shift(); line; line = lines.shift()) {
    const [, key = "", rest = ""] = (isList ? /^ *-()(?= |$)(.*)/ : keyed).exec(line) ?? []
    if (indentOf(line) !== indent || (!key && !isList) || (isList && line[indent] !== "-"))
      throw new Error(`"${line.trim()}" stands askew`)
    const inner: string[] = []
    while (lines[0] && indentOf(lines[0]) > indent) inner.push(lines.shift()!)
    entries.push([
      key.replace(/^["']|["']$/g, ""),
      !rest.trim()
        ? readBlock(inner)
        : // The first key of a list's entry stands on the line of its dash.
          isList && keyed.test(rest)
          ? readBlock([`${" ".repeat(indent + 1)}${rest}`, ...inner])
          : readScalar([rest, ...inner].map((part) => part.trim()).join(" ")),
    ])
  }
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}

const literal = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?)$/

/** A text, a number, or what stands in brackets: that becomes JSON, piece by piece, so its brackets are checked. */
function readScalar(text: string): Value {
  if (/^[[{"']/.test(text))
    return JSON.parse(
      text.replace(
        /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[{}[\],]|:(?=\s|$)|[^\s{}[\],:](?:[^\s{}[\],:]|:(?!\s|$)| (?=[^\s{}[\],:]))*/g,
        (token) =>
          /^[{}[\],:"]/.test(token) || literal.test(token)
            ? token
            : JSON.stringify(
                token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : readScalar(token),
              ),
      ),
    )
  if (/^[&*!|>%@`\]},:]|: /.test(text)) throw new Error(`"${text}" is not understood`)
  return literal.test(text) ? JSON.parse(text) : text
}
