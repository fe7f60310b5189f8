import { listening } from "./ending"

/** Hears events of these types, with spaces between, on their way down from the window, until the signal ends. */
export function hear(
  types: string,
  listener: (event: Event) => void,
  signal?: AbortSignal,
  target: EventTarget = globalThis,
): void {
  for (const type of types.split(" ")) target.addEventListener(type, listener, listening(signal))
}
