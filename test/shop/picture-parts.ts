/** Pieces of the drawn product pictures: colours, curves, and the thrown pot (a profile turned about its axis). */

export interface Glaze {
  colour: string
  /** The bare clay below the glaze line. */
  clay: string
  /** Height of the glaze line above the foot, as a share of the pot's height; 0 glazes it all. */
  line: number
  speckles: number
}

/** Height above the table and radius there, from foot to rim. */
export type Profile = readonly (readonly [height: number, radius: number])[]

/** How round a circle looks that lies on the table: the camera stands a little above it. */
const tilt = 0.15

export function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, index: number) =>
    Number.parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16)
  const mixed = [0, 1, 2].map((index) =>
    Math.round(channel(from, index) * (1 - share) + channel(to, index) * share)
      .toString(16)
      .padStart(2, "0"),
  )
  return `#${mixed.join("")}`
}

/** A repeatable stream of numbers in [0, 1): every picture looks the same each time. */
export function startDice(seed: string): () => number {
  let state = 2166136261
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** A smooth curve through the points (Catmull-Rom), without the opening `M`. */
export function curveThrough(points: readonly (readonly [number, number])[]): string {
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0]
  const parts: string[] = []
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const control = [
      from[0] + (to[0] - before[0]) / 6,
      from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
      to[0],
      to[1],
    ]
    parts.push(`C${control.map(round).join(" ")}`)
  }
  return parts.join("")
}

/** The soft shadow of something that stands at the origin. */
export function drawShadow(radius: number): string {
  return (
    `<ellipse cx="${radius * 0.5}" cy="${radius * 0.06}" rx="${radius * 1.65}" ry="${radius * 0.2}" fill="#3a2a1e" opacity=".2" filter="url(#far)"/>` +
    `<ellipse cx="${radius * 0.08}" cy="${radius * 0.02}" rx="${radius * 1.04}" ry="${radius * tilt * 1.1}" fill="#2a1c12" opacity=".42" filter="url(#near)"/>`
  )
}

/** A thrown pot that stands at the origin. `id` keeps its clip path apart from others in the same picture. */
export function drawPot(id: string, profile: Profile, glaze: Glaze): string {
  const dice = startDice(id)
  const first = profile[0] ?? [0, 0]
  const last = profile[profile.length - 1] ?? [0, 0]
  const [top, rim] = last
  const foot = first[1]
  const widest = Math.max(...profile.map(([, radius]) => radius))
  const left = profile.map(([height, radius]) => [-radius, -height] as const)
  const right = [...profile].reverse().map(([height, radius]) => [radius, -height] as const)
  const body =
    `M${-foot} 0${curveThrough(left)}A${rim} ${rim * tilt} 0 0 1 ${rim} ${-top}${curveThrough(right)}` +
    `A${foot} ${round(foot * tilt)} 0 0 1 ${-foot} 0Z`
  const box = `x="${-widest - 4}" y="${-top - rim * tilt - 4}" width="${widest * 2 + 8}"`
  const fullHeight = top + rim * tilt + foot * tilt + 8

  const steps = 9
  const lineAt = -top * glaze.line
  const wave = Array.from({ length: steps + 1 }, (_, index) => {
    const across = (index / steps) * 2 - 1
    const sag = (1 - across * across) * widest * tilt * 0.8
    return [across * (widest + 4), lineAt + sag + (dice() - 0.5) * top * 0.035] as const
  })
  const [start] = wave
  const glazed =
    glaze.line === 0
      ? `<rect ${box} height="${fullHeight}" fill="url(#glaze-${id})"/>`
      : `<path d="M${-widest - 4} ${-top - 60}L${start?.join(" ")}${curveThrough(wave)}L${widest + 4} ${-top - 60}Z" fill="url(#glaze-${id})"/>`

  const speckles = Array.from({ length: glaze.speckles }, () => {
    const height = dice() * top
    const size = 0.5 + dice() * dice() * 2.1
    return `<circle cx="${round((dice() * 2 - 1) * widest)}" cy="${round(-height)}" r="${round(size)}" opacity="${round(0.25 + dice() * 0.5)}"/>`
  }).join("")

  const dark = mix(glaze.colour, "#1d120a", 0.5)
  return `
<defs>
  <clipPath id="clip-${id}"><path d="${body}"/></clipPath>
  <linearGradient id="glaze-${id}" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="${mix(glaze.colour, "#ffffff", 0.14)}"/>
    <stop offset=".7" stop-color="${glaze.colour}"/>
    <stop offset="1" stop-color="${mix(glaze.colour, "#20140c", 0.18)}"/>
  </linearGradient>
</defs>
<g clip-path="url(#clip-${id})">
  <rect ${box} height="${fullHeight}" fill="${glaze.clay}"/>
  ${glazed}
  <g fill="#3b2a1e">${speckles}</g>
  <rect ${box} height="${fullHeight}" fill="url(#round)"/>
  <ellipse cx="${-widest * 0.42}" cy="${-top * 0.6}" rx="${widest * 0.13}" ry="${top * 0.27}" fill="#fff" opacity=".3" filter="url(#gleam)"/>
  <rect ${box} height="${fullHeight}" fill="url(#settle)"/>
</g>
<ellipse cx="0" cy="${-top}" rx="${rim}" ry="${round(rim * tilt)}" fill="${mix(glaze.colour, "#ffffff", 0.24)}"/>
<ellipse cx="0" cy="${-top + rim * 0.012}" rx="${round(rim - Math.max(3, rim * 0.07))}" ry="${round((rim - Math.max(3, rim * 0.07)) * tilt)}" fill="${dark}"/>
<ellipse cx="${rim * 0.1}" cy="${round(-top + rim * tilt * 0.34)}" rx="${round(rim * 0.72)}" ry="${round(rim * tilt * 0.5)}" fill="${mix(glaze.colour, "#ffffff", 0.05)}" opacity=".4" filter="url(#near)"/>`
}

/** A handle on the right of a pot: a bent rope of clay between two heights. */
export function drawHandle(radius: number, from: number, to: number, reach: number, glaze: Glaze): string {
  const path = `M${radius * 0.92} ${-from}C${radius + reach} ${-from - 12} ${radius + reach * 1.05} ${-to - 4} ${radius * 0.86} ${-to}`
  const thick = Math.max(11, reach * 0.22)
  return (
    `<path d="${path}" fill="none" stroke="${mix(glaze.colour, "#1d120a", 0.3)}" stroke-width="${thick}" stroke-linecap="round"/>` +
    `<path d="${path}" fill="none" stroke="${mix(glaze.colour, "#ffffff", 0.02)}" stroke-width="${thick * 0.72}" stroke-linecap="round" transform="translate(-1 -2)"/>` +
    `<path d="${path}" fill="none" stroke="#fff" opacity=".28" stroke-width="${thick * 0.2}" stroke-linecap="round" transform="translate(-2 -5)"/>`
  )
}

/** A twig with leaves that rises from the origin. */
export function drawTwig(id: string, height: number, lean: number, colour: string): string {
  const dice = startDice(id)
  const stem = Array.from({ length: 6 }, (_, index) => {
    const up = index / 5
    return [lean * up * up + Math.sin(up * 4) * 5, -height * up] as const
  })
  const leaves = Array.from({ length: 15 }, (_, index) => {
    const up = 0.3 + (index / 15) * 0.7
    const side = index % 2 === 0 ? 1 : -1
    const [x, y] = [lean * up * up + Math.sin(up * 4) * 5, -height * up]
    const length = 26 + dice() * 16
    const turn = side * (34 + dice() * 26) + lean * 0.12
    const tone = mix(colour, index % 3 === 0 ? "#ffffff" : "#22301f", dice() * 0.3)
    return `<path transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)})" d="M0 0C${length * 0.26} ${-length * 0.4} ${length * 0.2} ${-length * 0.8} 0 ${-length}C${-length * 0.2} ${-length * 0.8} ${-length * 0.26} ${-length * 0.4} 0 0Z" fill="${tone}"/>`
  }).join("")
  return `<path d="M0 0${curveThrough(stem)}" fill="none" stroke="${mix(colour, "#4a3520", 0.55)}" stroke-width="3.4" stroke-linecap="round"/>${leaves}`
}

/** What all pictures share: the filters, and the light that makes a pot round. */
export const sharedDefinitions = `
<filter id="near" x="-50%" y="-150%" width="200%" height="400%"><feGaussianBlur stdDeviation="5"/></filter>
<filter id="far" x="-60%" y="-250%" width="220%" height="600%"><feGaussianBlur stdDeviation="16"/></filter>
<filter id="gleam" x="-200%" y="-60%" width="500%" height="220%"><feGaussianBlur stdDeviation="13"/></filter>
<filter id="window" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="30"/></filter>
<linearGradient id="round"><stop offset="0" stop-color="#2b170a" stop-opacity=".34"/><stop offset=".12" stop-color="#2b170a" stop-opacity=".1"/><stop offset=".32" stop-color="#fff" stop-opacity=".2"/><stop offset=".52" stop-color="#fff" stop-opacity="0"/><stop offset=".78" stop-color="#2b170a" stop-opacity=".24"/><stop offset="1" stop-color="#1f1007" stop-opacity=".56"/></linearGradient>
<linearGradient id="settle" x1="0" y1="0" x2="0" y2="1"><stop offset=".35" stop-color="#2b170a" stop-opacity="0"/><stop offset=".7" stop-color="#2b170a" stop-opacity=".09"/><stop offset="1" stop-color="#2b170a" stop-opacity=".32"/></linearGradient>
<pattern id="weave" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 1.2H5M0 3.7H5" stroke="#5b4630" stroke-width=".7" opacity=".16"/><path d="M1.2 0V5M3.7 0V5" stroke="#fff" stroke-width=".7" opacity=".2"/></pattern>`
