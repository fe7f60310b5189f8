import type { ExtensionUnderTest } from "./fixtures-extension"

interface Told {
  name: string
  at: number
  page?: { url?: string }
  gesture?: { type: string; label?: string } | null
}

type Held = { cuelightTestLetGo?: () => void }

/** Until what is returned is called, the worker answers no page that greets: as one that is only just starting. */
export async function holdWorker(extension: ExtensionUnderTest): Promise<() => Promise<void>> {
  const worker = await extension.worker()
  await worker.evaluate(() => {
    // Where a tab is noted, before a page gets its orders.
    const { session } = (globalThis as unknown as { chrome: typeof chrome }).chrome.storage
    const write = session.set.bind(session)
    const held = new Promise<void>((letGo) => {
      ;(globalThis as Held).cuelightTestLetGo = letGo
    })
    session.set = async (items: object) => {
      await held
      return write(items)
    }
  })
  return () => worker.evaluate(() => (globalThis as Held).cuelightTestLetGo?.())
}

/** What the worker has written, in the order of its time. */
export async function readJournal(extension: ExtensionUnderTest): Promise<Told[]> {
  const worker = await extension.worker()
  const rows = await worker.evaluate(
    () =>
      new Promise<{ event: Told }[]>((done) => {
        const opened = indexedDB.open("cuelight")
        opened.onsuccess = () => {
          const all = opened.result.transaction("events").objectStore("events").getAll()
          all.onsuccess = () => done(all.result)
        }
      }),
  )
  return rows.map(({ event }) => event).toSorted((one, other) => one.at - other.at)
}
