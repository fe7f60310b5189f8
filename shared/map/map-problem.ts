/** A way into the document: keys and indexes. */
export type DocumentPath = readonly (string | number)[]

/** One error of a map, where a person finds it. Lines and columns count from 1. */
export interface MapProblem {
  line: number
  column: number
  /** `scenarios[0].steps[1].channel`, empty for the whole document. */
  path: string
  message: string
  /** Kebab-case, stable: `unknown-key`, `unknown-reference`, `circle`, `syntax`… */
  code: string
}

/** An error by its path, before its place in the text is looked up. */
export interface PathProblem {
  path: DocumentPath
  code: string
  message: string
  /** The problem is the key itself, not its value. */
  atKey?: boolean
}

/** `scenarios[0].steps[1].channel` */
export function writePath(path: DocumentPath): string {
  return path.reduce<string>((written, part) => {
    if (typeof part === "number") return `${written}[${part}]`
    const plain = /^[^.[\]"\s]+$/.test(part) ? part : JSON.stringify(part)
    return written === "" ? plain : `${written}.${plain}`
  }, "")
}
