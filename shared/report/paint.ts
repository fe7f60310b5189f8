const CODES = { red: 31, green: 32, yellow: 33, blue: 34, grey: 90, bold: 1 } as const

export type Colour = keyof typeof CODES

/** A text in a colour, where colours may be used. */
export function paint(text: string, colour: Colour, colours: boolean): string {
  return colours ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text
}
