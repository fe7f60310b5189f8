import {
  curveThrough,
  drawHandle,
  drawPot,
  drawShadow,
  drawTwig,
  type Glaze,
  mix,
  type Profile,
  sharedDefinitions,
} from "./picture-parts"

const white: Glaze = { colour: "#ece5d8", clay: "#c9a98a", line: 0.08, speckles: 50 }
const blue: Glaze = { colour: "#3f6288", clay: "#b98563", line: 0.13, speckles: 26 }
const sand: Glaze = { colour: "#d8b98f", clay: "#a8714c", line: 0.3, speckles: 60 }
const clay: Glaze = { colour: "#b8623c", clay: "#b8623c", line: 0, speckles: 40 }
const oat: Glaze = { colour: "#e3d7c1", clay: "#b48b68", line: 0.2, speckles: 150 }
const sage: Glaze = { colour: "#8a9a7f", clay: "#b58a68", line: 0.16, speckles: 44 }
const ink: Glaze = { colour: "#39404a", clay: "#a8714c", line: 0.22, speckles: 30 }
const rose: Glaze = { colour: "#cf9a86", clay: "#b06f50", line: 0.12, speckles: 36 }

const profiles = {
  amphora: [
    [0, 52],
    [40, 84],
    [120, 112],
    [205, 96],
    [270, 52],
    [315, 40],
    [345, 50],
  ],
  moon: [
    [0, 58],
    [30, 98],
    [95, 138],
    [165, 140],
    [235, 100],
    [262, 60],
    [282, 58],
  ],
  bottle: [
    [0, 62],
    [60, 84],
    [130, 82],
    [190, 52],
    [240, 26],
    [320, 20],
    [352, 30],
  ],
  bud: [
    [0, 34],
    [40, 66],
    [84, 66],
    [124, 34],
    [150, 18],
    [176, 22],
  ],
  bowl: [
    [0, 58],
    [12, 66],
    [50, 116],
    [100, 148],
    [132, 156],
  ],
  mug: [
    [0, 66],
    [14, 80],
    [70, 86],
    [130, 84],
    [166, 84],
  ],
  pitcher: [
    [0, 62],
    [40, 90],
    [100, 94],
    [160, 68],
    [205, 56],
    [240, 66],
  ],
  teapot: [
    [0, 62],
    [34, 108],
    [84, 122],
    [134, 92],
    [158, 52],
    [164, 50],
  ],
  planter: [
    [0, 72],
    [60, 88],
    [120, 102],
    [168, 110],
    [176, 116],
    [192, 116],
  ],
  jar: [
    [0, 74],
    [8, 80],
    [70, 82],
    [136, 80],
  ],
  lampBase: [
    [0, 60],
    [40, 92],
    [96, 98],
    [150, 62],
    [182, 26],
    [206, 20],
  ],
  dome: [
    [0, 92],
    [70, 100],
    [150, 92],
    [210, 56],
    [226, 34],
    [246, 32],
  ],
} satisfies Record<string, Profile>

const pot = (id: string, profile: Profile, glaze: Glaze) =>
  drawShadow(Math.max(...profile.slice(0, 3).map(([, radius]) => radius))) + drawPot(id, profile, glaze)

const at = (x: number, y: number, scale: number, content: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${content}</g>`

/** A cloth folded to a slab: `width` and `height` of what is seen of it, its lower left corner at the origin. */
function drawFold(width: number, height: number, colour: string): string {
  const edge = `M0 ${-height * 0.5}C0 ${-height} ${width * 0.03} ${-height} ${width * 0.06} ${-height}L${width * 0.97} ${-height * 1.02}C${width * 1.03} ${-height} ${width * 1.03} 0 ${width * 0.97} 0L${width * 0.05} ${height * 0.03}C0 0 0 ${-height * 0.2} 0 ${-height * 0.5}Z`
  return (
    `<path d="${edge}" fill="${colour}"/><path d="${edge}" fill="url(#weave)"/><path d="${edge}" fill="url(#settle)"/>` +
    `<path d="M${width * 0.05} ${-height * 0.5}C${width * 0.3} ${-height * 0.42} ${width * 0.7} ${-height * 0.58} ${width} ${-height * 0.5}" fill="none" stroke="#4a3520" stroke-opacity=".28" stroke-width="2"/>`
  )
}

function drawStack(colours: string[], width: number, height: number): string {
  return (
    at(width / 2, 0, 1, drawShadow(width * 0.5)) +
    colours
      .map((colour, index) =>
        at(((index * 37) % 11) - 5, -index * height * 0.94, 1, drawFold(width, height, colour)),
      )
      .join("")
  )
}

function drawFringe(width: number, colour: string): string {
  return Array.from({ length: 34 }, (_, index) => {
    const x = 8 + (index / 33) * (width - 20)
    return `<path d="M${x} -2C${x + 2} 10 ${x - 4} 18 ${x + ((index * 7) % 5) - 2} 30" stroke="${mix(colour, "#6b5238", 0.2)}" stroke-width="2.4" fill="none"/>`
  }).join("")
}

function drawCushion(colour: string): string {
  const shape =
    "M-150 -250C-90 -232 90 -232 150 -252C146 -180 144 -70 156 8C96 -4 -96 -4 -156 8C-144 -70 -146 -180 -150 -250Z"
  const seam = curveThrough([
    [-128, -224],
    [0, -214],
    [128, -226],
    [122, -120],
    [132, -18],
    [0, -26],
    [-132, -18],
    [-122, -120],
    [-128, -224],
  ])
  return `${drawShadow(140)}<path d="${shape}" fill="${colour}"/><path d="${shape}" fill="url(#weave)"/><path d="${shape}" fill="url(#round)"/><path d="${shape}" fill="url(#settle)"/><path d="M-128 -224${seam}" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="2" stroke-dasharray="7 5"/>`
}

function drawTowel(colour: string, stripe: string): string {
  const shape =
    "M-128 -420L128 -420C132 -300 122 -140 134 18C96 4 64 26 30 12C-8 -2 -44 24 -86 10C-104 4 -120 8 -132 16C-122 -140 -134 -300 -128 -420Z"
  const stripes = [-330, -306, -96, -60, -24].map(
    (y, index) =>
      `<path d="M-140 ${y}C-60 ${y + 10} 60 ${y - 10} 140 ${y}" stroke="${stripe}" stroke-width="${index % 2 ? 6 : 12}" fill="none"/>`,
  )
  const folds = [-70, -6, 62]
    .map(
      (x) =>
        `<path d="M${x} -420C${x + 10} -280 ${x - 12} -120 ${x + 4} 14" stroke="#4a3520" stroke-opacity=".16" stroke-width="14" fill="none" filter="url(#near)"/>`,
    )
    .join("")
  return `<path d="M-190 -424H190" stroke="#8a5a36" stroke-width="13" stroke-linecap="round"/><path d="M-190 -427H190" stroke="#fff" stroke-opacity=".3" stroke-width="3" stroke-linecap="round"/><path d="${shape}" fill="#2a1c12" opacity=".22" transform="translate(20 14)" filter="url(#far)"/><clipPath id="towel"><path d="${shape}"/></clipPath><g clip-path="url(#towel)"><path d="${shape}" fill="${colour}"/>${stripes.join("")}${folds}<path d="${shape}" fill="url(#weave)"/><path d="${shape}" fill="url(#round)" opacity=".45"/></g>`
}

function drawPlates(): string {
  const plate = (y: number, colour: string, width: number) =>
    `<ellipse cx="0" cy="${y + 9}" rx="${width}" ry="${width * 0.3}" fill="${mix(colour, "#2b170a", 0.34)}"/><ellipse cx="0" cy="${y}" rx="${width}" ry="${width * 0.3}" fill="${colour}"/><ellipse cx="0" cy="${y}" rx="${width}" ry="${width * 0.3}" fill="url(#round)" opacity=".4"/>`
  const top = -58
  const speckles = Array.from({ length: 70 }, (_, index) => {
    const angle = index * 2.39996
    const reach = Math.sqrt(index / 70) * 180
    return `<circle cx="${Math.round(Math.cos(angle) * reach)}" cy="${Math.round(top + Math.sin(angle) * reach * 0.3)}" r="${0.7 + ((index * 13) % 7) / 6}" fill="#5b4632" opacity=".42"/>`
  }).join("")
  return `<ellipse cx="26" cy="20" rx="236" ry="62" fill="#2a1c12" opacity=".36" filter="url(#far)"/>${plate(0, "#c9b491", 196)}${plate(-22, "#8a9a7f", 194)}${plate(-40, "#e8ddc8", 195)}${plate(top, "#efe6d6", 194)}<ellipse cx="0" cy="${top + 4}" rx="142" ry="40" fill="${mix("#efe6d6", "#7d6549", 0.2)}"/><ellipse cx="0" cy="${top + 7}" rx="138" ry="37" fill="#eee4d3"/>${speckles}<ellipse cx="-70" cy="${top - 10}" rx="60" ry="10" fill="#fff" opacity=".5" filter="url(#near)"/>`
}

function drawFlame(y: number): string {
  return `<circle cx="0" cy="${y - 22}" r="110" fill="url(#glow)"/><path d="M0 ${y}V${y - 14}" stroke="#3b2a1e" stroke-width="3.4"/><path d="M0 ${y - 54}C15 ${y - 34} 14 ${y - 12} 0 ${y - 9}C-14 ${y - 12} -15 ${y - 34} 0 ${y - 54}Z" fill="#ffd98a"/><path d="M0 ${y - 36}C7 ${y - 26} 7 ${y - 14} 0 ${y - 12}C-7 ${y - 14} -7 ${y - 26} 0 ${y - 36}Z" fill="#fff6df"/>`
}

const glow = `<radialGradient id="glow"><stop offset="0" stop-color="#ffe2a0" stop-opacity=".75"/><stop offset="1" stop-color="#ffe2a0" stop-opacity="0"/></radialGradient>`

const shade = `<circle cx="0" cy="-270" r="230" fill="url(#glow)"/><path d="M-78 -372L78 -372L132 -198A132 20 0 0 1 -132 -198Z" fill="#f4dfb8"/><path d="M-78 -372L78 -372L132 -198A132 20 0 0 1 -132 -198Z" fill="url(#weave)"/><path d="M-78 -372L78 -372L132 -198A132 20 0 0 1 -132 -198Z" fill="url(#round)" opacity=".5"/><ellipse cx="0" cy="-372" rx="78" ry="11" fill="#fff1cf"/>`

const lanternLights = [
  [-46, -96],
  [0, -84],
  [46, -96],
  [-24, -150],
  [24, -150],
]
  .map(
    ([x, y]) =>
      `<ellipse cx="${x}" cy="${y}" rx="13" ry="17" fill="#ffd98a"/><ellipse cx="${x}" cy="${y}" rx="13" ry="17" fill="none" stroke="#9b7c55" stroke-width="2"/>`,
  )
  .join("")

/** What stands on the table, by the product's slug; every drawing stands at the origin and looks up. */
const drawings: Record<string, { wall: string; draw: () => string; scale?: number; y?: number }> = {
  "blue-vase": {
    wall: "#eadfce",
    draw: () =>
      at(6, -338, 0.92, drawTwig("blue", 250, 54, "#7d8b62") + drawTwig("blue-2", 200, -62, "#8c9a70")) +
      pot("blue", profiles.amphora, blue),
    scale: 0.92,
  },
  "moon-jar": { wall: "#ddd5c6", draw: () => pot("moon", profiles.moon, white), scale: 1.18 },
  "bottle-vase": { wall: "#e9e0d2", draw: () => pot("bottle", profiles.bottle, sand), scale: 1.08 },
  "bud-vase": {
    wall: "#e2dccd",
    draw: () => at(0, -170, 0.8, drawTwig("bud", 190, 34, "#a98b5d")) + pot("bud", profiles.bud, clay),
    scale: 1.3,
  },
  "breakfast-bowl": { wall: "#e4dac8", draw: () => pot("bowl", profiles.bowl, sage), scale: 1.18 },
  "speckled-mug": {
    wall: "#dcd6ca",
    draw: () => drawShadow(86) + drawHandle(86, 134, 44, 78, oat) + drawPot("mug", profiles.mug, oat),
    scale: 1.35,
  },
  "dinner-plate": { wall: "#e6dcca", draw: drawPlates, scale: 1.08, y: 560 },
  "milk-pitcher": {
    wall: "#e8dccb",
    draw: () =>
      drawShadow(94) +
      drawHandle(86, 206, 70, 92, white) +
      `<path d="M-56 -236C-84 -248 -92 -250 -98 -244C-88 -226 -74 -206 -56 -192Z" fill="${mix(white.colour, "#2b170a", 0.2)}"/>` +
      drawPot("pitcher", profiles.pitcher, white),
    scale: 1.2,
  },
  teapot: {
    wall: "#ddd8cf",
    draw: () =>
      drawShadow(122) +
      drawHandle(112, 130, 48, 92, ink) +
      `<path d="M-100 -62C-150 -72 -150 -128 -186 -146L-168 -158C-128 -142 -126 -112 -94 -112Z" fill="${mix(ink.colour, "#ffffff", 0.06)}"/>` +
      drawPot("teapot", profiles.teapot, ink) +
      `<path d="M-54 -164C-40 -190 40 -190 54 -164A54 8 0 0 1 -54 -164Z" fill="${mix(ink.colour, "#ffffff", 0.12)}"/><circle cx="0" cy="-192" r="13" fill="${ink.clay}"/><circle cx="-4" cy="-196" r="4" fill="#fff" opacity=".4"/>`,
    scale: 1.12,
  },
  "linen-throw": {
    wall: "#e3d9c9",
    draw: () =>
      at(
        -160,
        0,
        1,
        drawStack(["#b9a888", "#cdbd9e", "#d9cbb0"], 320, 62) + at(0, 0, 1, drawFringe(320, "#b9a888")),
      ),
    y: 545,
    scale: 1.1,
  },
  "linen-napkins": {
    wall: "#e9e1d4",
    draw: () =>
      at(-130, 0, 1, drawStack(["#c9836a", "#dfc7a6", "#8a9a7f", "#efe6d6"], 260, 34)) +
      `<path d="M-14 -132C-16 -80 -14 -30 -12 4M14 -132C12 -80 14 -30 16 4" stroke="#6d4a30" stroke-width="4" fill="none"/><path d="M0 -134C-34 -168 -56 -150 -40 -136C-26 -126 -10 -130 0 -134C34 -168 56 -150 40 -136C26 -126 10 -130 0 -134Z" fill="none" stroke="#6d4a30" stroke-width="4"/>`,
    scale: 1.3,
  },
  "tea-towel": { wall: "#e0d8c9", draw: () => drawTowel("#f0e9dc", "#3f6288"), y: 585 },
  cushion: { wall: "#dfd6c6", draw: () => drawCushion("#c9b491"), scale: 1.12 },
  "fig-candle": {
    wall: "#d6cbbb",
    draw: () =>
      drawShadow(82) +
      drawPot("jar", profiles.jar, rose) +
      `<ellipse cx="0" cy="-133" rx="73" ry="10" fill="#f6ead2"/>` +
      drawFlame(-134),
    scale: 1.3,
  },
  "clay-lamp": { wall: "#d9cdbb", draw: () => pot("lamp", profiles.lampBase, clay) + shade, scale: 1.05 },
  lantern: {
    wall: "#cfc4b4",
    draw: () =>
      `<circle cx="0" cy="-110" r="200" fill="url(#glow)"/>` +
      pot("lantern", profiles.dome, white) +
      lanternLights,
    scale: 1.2,
  },
}

const room = (width: number, height: number, table: number, wall: string) => `
<linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${mix(wall, "#ffffff", 0.5)}"/><stop offset="1" stop-color="${mix(wall, "#a08a6e", 0.22)}"/></linearGradient>
<linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(wall, "#7d6549", 0.16)}"/><stop offset="1" stop-color="${mix(wall, "#ffffff", 0.3)}"/></linearGradient>
<rect width="${width}" height="${height}" fill="url(#wall)"/>
<path d="M${width * 0.05} 0L${width * 0.42} 0L${width * 0.8} ${table}L${width * 0.38} ${table}Z" fill="#fff" opacity=".34" filter="url(#window)"/>
<rect y="${table}" width="${width}" height="${height - table}" fill="url(#table)"/>
<rect y="${table - 10}" width="${width}" height="20" fill="${mix(wall, "#7d6549", 0.14)}" opacity=".6" filter="url(#near)"/>`

const picture = (width: number, height: number, view: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}"><defs>${sharedDefinitions}${glow}</defs>${content}</svg>`

/** The picture of a product as SVG, or null when there is none of that name. `detail` comes closer. */
export function drawProduct(slug: string, view: "whole" | "detail" | "left" = "whole"): string | null {
  const drawing = drawings[slug]
  if (!drawing) return null
  const boxes = { whole: "0 0 600 720", detail: "170 250 270 324", left: "40 180 450 540" }
  const content =
    room(600, 720, 508, drawing.wall) + at(300, drawing.y ?? 575, drawing.scale ?? 1, drawing.draw())
  return picture(600, 720, boxes[view], content)
}

/** The wide pictures of the front page. */
export function drawScene(name: string): string | null {
  if (name === "hero") {
    const content =
      room(1200, 900, 640, "#e6d8c3") +
      at(300, 716, 1.28, pot("moon", profiles.moon, white)) +
      at(820, 690, 1.16, drawings["blue-vase"]?.draw() ?? "") +
      at(585, 770, 0.92, pot("bowl", profiles.bowl, sage)) +
      at(1030, 786, 0.86, drawings["speckled-mug"]?.draw() ?? "")
    return picture(1200, 900, "0 0 1200 900", content)
  }
  if (name === "story") {
    const content =
      room(1200, 800, 560, "#ddd0ba") +
      at(250, 690, 1.1, drawings["linen-throw"]?.draw() ?? "") +
      at(640, 640, 1.16, drawings["milk-pitcher"]?.draw() ?? "") +
      at(950, 680, 0.95, drawPlates())
    return picture(1200, 800, "0 0 1200 800", content)
  }
  return null
}

export const pictureNames = Object.keys(drawings)
