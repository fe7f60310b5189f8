/** HTML that may be put into a page as it stands; everything else is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | null | undefined | false | readonly Part[]

export function escapeText(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (character) =>
      ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[character] ?? character,
  )
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return ""
  if (part instanceof Markup) return part.text
  if (typeof part === "string") return escapeText(part)
  if (typeof part === "number") return String(part)
  return part.map(show).join("")
}

/** A template whose values are escaped, unless they come from this template themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((text, index) => text + show(parts[index])).join(""))
}

/** A data block: JSON that cannot end the script element it stands in. */
export function dataBlock(type: string, value: unknown, id?: string): Markup {
  const json = JSON.stringify(value).replace(/</g, "\\u003c")
  return new Markup(`<script type="${type}"${id ? ` id="${id}"` : ""}>${json}</script>`)
}
