import { startReplay } from "./replay/start-replay"

/**
 * `cuelight-replay.js`: loaded by the recorder when the site has asked for replay and the visitor has agreed, and never
 * else. Without the recorder it does nothing.
 */
const { cuelight } = globalThis as { cuelight?: { q?: { push(call: unknown): unknown } } }
cuelight?.q?.push(["replay", [startReplay]])
