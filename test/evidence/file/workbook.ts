import { strToU8, zipSync } from "fflate"

/** A cell of a test's workbook: text, a number, a date as Excel keeps it (days since 1900), or nothing. */
export type SheetCell = string | number | { serial: number } | null

const inXml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign)

/** The bytes of an XLSX file with these sheets. */
export function makeWorkbook(
  sheets: Record<string, SheetCell[][]>,
  level: 0 | 6 = 6,
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets)
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  const files: Record<string, string> = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${names
      .map((name, index) => `<sheet name="${inXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join("")}<Relationship Id="rId99" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
  for (const [index, name] of names.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${(sheets[name] ?? []).map(writeRow).join("")}</sheetData></worksheet>`
  const packed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))
  return zipSync(packed, { level }).slice()
}

function writeRow(cells: SheetCell[], row: number): string {
  const written = cells.map((cell, column) => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`
    if (cell === null) return ""
    if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${inXml(cell)}</t></is></c>`
    if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`
    return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`
  })
  return `<row r="${row + 1}">${written.join("")}</row>`
}

/** An instant as Excel keeps what a wall in UTC shows. */
export const serialOf = (at: number) => ({ serial: at / 86_400_000 + 25_569 })
