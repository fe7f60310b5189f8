import type { CDPSession, Page } from "playwright"
import { quantile } from "./quantile"

// The clock of a long journey: what a move of its slider costs, engine and all, since both run in one page here.

const MOVES = 60

export interface ClockTimes {
  /** Work of the main thread for one move, ms: engine, panel and layout. */
  pastMs: { median: number; p95: number }
  futureMs: { median: number; p95: number }
}

async function moveAlong(page: Page, session: CDPSession, from: number, to: number): Promise<number[]> {
  const slider = page.getByRole("slider")
  const work = async () => {
    const { metrics } = await session.send("Performance.getMetrics")
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000
  }
  const costs: number[] = []
  for (let move = 0; move < MOVES; move++) {
    const before = await work()
    await slider.evaluate(
      (input: HTMLInputElement, place) => {
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set
        set?.call(input, String(place))
        input.dispatchEvent(new Event("input", { bubbles: true }))
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))
      },
      Math.round(from + ((to - from) * move) / MOVES),
    )
    costs.push((await work()) - before)
  }
  return costs
}

/** Of the page of the panel that shows a clock. */
export async function measureClock(page: Page, session: CDPSession): Promise<ClockTimes> {
  // The time of the thread itself: a machine that does other things too makes it no longer.
  await session.send("Performance.enable", { timeDomain: "threadTicks" })
  const { max } = await page
    .getByRole("slider")
    .evaluate((input: HTMLInputElement) => ({ max: Number(input.max) }))
  const sum = (costs: number[]) => ({ median: quantile(costs, 0.5), p95: quantile(costs, 0.95) })
  return {
    pastMs: sum(await moveAlong(page, session, max * 0.05, max * 0.48)),
    futureMs: sum(await moveAlong(page, session, max * 0.52, max * 0.95)),
  }
}
