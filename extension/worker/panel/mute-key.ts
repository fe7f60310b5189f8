interface Muteable {
  kind: string
  scenario: string | null
  step: string | null
  channel: string | null
}

/** Findings with the same key are muted together: this kind, of this step, over this channel. */
export function keyOfFinding({ kind, scenario, step, channel }: Muteable): string {
  return [kind, scenario ?? "", step ?? "", channel ?? ""].join("\n")
}
