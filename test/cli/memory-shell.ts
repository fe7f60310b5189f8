import type { Shell } from "../../shared/cli/shell"

/** A shell over files in memory, which keeps what the command said. */
export interface MemoryShell extends Shell {
  files: Map<string, string>
  stdout: string
  stderr: string
}

export function openMemoryShell(
  files: Iterable<[string, string]>,
  options: Partial<Shell> = {},
  /** Files that are no text. */
  bytes: Record<string, Uint8Array> = {},
): MemoryShell {
  const shell: MemoryShell = {
    files: new Map(files),
    stdout: "",
    stderr: "",
    async *read(path) {
      const text = shell.files.get(path)
      if (text === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" })
      // In portions that cut lines, as a file comes.
      for (let from = 0; from < text.length; from += 1_000) yield text.slice(from, from + 1_000)
    },
    async readBytes(path, most) {
      const found = bytes[path] ?? shell.files.get(path)
      if (found === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" })
      return (typeof found === "string" ? new TextEncoder().encode(found) : found).slice(0, most)
    },
    rereads: async (path) => path !== "-",
    async write(path, text) {
      shell.files.set(path, [...text].join(""))
    },
    print: (text) => {
      shell.stdout += text
    },
    complain: (text) => {
      shell.stderr += text
    },
    colours: false,
    showsProgress: false,
    width: 100,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
    language: "en",
    call: () => Promise.reject(new Error("a test without a network")),
    environment: () => undefined,
    ...options,
  }
  return shell
}
