import { defineDetector } from "../detector"
import { atEnd, hasEnded } from "../ending"
import { dropMissing } from "../text"

/** While the page is seen, what has come meanwhile is looked for this often. */
const LOOK_AGAIN_MS = 10_000
const MOST_NOTIFICATIONS = 20

/** Vendors put the id of their message into the data: only what looks like an id is taken, never the data. */
function readId(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null) return
  const [id] = ["message_id", "messageId", "notification_id", "notificationId", "id", "i"].flatMap((name) => {
    const value = Object.hasOwn(data, name) ? (data as Record<string, unknown>)[name] : undefined
    return (typeof value === "string" && value !== "") || typeof value === "number" ? [String(value)] : []
  })
  return id?.slice(0, 200)
}

/**
 * `message_shown` of web push: notifications of the site's own service worker that are still on the screen, by title. One
 * that was closed leaves no trace, so that none is seen proves nothing. Its text is not looked at.
 */
export const notification = defineDetector({
  name: "notification",
  start(report, signal, { guard, onVisit }) {
    const told = new Set<string>()
    let timer: ReturnType<typeof setInterval> | undefined
    const look = guard(() => {
      if (document.visibilityState !== "visible" || globalThis.Notification?.permission !== "granted") return
      void navigator.serviceWorker?.getRegistration().then(tellShown, () => undefined)
    })
    const tellShown = async (registration?: ServiceWorkerRegistration) => {
      const shown = (await registration?.getNotifications().catch(() => [])) ?? []
      for (const one of shown.slice(0, MOST_NOTIFICATIONS)) {
        const { title, tag, data } = one
        const at = (one as Notification & { timestamp?: number }).timestamp
        const id = readId(data) ?? (tag || undefined)
        const key = `${id} ${title} ${at}`
        if (hasEnded(signal) || title === "" || told.has(key)) continue
        told.add(key)
        report({
          name: "message_shown",
          source: "page",
          // A site may write any time into it; in the future it has shown nothing.
          ...(at !== undefined &&
            Number.isFinite(at) &&
            at > 0 &&
            at <= Date.now() && { at: Math.round(at) }),
          props: dropMissing({ channel: "push", provider_id: id, subject: title.slice(0, 200) }),
        })
      }
    }
    onVisit(look)
    document.addEventListener("visibilitychange", look, { signal })
    timer = setInterval(look, LOOK_AGAIN_MS)
    atEnd(signal, () => clearInterval(timer))
  },
})
