import type { Inside } from "./inside"
import type { Entry, Note } from "./journal"
import { tellNotes } from "./read-notes"
import { isToldAgain } from "./told-again"

type Noted = Entry & { note: Note }

/** Where the browser has no locks, a page that has noted nothing for so long is taken for gone. */
const GONE_AFTER_MS = 30_000

/**
 * Tells what earlier pages have noted and could not read before they went; of those that are still there in another tab
 * only when they go. Whatever was noted is replaced in one transaction by what it means.
 */
export async function readEarlier(inside: Inside): Promise<void> {
  const { locks } = navigator
  const journal = inside.journal!
  const readNotes = async () => (await inside.readNotes!()) as Noted[]
  const readOne = async (load: string) => {
    const before = inside.erasures
    const notes = (await readNotes()).filter(({ note }) => note.load === load)
    if (inside.erasures !== before || !notes[0]) return
    for (const { id } of notes) journal.drop(id)
    const openedAt = Number.parseInt(load.slice(0, 8), 36)
    tellNotes(
      notes.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1)),
      openedAt,
      (event) => {
        const { visitor } = inside
        if (isToldAgain(event, openedAt, visitor.cartAt)) return
        if (event.name === "add_to_cart" && /form|button/.test(event.source)) visitor.cartAt = event.at
        journal.put(event, !!inside.options.endpoint)
        inside.stored?.(event)
      },
    )
    inside.save()
    // It is the next one's turn when it is written.
    await journal.run((store) => store.count())
  }
  const notes = (await readNotes()).filter(({ note }) => note.load !== inside.load)
  const latest = new Map(notes.map(({ note, at }) => [note.load, at]))
  for (const [load, at] of latest)
    if (!locks) {
      if (Date.now() - at > GONE_AFTER_MS) await readOne(load)
    } else
      await locks.request(load, { ifAvailable: true }, async (lock) => {
        if (lock) await readOne(load)
        // It is read by its own page, or here when that has gone.
        else void locks.request(load, () => readOne(load))
      })
}
