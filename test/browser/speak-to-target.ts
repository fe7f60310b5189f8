import type { BrowserContext } from "playwright"

/** The debugging protocol of what Playwright has no page for: a service worker, DevTools, a frame within them. */
export interface TargetSession {
  // biome-ignore lint/suspicious/noExplicitAny: what each method of the protocol answers is its own
  send(method: string, params?: object): Promise<any>
  close(): Promise<void>
}

interface TargetInfo {
  targetId: string
  type: string
  url: string
}

/** Null where the browser has no such target, yet or any more. */
export async function speakToTarget(
  context: BrowserContext,
  isWanted: (target: TargetInfo) => boolean,
): Promise<TargetSession | null> {
  const browser = context.browser()
  if (!browser) throw new Error("The context has no browser.")
  const session = await browser.newBrowserCDPSession()
  // Without a filter the browser leaves out DevTools and what is in them.
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] })
  const target = targetInfos.find(isWanted)
  if (!target) {
    await session.detach()
    return null
  }
  const { targetId } = target
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false })
  let count = 0
  return {
    send: (method, params = {}) =>
      new Promise((answer, fail) => {
        const id = ++count
        const hear = (event: { sessionId: string; message: string }) => {
          const told = JSON.parse(event.message)
          if (event.sessionId !== sessionId || told.id !== id) return
          session.off("Target.receivedMessageFromTarget", hear)
          if (told.error) fail(new Error(`${method}: ${told.error.message}`))
          else answer(told.result)
        }
        session.on("Target.receivedMessageFromTarget", hear)
        const message = JSON.stringify({ id, method, params })
        session.send("Target.sendMessageToTarget", { sessionId, message }).catch(fail)
      }),
    close: () => session.detach(),
  }
}

/** The value of an expression, or of what it promises, in a target. */
export async function evaluateIn(session: TargetSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}
