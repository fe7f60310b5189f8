import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"

const link = /<link rel="stylesheet" href="([^"]+)">/g

/**
 * The overlay's document is made anew on every page, and each file that it waits for is waited for each time: its styles
 * come in the document itself.
 */
export async function quickenOverlay(folder: string): Promise<void> {
  const file = join(folder, "tabs/overlay.html")
  const page = await readFile(file, "utf8")
  const paths = [...page.matchAll(link)].map(([, path = ""]) => path)
  if (paths.length === 0) throw new Error(`${file} names no styles: Plasmo has written it in another way.`)
  const sheets = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")))
  const styles = sheets.join("\n").replaceAll("</", "<\\/")
  // In the order of the links, and where the first of them stood.
  const [first = "", ...others] = page.match(link) ?? []
  const single = others.reduce((text, other) => text.replace(other, ""), page)
  await writeFile(
    file,
    single.replace(first, () => `<style>${styles}</style>`),
  )
}
