import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, it } from "vitest"
import { openWeb } from "../../shared/evidence/open-web"

/** A server that does with its answer what the test says. */
async function serve(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => answer(response))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    request: { method: "GET", url: `http://127.0.0.1:${port}/`, headers: {} } as const,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

it("reads no more than it may of an answer that never ends", async () => {
  const portion = "x".repeat(1 << 16)
  let sent = 0
  const { request, close } = await serve((response) => {
    const write = () => {
      sent += portion.length
      if (!response.destroyed) response.write(portion, write)
    }
    write()
  })
  const call = openWeb({ fetch, endAfter: (ms) => AbortSignal.timeout(ms) })
  await expect(call(request)).rejects.toMatchObject({ code: "too-large" })
  expect(sent).toBeLessThan(64 * 1024 * 1024)
  close()
})

it.each([
  ["that does not come", () => undefined],
  ["of which only the beginning comes", (response: ServerResponse) => void response.write("[")],
])("gives up on an answer %s", async (_, answer) => {
  const patience = new AbortController()
  const { request, close } = await serve((response) => {
    answer(response)
    patience.abort(new DOMException("", "TimeoutError"))
  })
  const call = openWeb({ fetch, endAfter: () => patience.signal })
  await expect(call(request)).rejects.toMatchObject({ code: "timeout" })
  close()
})

it("asks nobody where there is no network", async () => {
  const call = openWeb({
    fetch: () => Promise.reject(new Error("asked")),
    endAfter: () => AbortSignal.abort(),
    isOffline: () => true,
  })
  const request = { method: "GET", url: "http://x.test/", headers: {} } as const
  await expect(call(request)).rejects.toMatchObject({ code: "offline" })
})

it.each([
  ["ENOTFOUND", "dns"],
  ["ECONNREFUSED", "refused"],
  ["CERT_HAS_EXPIRED", "tls"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "tls"],
  ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
  ["SOMETHING_NEW", "unreachable"],
])("tells %s as %s", async (code, told) => {
  const fails = () => Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code } }))
  const call = openWeb({ fetch: fails, endAfter: (ms) => AbortSignal.timeout(ms) })
  const request = { method: "GET", url: "http://x.test/?key=s3cr3t", headers: {} } as const
  const fault = await call(request).catch((error) => error)
  expect([fault.code, String(fault).includes("s3cr3t")]).toEqual([told, false])
})
