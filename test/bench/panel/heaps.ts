import type { BrowserContext, Page } from "playwright"
import { speakToTarget, type TargetSession } from "../../browser/speak-to-target"

/** Bytes of JavaScript that are still needed, after everything else has been collected. */
export async function heldBytes(session: Pick<TargetSession, "send">): Promise<number> {
  await session.send("HeapProfiler.collectGarbage")
  await session.send("HeapProfiler.collectGarbage")
  const { usedSize } = await session.send("Runtime.getHeapUsage")
  return usedSize
}

export async function heldByPage(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const bytes = await heldBytes(session as unknown as TargetSession)
  await session.detach()
  return bytes
}

/** The extension's worker is no page: it is spoken to through the browser. */
export async function heldByWorker(context: BrowserContext, id: string): Promise<number> {
  const session = await speakToTarget(
    context,
    ({ type, url }) => type === "service_worker" && url.includes(id),
  )
  if (!session) throw new Error("The worker does not run.")
  const bytes = await heldBytes(session)
  await session.close()
  return bytes
}
