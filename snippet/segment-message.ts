import type { TouchpointEvent } from "../shared/event"
import { version } from "../shared/version"

/** An event as a message of the Segment Spec, for collectors that speak it. */
export function toSegmentMessage(event: TouchpointEvent): Record<string, unknown> {
  const { id, name, at, person, user, session, page, campaign, device, props = {}, gesture, source } = event
  const url = page?.url ? new URL(page.url) : undefined
  const pageContext = { ...page, path: url?.pathname, search: url?.search }
  return {
    messageId: id,
    timestamp: new Date(at).toISOString(),
    anonymousId: person,
    ...(user && { userId: user }),
    ...(name === "identify"
      ? { type: "identify", traits: props }
      : name === "page_view"
        ? { type: "page", properties: { ...pageContext, ...props } }
        : { type: "track", event: name, properties: props }),
    context: {
      page: pageContext,
      campaign,
      device,
      locale: device?.language,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      userAgent: navigator.userAgent,
      library: { name: "cuelight", version },
      cuelight: { session, source, gesture },
    },
  }
}
