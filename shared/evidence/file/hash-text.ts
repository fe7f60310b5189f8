/** 64 bits of a text, as hexadecimal digits: two rounds of FNV-1a over its UTF-16 units, mixed. To tell texts apart. */
export function hashText(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x9747b28c)
}

function half(text: string, basis: number): string {
  let hash = basis
  for (let place = 0; place < text.length; place++)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0")
}
