/** Saves what the worker answered to `export` as a file. */
export function download(answer: unknown): void {
  const { ndjson } = (answer ?? {}) as { ndjson?: string }
  if (typeof ndjson !== "string") return
  const address = URL.createObjectURL(new Blob([ndjson], { type: "application/x-ndjson" }))
  const link = document.createElement("a")
  link.href = address
  link.download = "cuelight-journey.ndjson"
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
