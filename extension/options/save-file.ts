/** Longer than a browser takes to begin to read it. */
const READ_WITHIN_MS = 60_000

/** Hands a text to the person as a file. Characters that file systems refuse become dashes. */
export function saveText(name: string, text: string | Blob, type: string): void {
  const address = URL.createObjectURL(text instanceof Blob ? text : new Blob([text], { type }))
  const link = document.createElement("a")
  link.href = address
  link.download = fileName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS)
}

export function fileName(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}.() _-]+/gu, "-")
      .replace(/^[-. ]+/, "")
      .slice(-120) || "cuelight"
  )
}
