/** What keeps the person from using the overlay on this page. The health light says it, elsewhere too. */
type Trouble = "overlay-removed" | "overlay-covered" | "overlay-asleep"

export interface Troubles {
  set(code: Trouble, holds: boolean): void
  /** There is no overlay any more that anything could keep from being used. */
  end(): void
}

export function tellTroubles(): Troubles {
  const held = new Set<Trouble>()

  function set(code: Trouble, holds: boolean): void {
    if (held.has(code) === holds) return
    if (holds) held.add(code)
    else held.delete(code)
    tell(code, holds).catch(cutOff)
  }
  return {
    set,
    end: () => {
      for (const code of held) set(code, false)
    },
  }
}

/** Cut off, Chrome throws where it else would refuse. */
async function tell(code: Trouble, holds: boolean): Promise<void> {
  await chrome.runtime.sendMessage({ type: "problem", code, detail: holds ? "" : null })
}

/** The extension was updated: this copy shows nothing any more. */
function cutOff(): void {}
