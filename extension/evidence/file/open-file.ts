import {
  type Encoding,
  FileFault,
  type FileFaultCode,
  type FileTables,
  MOST_FILE_BYTES,
  readTables,
} from "../../domain"

/** A file that the person has chosen, as tables. Its bytes stay, to be read once more in another encoding. */
export interface OpenedFile {
  name: string
  bytes: Uint8Array
  /** Tells it from other files: of its content. */
  digest: string
  read: FileTables
}

/** Reads a file in this page; it goes nowhere. */
export async function openFile(file: File): Promise<OpenedFile | FileFaultCode> {
  if (file.size > MOST_FILE_BYTES) return "too-large"
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  const digest = [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  const read = await readAs(bytes)
  return typeof read === "string" ? read : { name: file.name, bytes, digest, read }
}

export async function readAs(bytes: Uint8Array, encoding?: Encoding): Promise<FileTables | FileFaultCode> {
  try {
    return await readTables(bytes, encoding)
  } catch (error) {
    if (error instanceof FileFault) return error.code
    throw error
  }
}
