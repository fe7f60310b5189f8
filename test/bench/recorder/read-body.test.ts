import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { readBody } from "./read-body"

const read = (value: unknown) => readBody(Buffer.from(JSON.stringify(value)))

describe("the bench's collector reads each recorder's dialect", () => {
  test.each([
    ["cuelight", { batch: [{ messageId: "m-1", properties: { marker: "a" } }], sentAt: "" }, "m-1"],
    ["segment, rudder", { messageId: "m-1", type: "track", properties: { marker: "a" } }, "m-1"],
    ["posthog", [{ event: "e", uuid: "u-1", properties: { marker: "a" } }], "u-1"],
    ["plausible", { n: "e", p: { marker: "a" } }, undefined],
    [
      "snowplow",
      { schema: "iglu", data: [{ eid: "e-1", ue_pr: '{"data":{"data":{"marker":"a"}}}' }] },
      "e-1",
    ],
    [
      "snowplow in base64",
      {
        data: [{ eid: "e-1", ue_px: Buffer.from('{"data":{"data":{"marker":"a"}}}').toString("base64url") }],
      },
      "e-1",
    ],
  ])("%s", (_name, body, id) => expect(read(body)).toEqual([{ marker: "a", id }]))

  test("compressed, and as a form", () => {
    const text = JSON.stringify([{ uuid: "u-1", properties: { marker: "a" } }])
    const form = `data=${encodeURIComponent(Buffer.from(text).toString("base64"))}`
    expect(readBody(gzipSync(text))).toEqual([{ marker: "a", id: "u-1" }])
    expect(readBody(Buffer.from(form))).toEqual([{ marker: "a", id: "u-1" }])
  })

  test("what is not the bench's counts for nothing, and what cannot be read is no silence", () => {
    expect(read({ batch: [{ messageId: "m-1", type: "page" }] })).toEqual([])
    expect(() => readBody(Buffer.from("<html>"))).toThrow()
  })
})
