/** A part of what memberships are made of: a segment by its index, or the stages, which are asked together. */
export type Part = number
export const STAGES: Part = -1

/** What must be asked anew when memberships may have changed. */
export interface MembershipPart {
  stages: boolean
  segments: readonly number[]
}

/** More parts than this are not worth telling apart: all are asked. */
const MOST_PARTS = 64

/**
 * Which parts an event of a name may change: those whose condition listens to it, and those defined by them. Gathered
 * while stages and segments are compiled.
 */
export class MembershipNeeds {
  private readonly listening = new Map<string, Set<Part>>()
  /** By part, the parts that are defined by it. */
  private readonly dependents = new Map<Part, Set<Part>>()

  listens(part: Part, name: string): void {
    addTo(this.listening, name, part)
  }

  refers(part: Part, to: Part): void {
    addTo(this.dependents, to, part)
  }

  /** By name of event; `whole` where nearly everything may change. */
  finish(whole: MembershipPart): Map<string, MembershipPart> {
    const found = new Map<string, MembershipPart>()
    for (const [name, parts] of this.listening) {
      const all = this.close(parts)
      found.set(
        name,
        all
          ? {
              stages: all.has(STAGES),
              segments: [...all].filter((part) => part !== STAGES).sort((a, b) => a - b),
            }
          : whole,
      )
    }
    return found
  }

  private close(parts: ReadonlySet<Part>): Set<Part> | null {
    const all = new Set(parts)
    for (const part of all) {
      for (const dependent of this.dependents.get(part) ?? []) all.add(dependent)
      if (all.size > MOST_PARTS) return null
    }
    return all
  }
}

function addTo<Key>(map: Map<Key, Set<Part>>, key: Key, part: Part): void {
  const parts = map.get(key)
  if (parts) parts.add(part)
  else map.set(key, new Set([part]))
}
