import { createReadStream, writeSync } from "node:fs"
import { stat, writeFile } from "node:fs/promises"
import { Readable } from "node:stream"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { createGunzip } from "node:zlib"
import { openWeb } from "../evidence/open-web"
import { isGzip, startDecoding } from "./decode-text"
import { explainWriting } from "./read-input"
import { runCommand } from "./run-command"
import { BAD_INPUT, BadInput, type Shell } from "./shell"

// The only file of shared/ that touches the machine.

holdHeapSmall()

/**
 * Where there is much memory, Node lets its heap grow to a multiple of what is needed. A long audit does not need that:
 * from here on it may grow by a third, beginning with what one first collection leaves.
 */
function holdHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=30")
  setFlagsFromString("--expose-gc")
  const collect: unknown = runInNewContext("typeof gc === 'function' ? gc : null")
  if (typeof collect === "function") collect()
  setFlagsFromString("--no-expose-gc")
}

async function* read(path: string): AsyncGenerator<string, void, undefined> {
  const file = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })
  const text = startDecoding(path)
  for await (const portion of unpack(path, file)) yield text.push(portion)
  yield text.end()
}

/** Archives of event streams are gzip as a rule; their first bytes say so, whatever they are called. */
async function* unpack(path: string, file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const portions = file[Symbol.asyncIterator]()
  const first = await portions.next()
  const whole = async function* () {
    try {
      for (let next = first; !next.done; next = await portions.next()) yield next.value
    } finally {
      // Whoever has read enough leaves no file open.
      await portions.return?.()
    }
  }
  if (first.done || !isGzip(first.value)) return yield* whole()
  try {
    // `pipe` hands no errors on; `destroy` does, and the loop below throws it.
    const packed = Readable.from(whole(), { objectMode: false })
    const unpacked = packed.pipe(createGunzip())
    packed.on("error", (error) => unpacked.destroy(error))
    for await (const portion of unpacked) yield portion as Uint8Array
  } catch (error) {
    const isPacking = String((error as NodeJS.ErrnoException).code).startsWith("Z_")
    throw isPacking ? new BadInput(`cannot read ${path}: its gzip is broken or cut off`) : error
  }
}

async function readBytes(path: string, most: number): Promise<Uint8Array> {
  const file = path === "-" ? process.stdin : createReadStream(path, { end: most - 1 })
  const portions: Uint8Array[] = []
  let length = 0
  for await (const portion of unpack(path, file)) {
    portions.push(portion)
    length += portion.byteLength
    if (length >= most) break
  }
  return Buffer.concat(portions, Math.min(length, most))
}

/** Colours where a person looks, and never where they were asked not to be: https://no-color.org, as Node reads both. */
function usesColours({ FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (FORCE_COLOR !== undefined) return !/^(0|false)$/.test(FORCE_COLOR)
  return process.stdout.isTTY === true && !NO_COLOR && TERM !== "dumb"
}

const STDOUT = 1
/** How long a full pipe is left alone before it is tried again. */
const PIPE_REST_MS = 2
const encoder = new TextEncoder()
const room = new Uint8Array(1 << 16)
const nothing = new Int32Array(new SharedArrayBuffer(4))

/**
 * The result of a long log is many times what its audit holds. A stream would hold all of it that a slow reader of a pipe
 * has not taken yet; here the audit waits for the reader. A terminal is the stream's business.
 */
function print(text: string): void {
  if (process.stdout.isTTY) return void process.stdout.write(text)
  for (let from = 0; from < text.length; ) {
    const { read, written } = encoder.encodeInto(from === 0 ? text : text.slice(from), room)
    from += read
    for (let done = 0; done < written; ) {
      try {
        done += writeSync(STDOUT, room, done, written - done)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        // A reader that has seen enough (`| head`) is no failure.
        if (code === "EPIPE") process.exit(0)
        if (code !== "EAGAIN") throw explainWriting("standard output", error)
        Atomics.wait(nothing, 0, 0, PIPE_REST_MS)
      }
    }
  }
}

/** Short pieces to the portions that a disk likes. */
function* gather(pieces: Iterable<string>): Generator<string, void, undefined> {
  let held = ""
  for (const piece of pieces) {
    held += piece
    if (held.length < 1 << 16) continue
    yield held
    held = ""
  }
  yield held
}

/** What cannot be asked is told when it is read. */
async function rereads(path: string): Promise<boolean> {
  if (path === "-") return false
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

const shell: Shell = {
  read,
  readBytes,
  rereads,
  write: (path, text) => writeFile(path, gather(text)),
  print,
  complain: (text) => void process.stderr.write(text),
  colours: usesColours(process.env),
  showsProgress: process.stderr.isTTY === true,
  width: process.stdout.columns ?? 120,
  now: () => Date.now(),
  language: (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "").startsWith("ru")
    ? "ru"
    : "en",
  call: openWeb({ fetch, endAfter: (ms) => AbortSignal.timeout(ms) }),
  environment: (name) => process.env[name],
}

// A reader that has seen enough (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : BAD_INPUT))
}

try {
  process.exitCode = await runCommand(process.argv.slice(2), shell)
} catch (error) {
  // A mistake of ours: Node's own exit status for it, 1, would say that --fail-on matched.
  console.error(error)
  process.exitCode = BAD_INPUT
}
