import { EVENT_NESTING } from "../event"
import { explainLength, fitsIn, type LogPiece, type LogSplitter, PIECE_BYTES } from "./log-piece"
import { splitLines } from "./split-lines"

/** Where an element might begin although the one before it has not ended: the way back if that one is broken. */
interface Restart {
  at: number
  line: number
}

const blank = /\s|\ufeff/
/** Nothing in these changes where an element ends. */
const plainInText = /[^"\\\n]+/y
const plainInElement = /[^"{}[\]\n]+/y

/**
 * One piece an element of a JSON list, whatever its layout, without holding more than the element. It follows brackets
 * and quotes only; whether an element is JSON, its reader finds out.
 *
 * A broken element costs itself alone where the list has elements at the beginning of lines, as machines write it: a
 * line that begins as the broken element's did begins the next. What stands behind the list is read as lines.
 *
 * With `loose` there is no list around the values, and commas between them as they come: what `jq` prints, and what
 * streams put one behind the other.
 */
export function splitArray(
  tell: (piece: LogPiece) => void,
  firstLine = 1,
  { loose = false }: { loose?: boolean } = {},
): LogSplitter {
  const element = loose ? "a value" : "an element of the list"
  /** What is not cut off yet; while an element is open and not refused, it begins with the element. */
  let held = ""
  let next = 0
  let line = firstLine
  /** Where the present line begins in `held`; negative where that is gone. */
  let lineAt = 0
  let onlyBlanks = true
  let opened = loose
  let afterList: LogSplitter | undefined

  let brackets: string[] = []
  /** Brackets open beyond those that `brackets` keeps: of an element that is refused already. */
  let deeper = 0
  let kind: "none" | "nested" | "bare" = "none"
  let inText = false
  let escaped = false
  let refused = false
  let startLine = 1
  let start = 0
  let indentation = 0
  let restart: Restart | undefined

  let needsComma = false
  let complainedAt = -1
  let missedComma = false

  function complain(reason: string): void {
    if (complainedAt !== line) tell({ line, reason })
    complainedAt = line
  }

  function begin(as: "nested" | "bare"): void {
    if (needsComma && !missedComma && !loose) {
      missedComma = true
      complain("a comma is missing in the list")
    }
    kind = as
    start = next
    startLine = line
    // What begins in the middle of a line shows no habit: the commonest is taken.
    indentation = onlyBlanks ? next - lineAt : 0
    restart = undefined
    refused = inText = escaped = false
    brackets = []
    deeper = 0
  }

  function finish(end: number): void {
    if (!refused) {
      const text = held.slice(start, end).trim()
      tell(
        fitsIn(text, PIECE_BYTES)
          ? { line: startLine, text }
          : { line: startLine, reason: explainLength(element, text) },
      )
    }
    kind = "none"
    needsComma = true
  }

  /** Gives the element up, and says whether there is a place to go on from. */
  function refuse(reason: string): boolean {
    if (!refused) tell({ line: startLine, reason })
    refused = true
    if (!restart) return false
    next = restart.at
    line = restart.line
    lineAt = next - indentation
    onlyBlanks = true
    kind = "none"
    needsComma = false
    restart = undefined
    return true
  }

  const tooLong = () => explainLength(element, held.slice(start, start + 200))

  function open(bracket: string): void {
    if (brackets.length <= EVENT_NESTING) brackets.push(bracket)
    else deeper++
    next++
    if (brackets.length > EVENT_NESTING && !refused)
      refuse(`${element} nests at most ${EVENT_NESTING} levels`)
  }

  function close(bracket: string): void {
    if (deeper > 0) {
      deeper--
      next++
    } else if (brackets.at(-1) === (bracket === "}" ? "{" : "[")) {
      brackets.pop()
      next++
      if (brackets.length === 0) finish(next)
    } else if (!refuse(`the brackets of this ${loose ? "value" : "element"} do not match`)) {
      // The bracket may be the list's own.
      kind = "none"
      needsComma = true
      if (loose) next++
    }
  }

  function takeOutside(letter: string): void {
    if (letter === "[" && !opened) {
      opened = true
      next++
    } else if (letter === "{" || letter === "[") {
      begin("nested")
    } else if (letter === "]" && !loose) {
      next++
      afterList = splitLines(tell, line)
    } else if (letter === ",") {
      if (!needsComma && !loose) complain("an element is missing in the list")
      needsComma = false
      next++
    } else if (blank.test(letter)) {
      next++
    } else if (letter === "}" || letter === ":" || letter === "]") {
      complain(loose ? "the brackets do not match" : "the brackets of the list do not match")
      next++
    } else {
      begin("bare")
    }
  }

  function takeInside(letter: string): void {
    if (inText) {
      if (escaped) escaped = false
      else if (letter === "\\") escaped = true
      else if (letter === '"') inText = false
      next++
    } else if (letter === '"') {
      inText = true
      next++
    } else if (kind === "bare") {
      if (letter === "," || letter === "]") finish(next)
      else next++
    } else if (
      letter === "{" &&
      onlyBlanks &&
      next > start &&
      next - lineAt === indentation &&
      brackets.length > 0
    ) {
      restart ??= { at: next, line }
      if (refused) refuse(tooLong())
      else open(letter)
    } else if (letter === "{" || letter === "[") {
      open(letter)
    } else if (letter === "}" || letter === "]") {
      close(letter)
    } else {
      next++
    }
  }

  function takeLineEnd(): void {
    // No JSON text goes over a line: a quote is missing, and was meant before the line's end.
    inText = escaped = false
    if (kind === "bare") finish(next)
    next++
    line++
    lineAt = next
    onlyBlanks = true
  }

  function skipPlain(): boolean {
    if (kind !== "nested" || escaped) return false
    const plain = inText ? plainInText : plainInElement
    plain.lastIndex = next
    if (!plain.test(held)) return false
    if (onlyBlanks && held.slice(next, plain.lastIndex).trim() !== "") onlyBlanks = false
    next = plain.lastIndex
    if (!refused && next - start > PIECE_BYTES) refuse(tooLong())
    return true
  }

  function scan(): void {
    while (next < held.length && !afterList) {
      const letter = held.charAt(next)
      if (letter === "\n") {
        takeLineEnd()
        continue
      }
      const before = next
      if (skipPlain()) continue
      if (kind === "none") takeOutside(letter)
      else takeInside(letter)
      if (next > before && !blank.test(letter)) onlyBlanks = false
      if (kind !== "none" && !refused && next - start > PIECE_BYTES) refuse(tooLong())
    }
  }

  /** Forgets what is cut off. */
  function shorten(): void {
    const from = kind === "none" || refused ? next : start
    held = held.slice(from)
    next -= from
    start -= from
    lineAt -= from
    if (restart) restart.at -= from
  }

  return {
    push(text) {
      if (!afterList) {
        held += text
        scan()
        if (!afterList) return shorten()
        text = held.slice(next)
        held = ""
      }
      afterList.push(text)
    },
    end() {
      while (
        !afterList &&
        kind === "nested" &&
        refuse(`the log ends within this ${loose ? "value" : "element"}`)
      )
        scan()
      if (afterList) return afterList.end()
      if (kind === "bare") finish(next)
      if (opened && !loose) tell({ line, reason: "the list has no end" })
    },
  }
}
