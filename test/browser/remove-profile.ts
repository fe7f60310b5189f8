import { rm } from "node:fs/promises"

const PATIENCE_MS = 15_000

/**
 * Removes a browser's profile after the browser has ended: its other processes end later, and may write there meanwhile.
 * @throws what removing throws, where it goes on failing for 15 seconds.
 */
export async function removeProfile(folder: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      return await rm(folder, { recursive: true, force: true })
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((next) => setTimeout(next, 100))
    }
  }
}
