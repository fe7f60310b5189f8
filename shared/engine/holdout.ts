/** Rule 14: FNV-1a (32 bit) over the UTF-8 bytes of `PERSON\nSCENARIO`, divided by 2^32: from 0 up to 1. */
export function drawHoldout(person: string, scenario: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(`${person}\n${scenario}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return (hash >>> 0) / 2 ** 32
}
